-- as td_api
-- Input checks shared by the write functions: clear TD422 refusals before a CHECK constraint would speak.
create or replace function td.refuse_input(p_field text, p_why text) returns void
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception 'bad input' using errcode = 'TD422', detail = jsonb_build_object('field', p_field, 'why', p_why)::text;
end
$$;
comment on function td.refuse_input(text, text) is 'Raises TD422 for a field, with one of the reasons of domain/errors.py.';

create or replace function td.checked_line(p_field text, p_value text, p_limit integer default 200) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_value text := btrim(coalesce(p_value, ''));
begin
    if length(v_value) > p_limit then
        perform td.refuse_input(p_field, 'too_long');
    end if;
    if v_value ~ '[\x01-\x1f\x7f]' then
        perform td.refuse_input(p_field, 'control_characters');
    end if;
    return normalize(v_value, nfc);
end
$$;
comment on function td.checked_line(text, text, integer) is 'One line of text, trimmed and NFC; TD422 when too long or with control characters.';

create or replace function td.checked_text(p_field text, p_value text, p_required boolean) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_value text := coalesce(p_value, '');
begin
    if length(v_value) > 200000 then
        perform td.refuse_input(p_field, 'too_long');
    end if;
    if p_required and btrim(v_value, E' \t\r\n') = '' then
        perform td.refuse_input(p_field, 'empty');
    end if;
    if v_value ~ '[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]' then
        perform td.refuse_input(p_field, 'control_characters');
    end if;
    return normalize(v_value, nfc);
end
$$;
comment on function td.checked_text(text, text, boolean) is 'A text of several lines, NFC; TD422 when empty though required, too long or with control characters.';

create or replace function td.checked_moment(p_field text, p_value timestamptz) returns timestamptz
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    if p_value < '1990-01-01 00:00:00+00' or p_value >= '2200-01-01 00:00:00+00' then
        perform td.refuse_input(p_field, 'out_of_range');
    end if;
    return p_value;
end
$$;
comment on function td.checked_moment(text, timestamptz) is 'A moment between 1990 and 2200, or TD422.';
