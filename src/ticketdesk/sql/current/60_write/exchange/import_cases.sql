-- as td_api
-- Imported history: log with cause import (4), original stamps and original words; only the last state is set, whole cases only.
create or replace function td.import_case(
    p_actor td.person, p_customer_group_id integer, p_groups jsonb, p_persons jsonb, p_case jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_new td.ticket;
    v_step record;
    v_log td.log;
    v_entry td.entry;
    v_logs td.log[] := '{}';
    v_entries td.entry[] := '{}';
    v_state smallint;
    v_old td.ticket;
    v_way td.ticket[] := '{}';
begin
    v_new.id := nextval('td.ticket_id_seq'::regclass);
    v_new.head := td.genesis(v_new.id);
    v_new.seq := 0;
    v_new.reopened := 0;
    for v_step in
        select s.* from rows from (
            jsonb_to_recordset(p_case -> 'steps') as (at timestamptz, person text, "group" text, state smallint, reason smallint, words jsonb)
        ) with ordinality as s (at, person, group_name, state, reason, words, nr) order by s.nr
    loop
        if v_step.at is null or v_step.at < v_new.updated_at then
            perform td.refuse_input('at', 'out_of_order');
        end if;
        if octet_length(v_step.words::text) > 10000 then
            perform td.refuse_input('words', 'too_long');
        end if;
        v_state := coalesce(v_step.state, v_new.state);
        v_new.reopened := v_new.reopened + case when v_new.state >= 8 and v_state < 8 then 1 else 0 end;
        v_new.answered_at := case when v_state >= 8 then coalesce(v_new.answered_at, v_step.at) end;
        v_new.closed_at := case when v_state > 8 then coalesce(v_new.closed_at, v_step.at) end;
        v_new.waiting_reason := case when v_state = 6 then coalesce(v_step.reason, case when v_step.state is null then v_new.waiting_reason end) end;
        v_new.state := v_state;
        v_new.group_id := (p_groups ->> v_step.group_name)::integer;
        v_new.recorded_at := coalesce(v_new.recorded_at, v_step.at);
        v_new.updated_at := v_step.at;
        v_new.seq := v_new.seq + 1;
        v_log := row(v_new.id, v_new.seq, v_step.at, (p_persons ->> v_step.person)::integer, null, 4, 'imported', 0,
            jsonb_strip_nulls(jsonb_build_object('state', v_step.state, 'group', v_new.group_id)), null, v_new.head, v_new.head);
        v_entry := row(v_new.id, v_new.seq, 8, 0, 5, null, '', coalesce(v_step.words, '{}'), uuid_send(gen_random_uuid()));
        v_log.commitment := td.committed(v_entry.salt, v_entry.body, v_entry.detail);
        v_log.hash := td.chained(v_log.prev, v_log.ticket_id, v_log.seq, v_log.at, v_log.actor_id, null, v_log.cause, v_log.what,
            v_log.audience, v_log.data, v_log.commitment);
        v_new.head := v_log.hash;
        v_way := v_way || v_new;
        v_logs := v_logs || v_log;
        v_entries := v_entries || v_entry;
    end loop;
    perform td.write_imported(p_actor, p_customer_group_id, p_case, v_new);
    insert into td.log select l.* from unnest(v_logs) as l;
    insert into td.entry select e.* from unnest(v_entries) as e;
    -- Promises that were in force then: how the case stood at each of its stamps, without a word to anybody.
    foreach v_new in array v_way loop
        v_new.kind := (p_case ->> 'kind')::smallint;
        v_new.priority := (p_case ->> 'priority')::smallint;
        v_new.customer_group_id := p_customer_group_id;
        v_new.way := 0;
        perform td.follow_clocks(v_old, v_new, td.new_step(null, 4::smallint, 'imported', 0), v_new.updated_at);
        v_old := v_new;
    end loop;
    update td.clock as c set warned_for = c.due_at, told_for = c.due_at where c.ticket_id = v_new.id and c.ended_at is null;
end
$$;
comment on function td.import_case(td.person, integer, jsonb, jsonb, jsonb) is 'Writes one imported case with its whole chained log; TD422 for what cannot be.';

create or replace function td.write_imported(
    p_actor td.person, p_customer_group_id integer, p_case jsonb, p_last td.ticket) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_requester jsonb := coalesce(p_case -> 'requester', '{}');
    v_ref text := td.checked_line('external_ref', p_case ->> 'external_ref');
begin
    if p_last.seq = 0 then
        perform td.refuse_input('steps', 'empty');
    end if;
    if v_ref = '' then
        perform td.refuse_input('external_ref', 'empty');
    end if;
    if p_last.state is null then
        perform td.refuse_input('state', 'unknown');
    end if;
    -- Nobody is in charge of it and nobody is told: requester and handlers of that time have no log-in.
    insert into td.ticket (id, kind, subject, state, priority, customer_group_id, document_ref, requester_name, requester_company,
        requester_department, recorded_by, channel, group_id, waiting_reason, recorded_at, updated_at, answered_at, closed_at, reopened,
        source, external_ref, version, seq, head)
    overriding system value
    values (p_last.id, (p_case ->> 'kind')::smallint, td.checked_line('subject', p_case ->> 'subject', 300), p_last.state,
        (p_case ->> 'priority')::smallint, p_customer_group_id, td.checked_line('document_ref', p_case ->> 'document_ref'),
        td.checked_line('requester', v_requester ->> 'name'), td.checked_line('requester', v_requester ->> 'company'),
        td.checked_line('requester', v_requester ->> 'department'), p_actor.id, 5, p_last.group_id,
        case when p_last.state = 6 then (p_case ->> 'waiting_reason')::smallint end, p_last.recorded_at, p_last.updated_at,
        p_last.answered_at, p_last.closed_at, p_last.reopened, 1, v_ref, 1, p_last.seq, p_last.head);
    insert into td.event (ticket_id, seq, what, audience, hidden, group_ids)
    values (p_last.id, p_last.seq, 'imported', 0, false, array_remove(array[p_last.group_id], null));
end
$$;
comment on function td.write_imported(td.person, integer, jsonb, td.ticket) is 'Writes the row of an imported case as its log leaves it, and one internal event.';

create or replace function td.do_import_cases(p_actor td.person, p_request_id uuid, p_batch jsonb) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'import_cases');
    v_case jsonb;
    v_customer_group_id integer;
    v_groups jsonb;
    v_persons jsonb;
    v_held text[];
    v_imported integer := 0;
    v_present integer := 0;
    v_refused jsonb := '[]';
    v_why text;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    if p_actor.class <> 4 then
        raise exception 'for administrators only' using errcode = 'TD403';
    end if;
    if jsonb_typeof(p_batch -> 'cases') is distinct from 'array' or jsonb_array_length(p_batch -> 'cases') > 1000 then
        perform td.refuse_input('batch', 'out_of_range');
    end if;
    v_customer_group_id := td.imported_customer_group(p_batch ->> 'customer_group');
    v_groups := td.imported_groups(coalesce(p_batch -> 'groups', '[]'));
    v_persons := td.imported_persons(coalesce(p_batch ->> 'profile', ''), coalesce(p_batch -> 'persons', '{}'));
    select coalesce(array_agg(t.external_ref::text), '{}') into v_held
    from td.ticket as t
    where t.source = 1 and t.external_ref <> ''
      and t.external_ref in (select c ->> 'external_ref' from jsonb_array_elements(p_batch -> 'cases') as c);
    for v_case in select c from jsonb_array_elements(p_batch -> 'cases') as c loop
        if v_case ->> 'external_ref' = any (v_held) then
            v_present := v_present + 1;
            continue;
        end if;
        begin
            perform td.import_case(p_actor, v_customer_group_id, v_groups, v_persons, v_case);
            v_imported := v_imported + 1;
            v_held := v_held || (v_case ->> 'external_ref');
        exception
            -- Whole or not at all; the other cases of the batch go on.
            when sqlstate 'TD422' then
                get stacked diagnostics v_why = pg_exception_detail;
                v_refused := v_refused || (v_why::jsonb || jsonb_build_object('external_ref', v_case -> 'external_ref'));
            when data_exception or integrity_constraint_violation then
                v_refused := v_refused || jsonb_build_object('external_ref', v_case -> 'external_ref', 'field', '', 'why', 'out_of_range');
        end;
    end loop;
    v_done := row(0, 0, 0, jsonb_build_object('imported', v_imported, 'present', v_present, 'refused', v_refused))::td.outcome;
    update td.request as r set outcome = v_done where r.id = p_request_id;
    -- One ring for the whole batch, and no notices: history is news to nobody.
    perform pg_notify('td_in', '');
    return v_done;
end
$$;
comment on function td.do_import_cases(td.person, uuid, jsonb) is 'Imports a batch of whole cases once; those that are there already are left alone, the refused ones named with their reason.';

create or replace function api.import_cases(request_id uuid, batch jsonb) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_import_cases(td.actor(), $1, $2) $$;
comment on function api.import_cases(uuid, jsonb) is 'Import up to 1,000 cases of another system as history (ImportCases).';
grant execute on function api.import_cases(uuid, jsonb) to td_admin;
