-- as td_api
-- The closed list of placeholders (domain/placeholders.py); a test compares both.
create or replace function td.placeholder_names() returns text[]
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    return array[
        'ticket_number', 'ticketnummer', 'subject', 'betreff', 'requester_name', 'ersteller', 'salutation', 'anrede', 'company', 'firma',
        'department', 'abteilung', 'own_name', 'mein_name', 'handler', 'bearbeiter', 'group', 'gruppe', 'target_date', 'zieltermin',
        'wished_date', 'terminwunsch', 'document_ref', 'beleg', 'category', 'kategorie', 'today', 'heute'];
end
$$;
comment on function td.placeholder_names() is 'Every word that may stand between braces in a template, in English and in German.';

create or replace function td.checked_placeholders(p_field text, p_text text) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_name text;
begin
    select m[1] into v_name
    from regexp_matches(p_text, E'\\{([[:alpha:]_]+)(?:\\|[^{}\\n]*)?\\}', 'g') as m
    where lower(m[1]) <> all (td.placeholder_names())
    limit 1;
    if v_name is not null then
        raise exception 'bad input' using errcode = 'TD422',
            detail = jsonb_build_object('field', p_field, 'why', 'unknown_placeholder', 'name', left(v_name, 60))::text;
    end if;
    return p_text;
end
$$;
comment on function td.checked_placeholders(text, text) is 'A text whose placeholders are all known; TD422 with the name of the first that is not.';

create or replace function td.refuse_open_places(p_field text, p_text text) returns void
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_written text;
begin
    -- Only what is a placeholder: braces around anything else are just braces (domain/placeholders.py: unresolved).
    if position('{' in p_text) > 0 then
        select m[1] into v_written
        from regexp_matches(p_text, E'(\\{([[:alpha:]_]+)(?:\\|[^{}\\n]*)?\\})', 'g') as m
        where lower(m[2]) = any (td.placeholder_names())
        limit 1;
    end if;
    if v_written is not null then
        raise exception 'bad input' using errcode = 'TD422',
            detail = jsonb_build_object('field', p_field, 'why', 'open_placeholder', 'name', left(v_written, 60))::text;
    end if;
end
$$;
comment on function td.refuse_open_places(text, text) is 'TD422 with the first placeholder that nobody has filled in: such a text goes to nobody.';

create or replace function td.checked_questions(p_field text, p_questions text[]) returns text[]
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_questions text[];
begin
    if cardinality(coalesce(p_questions, '{}')) > 20 then
        perform td.refuse_input(p_field, 'too_long');
    end if;
    select coalesce(array_agg(td.checked_line(p_field, q.text) order by q.n), '{}') into v_questions
    from unnest(p_questions) with ordinality as q (text, n) where td.trimmed(q.text) <> '';
    return v_questions;
end
$$;
comment on function td.checked_questions(text, text[]) is 'The questions of a form: up to 20 lines, empty ones left out.';

create or replace function td.may_keep_template(p_actor td.person, p_scope integer, p_owner_id integer, p_group_id integer) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return case p_scope
        when 1 then p_actor.class in (2, 3) and p_owner_id = p_actor.id
        when 2 then p_actor.class in (2, 3) and exists (
            select from td.group_member as m where m.group_id = p_group_id and m.person_id = p_actor.id)
        when 3 then p_actor.class in (3, 4)
        else false end;
end
$$;
comment on function td.may_keep_template(td.person, integer, integer, integer)
    is 'Whether somebody may write a template: his own, his group''s, or the office''s as coordination and administration.';

create or replace function td.locked_template(p_actor td.person, p_template_id integer, p_version integer) returns td.template
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_template td.template;
begin
    if p_actor.class not in (2, 3, 4) then
        raise exception 'not for this class' using errcode = 'TD403';
    end if;
    -- One deleted a moment ago may still be brought back by whoever may write it.
    select t.* into v_template from td.template as t
    where t.id = p_template_id
      and (t.scope = 3 and (t.active or p_actor.class in (3, 4)) or td.may_keep_template(p_actor, t.scope, t.owner_id, t.group_id))
    for update;
    if v_template.id is null then
        raise exception 'no such template' using errcode = 'TD404';
    end if;
    if not td.may_keep_template(p_actor, v_template.scope, v_template.owner_id, v_template.group_id) then
        raise exception 'not his to write' using errcode = 'TD403';
    end if;
    if td.given_version(p_version) <> v_template.version then
        raise exception 'changed meanwhile' using errcode = 'TD409', detail = jsonb_build_object(
            'version', v_template.version, 'by', v_template.changed_by, 'at', v_template.changed_at)::text;
    end if;
    return v_template;
end
$$;
comment on function td.locked_template(td.person, integer, integer)
    is 'Locks a template that somebody may write; TD404 for absent and foreign alike, TD403 for those he may only read, TD409 when it moved on.';
