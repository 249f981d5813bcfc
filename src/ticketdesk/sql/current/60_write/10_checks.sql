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

create or replace function td.trimmed(p_value text) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    -- The white space that domain/limits.py knows too: a subject of no-break spaces is empty.
    return btrim(coalesce(p_value, ''), E' \t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\u0085\u00a0\u1680'
        || E'\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000');
end
$$;
comment on function td.trimmed(text) is 'A text without white space at its ends; null is empty.';

create or replace function td.checked_line(p_field text, p_value text, p_limit integer default 200) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_value text;
begin
    -- Most lines of most cases stay empty.
    if coalesce(p_value, '') = '' then
        return '';
    end if;
    v_value := td.trimmed(p_value);
    -- Asked twice: a megabyte is not normalised for nothing, and normalising may lengthen.
    if length(v_value) <= p_limit then
        v_value := normalize(v_value, nfc);
    end if;
    if length(v_value) > p_limit then
        perform td.refuse_input(p_field, 'too_long');
    end if;
    if v_value ~ E'[\\x01-\\x1f\\x7f]' then
        perform td.refuse_input(p_field, 'control_characters');
    end if;
    return v_value;
end
$$;
comment on function td.checked_line(text, text, integer) is 'One line of text, trimmed and NFC; TD422 when too long or with control characters.';

create or replace function td.checked_text(p_field text, p_value text, p_required boolean) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_value text := coalesce(p_value, '');
begin
    if length(v_value) <= 200000 then
        v_value := normalize(v_value, nfc);
    end if;
    if length(v_value) > 200000 then
        perform td.refuse_input(p_field, 'too_long');
    end if;
    if p_required and td.trimmed(v_value) = '' then
        perform td.refuse_input(p_field, 'empty');
    end if;
    if v_value ~ E'[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]' then
        perform td.refuse_input(p_field, 'control_characters');
    end if;
    return v_value;
end
$$;
comment on function td.checked_text(text, text, boolean) is 'A text of several lines, NFC; TD422 when empty though required, too long or with control characters.';

create or replace function td.given_version(p_version integer) returns integer
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    if p_version is null then
        perform td.refuse_input('version', 'empty');
    end if;
    return p_version;
end
$$;
comment on function td.given_version(integer) is 'The version a person acted upon; TD422 when there is none, which would compare with nothing.';

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

create or replace function td.for_administrators(p_actor td.person) returns void
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    if p_actor.class <> 4 then
        raise exception 'for administrators only' using errcode = 'TD403';
    end if;
end
$$;
comment on function td.for_administrators(td.person) is 'Refuses everybody but administrators.';

create or replace function td.for_oversight(p_actor td.person) returns void
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    if p_actor.class not in (4, 5) then
        raise exception 'not for this class' using errcode = 'TD403';
    end if;
end
$$;
comment on function td.for_oversight(td.person) is 'Refuses everybody but administrators and auditors.';
