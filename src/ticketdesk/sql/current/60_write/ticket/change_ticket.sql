-- as td_api
create or replace function td.changed(
    p_old td.ticket, p_subject text, p_priority smallint, p_category_id integer, p_target_at timestamptz, p_document_ref text,
    p_clear text[]) returns td.ticket
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_new td.ticket := p_old;
begin
    if p_clear && array['subject', 'priority'] or not p_clear <@ array['category_id', 'target_at', 'document_ref'] then
        perform td.refuse_input('clear', 'unknown');
    end if;
    if p_subject is not null then
        v_new.subject := td.checked_line('subject', p_subject, 300);
        if v_new.subject = '' then
            perform td.refuse_input('subject', 'empty');
        end if;
    end if;
    if p_priority is not null and p_priority not between 1 and 4 then
        perform td.refuse_input('priority', 'out_of_range');
    end if;
    if p_category_id is not null and not exists (select from td.category as c where c.id = p_category_id and c.active) then
        perform td.refuse_input('category_id', 'unknown');
    end if;
    v_new.priority := coalesce(p_priority, v_new.priority);
    v_new.category_id := case when 'category_id' = any (p_clear) then null else coalesce(p_category_id, v_new.category_id) end;
    v_new.target_at := case when 'target_at' = any (p_clear) then null
                            else coalesce(td.checked_moment('target_at', p_target_at), v_new.target_at) end;
    v_new.document_ref := case when 'document_ref' = any (p_clear) then ''
                               else coalesce(td.checked_line('document_ref', p_document_ref), '') end;
    if p_document_ref is null and not 'document_ref' = any (p_clear) then
        v_new.document_ref := p_old.document_ref;
    end if;
    return v_new;
end
$$;
comment on function td.changed(td.ticket, text, smallint, integer, timestamptz, text, text[]) is 'The case with changed head data; TD422 for what cannot be.';

create or replace function td.do_change_ticket(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_subject text, p_priority smallint,
    p_category_id integer, p_target_at timestamptz, p_document_ref text, p_clear text[]) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp set timezone = 'UTC'
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'change_ticket');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'changed', 0);
    v_changes jsonb := '{}';
    v_public boolean;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_coordination(p_actor, p_ticket_id, td.given_version(p_version));
    if not v_old.is_open then
        perform td.refuse_step(v_old, v_old.state);
    end if;
    v_new := td.changed(v_old, p_subject, p_priority, p_category_id, p_target_at, p_document_ref, coalesce(p_clear, '{}'));
    if v_new.priority <> v_old.priority then
        v_changes := v_changes || jsonb_build_object('priority', jsonb_build_array(v_old.priority, v_new.priority));
    end if;
    if v_new.category_id is distinct from v_old.category_id then
        v_changes := v_changes || jsonb_build_object('category_id', jsonb_build_array(v_old.category_id, v_new.category_id));
    end if;
    if v_new.subject <> v_old.subject then
        v_changes := v_changes || '{"subject": true}';
        v_step.detail := v_step.detail || jsonb_build_object('subject', jsonb_build_array(v_old.subject, v_new.subject));
    end if;
    if v_new.document_ref <> v_old.document_ref then
        v_changes := v_changes || '{"document_ref": true}';
        v_step.detail := v_step.detail || jsonb_build_object('document_ref', jsonb_build_array(v_old.document_ref, v_new.document_ref));
    end if;
    -- The requester shares all of this but the coordinator's date, which he never learns.
    v_public := v_changes <> '{}';
    if v_new.target_at is distinct from v_old.target_at then
        v_changes := v_changes || jsonb_build_object('target_at', jsonb_build_array(v_old.target_at, v_new.target_at));
    end if;
    if v_changes = '{}' then
        return row(v_old.id, v_old.seq, v_old.version, '{"unchanged": true}')::td.outcome;
    end if;
    v_step.audience := case when v_public and not v_new.hidden then 1 else 0 end;
    if v_step.detail <> '{}' then
        v_step.entry_kind := 8;
        v_step.entry_audience := v_step.audience;
    end if;
    v_step.data := jsonb_build_object('changes', v_changes);
    v_step.tell := array_remove(array[v_new.handler_id], null);
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_change_ticket(td.person, smallint, uuid, bigint, integer, text, smallint, integer, timestamptz, text, text[])
    is 'Changes head data of an open case and logs each value as old and new.';

create or replace function api.change_ticket(
    request_id uuid, ticket_id bigint, version integer, subject text, priority smallint, category_id integer, target_at timestamptz,
    document_ref text, clear text[]) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_change_ticket(td.actor(), 1::smallint, $1, $2, $3, $4, $5, $6, $7, $8, $9) $$;
comment on function api.change_ticket(uuid, bigint, integer, text, smallint, integer, timestamptz, text, text[]) is 'Change head data (ChangeTicket).';
grant execute on function api.change_ticket(uuid, bigint, integer, text, smallint, integer, timestamptz, text, text[]) to td_coordinator;
