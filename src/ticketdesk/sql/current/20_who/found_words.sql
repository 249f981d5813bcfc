-- as td_api
-- How people are found by typing: without case and accents, ä as ae and as a, by the beginning of each word and by parts of a number.
create or replace function td.folded(p_text text, p_plain boolean) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_text text := translate(replace(lower(normalize(coalesce(p_text, ''), nfc)), 'ß', 'ss'), 'łøđ', 'lod');
begin
    if not p_plain then
        v_text := replace(replace(replace(v_text, 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue');
    end if;
    return regexp_replace(normalize(v_text, nfkd), E'[\u0300-\u036f]', '', 'g');
end
$$;
comment on function td.folded(text, boolean) is 'A text without case and accents; umlauts as two letters, or plain as one.';

create or replace function td.words_of(p_text text) returns text[]
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    return array_remove(regexp_split_to_array(p_text, '[^[:alnum:]]+'), '');
end
$$;
comment on function td.words_of(text) is 'The words of a text, cut at everything that is neither letter nor digit.';

create or replace function td.dialled(p_text text) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    return regexp_replace(regexp_replace(regexp_replace(coalesce(p_text, ''), '[^0-9]', '', 'g'), '^(0049|49)', ''), '^0+', '');
end
$$;
comment on function td.dialled(text) is 'The digits of a phone number without the country''s and the trunk''s prefix: +49 30 55 and 030 55 are the same.';

create or replace function td.person_words(p_name text, p_company text, p_department text, p_email text, p_phone text) returns tsvector
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_text text := concat_ws(' ', p_name, p_company, p_department, p_email);
    v_number text := left(td.dialled(p_phone), 40);
begin
    -- Most texts are plain: there is nothing to fold, and nothing to keep twice.
    return array_to_tsvector(
        case when octet_length(v_text) = length(v_text) then td.words_of(lower(v_text))
             else td.words_of(td.folded(v_text, false)) || td.words_of(td.folded(v_text, true)) end
        || array(select substr(v_number, n) from generate_series(1, length(v_number) - 1) as n));
end
$$;
comment on function td.person_words(text, text, text, text, text) is 'What a person is found by: words of name, company, department and e-mail, ends of the phone number.';

create or replace function td.words_typed(p_typed text) returns tsquery
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_typed text := left(btrim(coalesce(p_typed, '')), 100);
    v_words text[];
begin
    if v_typed ~ '^[-+0-9 ()/.]+$' and length(td.dialled(v_typed)) >= 2 then
        v_words := array[td.dialled(v_typed)];
    else
        v_words := td.words_of(td.folded(v_typed, false));
    end if;
    -- Letters and digits alone, so that nothing in them means anything to the query.
    return (select string_agg(concat('''', w, ''':*'), ' & ') from unnest(v_words[1:8]) as w)::tsquery;
end
$$;
comment on function td.words_typed(text) is 'Each word typed as the beginning of a word to be found; null when nothing was typed.';
grant execute on function td.folded(text, boolean), td.words_of(text), td.dialled(text), td.person_words(text, text, text, text, text) to td_owner;
