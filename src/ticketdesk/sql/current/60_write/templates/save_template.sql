-- as td_api
create or replace function td.do_save_template(
    p_actor td.person, p_request_id uuid, p_given td.template, p_version integer) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'save_template');
    v_old td.template;
    v_new td.template := p_given;
    v_outcome td.outcome;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    if p_given.id is not null then
        v_old := td.locked_template(p_actor, p_given.id, p_version);
    elsif p_actor.class not in (2, 3, 4) then
        raise exception 'not for this class' using errcode = 'TD403';
    end if;
    if v_new.purpose is null or v_new.purpose not between 1 and 3 then
        perform td.refuse_input('purpose', 'out_of_range');
    end if;
    if v_new.scope is null or v_new.scope not between 1 and 3 then
        perform td.refuse_input('scope', 'out_of_range');
    end if;
    v_new.owner_id := coalesce(v_old.owner_id, p_actor.id);
    if v_new.scope = 1 then
        v_new.owner_id := p_actor.id;
    end if;
    if v_new.scope = 2 and v_new.group_id is null then
        perform td.refuse_input('group_id', 'empty');
    end if;
    v_new.group_id := case when v_new.scope = 2 then v_new.group_id end;
    if not td.may_keep_template(p_actor, v_new.scope, v_new.owner_id, v_new.group_id) then
        raise exception 'not his to write' using errcode = 'TD403';
    end if;
    v_new.for_requesters := coalesce(v_new.for_requesters, false) and v_new.scope = 3 and v_new.purpose = 1;
    v_new.name_de := td.checked_line('name_de', v_new.name_de);
    v_new.name_en := td.checked_line('name_en', v_new.name_en);
    if v_new.name_de = '' and v_new.name_en = '' then
        perform td.refuse_input('name_de', 'empty');
    end if;
    v_new.subject_de := td.checked_placeholders('subject_de', td.checked_line('subject_de', v_new.subject_de));
    v_new.subject_en := td.checked_placeholders('subject_en', td.checked_line('subject_en', v_new.subject_en));
    -- A text is needed in each language that has a name; a form may consist of its questions.
    v_new.body_de := td.checked_placeholders('body_de',
        td.checked_text('body_de', v_new.body_de, v_new.purpose <> 1 and v_new.name_de <> ''));
    v_new.body_en := td.checked_placeholders('body_en',
        td.checked_text('body_en', v_new.body_en, v_new.purpose <> 1 and v_new.name_en <> ''));
    v_new.questions_de := td.checked_questions('questions_de', v_new.questions_de);
    v_new.questions_en := td.checked_questions('questions_en', v_new.questions_en);
    if v_new.kind not between 1 and 3 then
        perform td.refuse_input('kind', 'out_of_range');
    end if;
    if v_new.priority not between 1 and 4 then
        perform td.refuse_input('priority', 'out_of_range');
    end if;
    if v_new.category_id is not null and not exists (select from td.category as c where c.id = v_new.category_id and c.active) then
        perform td.refuse_input('category_id', 'unknown');
    end if;
    v_outcome := td.template_kept(p_actor, v_old, v_new);
    update td.request as r set outcome = v_outcome where r.id = p_request_id;
    return v_outcome;
end
$$;
comment on function td.do_save_template(td.person, uuid, td.template, integer) is 'Checks and keeps a template, a new one or a changed one.';

create or replace function td.template_kept(p_actor td.person, p_old td.template, p_new td.template) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_id integer := p_old.id;
begin
    if v_id is null then
        insert into td.template (purpose, scope, owner_id, group_id, for_requesters, name_de, name_en, subject_de, subject_en, body_de, body_en,
            questions_de, questions_en, kind, priority, category_id, changed_by)
        values (p_new.purpose, p_new.scope, p_new.owner_id, p_new.group_id, p_new.for_requesters, p_new.name_de, p_new.name_en,
            p_new.subject_de, p_new.subject_en, p_new.body_de, p_new.body_en, p_new.questions_de, p_new.questions_en, p_new.kind,
            p_new.priority, p_new.category_id, p_actor.id)
        returning id into v_id;
    else
        update td.template as t
        set purpose = p_new.purpose, scope = p_new.scope, owner_id = p_new.owner_id, group_id = p_new.group_id,
            for_requesters = p_new.for_requesters, name_de = p_new.name_de, name_en = p_new.name_en, subject_de = p_new.subject_de,
            subject_en = p_new.subject_en, body_de = p_new.body_de, body_en = p_new.body_en, questions_de = p_new.questions_de,
            questions_en = p_new.questions_en, kind = p_new.kind, priority = p_new.priority, category_id = p_new.category_id,
            active = true, version = t.version + 1, changed_by = p_actor.id, changed_at = now()
        where t.id = v_id;
    end if;
    return row(0, 0, coalesce(p_old.version, 0) + 1, jsonb_build_object('template', v_id))::td.outcome;
end
$$;
comment on function td.template_kept(td.person, td.template, td.template) is 'Writes a checked template; one that was deleted is there again.';

create or replace function api.save_template(
    request_id uuid, template_id integer, version integer, purpose smallint, scope smallint, group_id integer, for_requesters boolean,
    name_de text, name_en text, subject_de text, subject_en text, body_de text, body_en text, questions_de text[], questions_en text[],
    kind smallint, priority smallint, category_id integer) returns td.outcome
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_given td.template;
begin
    v_given.id := template_id;
    v_given.purpose := purpose;
    v_given.scope := scope;
    v_given.group_id := group_id;
    v_given.for_requesters := for_requesters;
    -- Checked before a column's own limit would speak without a field.
    v_given.name_de := td.checked_line('name_de', name_de);
    v_given.name_en := td.checked_line('name_en', name_en);
    v_given.subject_de := td.checked_line('subject_de', subject_de);
    v_given.subject_en := td.checked_line('subject_en', subject_en);
    v_given.body_de := body_de;
    v_given.body_en := body_en;
    v_given.questions_de := questions_de;
    v_given.questions_en := questions_en;
    v_given.kind := kind;
    v_given.priority := priority;
    v_given.category_id := category_id;
    return td.do_save_template(td.actor(), request_id, v_given, version);
end
$$;
comment on function api.save_template(uuid, integer, integer, smallint, smallint, integer, boolean, text, text, text, text, text, text, text[],
    text[], smallint, smallint, integer) is 'Keep a template (SaveTemplate).';
grant execute on function api.save_template(uuid, integer, integer, smallint, smallint, integer, boolean, text, text, text, text, text, text,
    text[], text[], smallint, smallint, integer) to td_handler, td_coordinator, td_admin;
