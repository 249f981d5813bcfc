-- as td_api
-- The way of every write: locked row -> changed row -> log, text, requester's copy, event, notices, request, in one transaction.

create or replace function td.repeated(p_request_id uuid, p_actor_id integer, p_verb text) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_request td.request;
begin
    if p_request_id is null then
        perform td.refuse_input('request_id', 'empty');
    end if;
    -- Claimed before anything is looked at: a client that asks again while its first call still runs waits here and gets that call's outcome.
    insert into td.request (id, person_id, verb, outcome) values (p_request_id, p_actor_id, p_verb, row(null, null, null, null)::td.outcome)
    on conflict (id) do nothing;
    -- Asked after the claim, which a beginning restore waits for: nobody's step comes in between (exchange/restore.sql).
    if td.restoring() then
        raise exception 'the server is being filled' using errcode = 'TD455';
    end if;
    if found then
        return null;
    end if;
    select r.* into v_request from td.request as r where r.id = p_request_id;
    if v_request.person_id <> p_actor_id or v_request.verb <> p_verb then
        raise exception 'request id used before' using errcode = 'TD423';
    end if;
    return v_request.outcome;
end
$$;
comment on function td.repeated(uuid, integer, text) is 'Claims a request id: null when it is new, else the outcome of the earlier call; TD423 when it was another wish.';

create or replace function td.refuse_stale(p_ticket td.ticket) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_last td.log;
begin
    select l.* into v_last from td.log as l where l.ticket_id = p_ticket.id and l.seq = p_ticket.seq;
    raise exception 'changed meanwhile' using errcode = 'TD409', detail = jsonb_build_object(
        'version', p_ticket.version, 'by', v_last.actor_id, 'what', v_last.what, 'at', v_last.at)::text;
end
$$;
comment on function td.refuse_stale(td.ticket) is 'Raises TD409 with the present version and who made it.';

create or replace function td.lock_way_to(p_actor td.person, p_ticket_id bigint) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_way bigint[];
    v_parent_id bigint := (select t.parent_id from td.ticket as t where t.id = p_ticket_id
        and (p_actor.class = 3
             or t.group_id in (select m.group_id from td.group_member as m where m.person_id = p_actor.id)
             or p_actor.id = any (t.participants))
        and (not t.hidden or coalesce(t.requester_id, t.kept_from) is distinct from p_actor.id));
begin
    -- A whole case, or nothing that he may see.
    if v_parent_id is null then
        return;
    end if;
    while v_parent_id is not null loop
        v_way := v_parent_id || v_way;
        v_parent_id := (select t.parent_id from td.ticket as t where t.id = v_parent_id);
    end loop;
    -- From the root down, always: of two who work in one tree the second waits at the root, and nobody waits in a circle.
    foreach v_parent_id in array v_way loop
        perform from td.ticket as t where t.id = v_parent_id for update;
    end loop;
end
$$;
comment on function td.lock_way_to(td.person, bigint) is 'Locks what stands above a part that a person may see, the root first.';

create or replace function td.locked_for_staff(p_actor td.person, p_ticket_id bigint, p_version integer default null) returns td.ticket
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_ticket td.ticket;
begin
    if p_actor.class not in (2, 3) then
        raise exception 'not for this class' using errcode = 'TD403';
    end if;
    perform td.lock_way_to(p_actor, p_ticket_id);
    -- The right stands in the same WHERE as the lock: nobody can hold or probe what he may not see.
    select t.* into v_ticket from td.ticket as t
    where t.id = p_ticket_id
      and (p_actor.class = 3
           or t.group_id in (select m.group_id from td.group_member as m where m.person_id = p_actor.id)
           or p_actor.id = any (t.participants))
      and (not t.hidden or coalesce(t.requester_id, t.kept_from) is distinct from p_actor.id)
    for update;
    if v_ticket.id is null then
        raise exception 'no such case' using errcode = 'TD404';
    end if;
    if p_version <> v_ticket.version then
        perform td.refuse_stale(v_ticket);
    end if;
    return v_ticket;
end
$$;
comment on function td.locked_for_staff(td.person, bigint, integer)
    is 'Locks a case for a handler or coordinator who may see it; TD404 for absent and foreign alike, TD409 when the version has moved on.';

create or replace function td.locked_for_requester(p_actor td.person, p_ticket_id bigint, p_version integer default null) returns td.ticket
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_ticket td.ticket;
    v_public_version integer;
begin
    select t.* into v_ticket from td.ticket as t where t.id = p_ticket_id and t.requester_id = p_actor.id for update;
    if v_ticket.id is null then
        raise exception 'no such case' using errcode = 'TD404';
    end if;
    select p.version into v_public_version from td.ticket_public as p where p.ticket_id = p_ticket_id;
    if p_version <> v_public_version then
        raise exception 'changed meanwhile' using errcode = 'TD409', detail = jsonb_build_object('version', v_public_version)::text;
    end if;
    return v_ticket;
end
$$;
comment on function td.locked_for_requester(td.person, bigint, integer)
    is 'Locks a case for its own requester; the version is that of the requester''s face.';

create or replace function td.public_state(p_ticket td.ticket) returns smallint
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    return (case when p_ticket.state = 1 then 1
                 when p_ticket.state = 6 and p_ticket.waiting_reason = 1 then 3
                 when p_ticket.state <= 7 then 2
                 else p_ticket.state - 4 end)::smallint;
end
$$;
comment on function td.public_state(td.ticket) is 'The requester''s word for where a case stands (domain/states.py: public_state).';

create or replace function td.person_name(p_person_id integer) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return coalesce((select d.name from td.person_detail as d where d.person_id = p_person_id), '');
end
$$;
comment on function td.person_name(integer) is 'A person''s name, empty when unknown or erased.';

create or replace function td.owner_label(p_ticket td.ticket) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return case
        when p_ticket.hidden then ''
        when p_ticket.handler_id is not null then td.person_name(p_ticket.handler_id)
        when p_ticket.group_id is not null then coalesce((select g.name from td.work_group as g where g.id = p_ticket.group_id), '')
        when p_ticket.coordinator_id is not null then td.person_name(p_ticket.coordinator_id)
        else '' end;
end
$$;
comment on function td.owner_label(td.ticket) is 'Who clarifies, as the requester may read it: nobody''s name in a hidden case.';

drop type if exists td.step cascade;
create type td.step as (
    actor_id integer, on_behalf_id integer, cause smallint, what text, audience smallint, data jsonb,
    entry_kind smallint, entry_audience smallint, channel smallint, happened_at timestamptz, body text, detail jsonb,
    tell integer[], tell_kind smallint, tell_requester_kind smallint, by_requester boolean, tell_data jsonb
);

create or replace function td.new_step(p_actor_id integer, p_cause smallint, p_what text, p_audience integer) returns td.step
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return row(p_actor_id, null, p_cause, p_what, p_audience, '{}', null, 0, 0, null, '', '{}', '{}', null, null, false, '{}')::td.step;
end
$$;
comment on function td.new_step(integer, smallint, text, integer) is 'A step to be filled in and written by td.write_step.';

create or replace function td.write_public(p_new td.ticket, p_step td.step, p_seq integer, p_at timestamptz) returns td.ticket_public
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_public td.ticket_public;
    v_shown boolean;
    v_open_names boolean := not p_new.hidden;
    v_changes jsonb := coalesce(p_step.data -> 'changes', '{}');
    v_detail jsonb;
    v_files integer;
begin
    if p_step.what = 'released' then
        p_step := td.as_released(p_new.id, p_step);
    end if;
    v_shown := p_step.entry_kind is not null and p_step.entry_audience = 1;
    v_detail := p_step.detail - 'internal';
    v_files := case when v_shown then coalesce(jsonb_array_length(v_detail -> 'files'), 0) else 0 end;
    if p_seq = 1 then
        insert into td.ticket_public (ticket_id, requester_id, kind, subject, state, priority, category_id, document_ref, requester_name,
            requester_phone, requester_email, requester_company, requester_department, owner_label, channel, wished_at, recorded_at,
            updated_at, version, ordinal, files)
        values (p_new.id, p_new.requester_id, p_new.kind, p_new.subject, td.public_state(p_new), p_new.priority, p_new.category_id,
            p_new.document_ref, p_new.requester_name, p_new.requester_phone, p_new.requester_email, p_new.requester_company,
            p_new.requester_department, td.owner_label(p_new), p_new.channel, p_new.wished_at, p_at, p_at, 1, 1, v_files)
        returning * into v_public;
    else
        select p.* into v_public from td.ticket_public as p where p.ticket_id = p_new.id;
        -- Only what this very step changed: what was changed while hidden is not brought along, neither as new nor as old value.
        if v_changes ? 'subject' then
            v_detail := v_detail || jsonb_build_object('subject', jsonb_build_array(v_public.subject, p_new.subject));
        end if;
        if v_changes ? 'document_ref' then
            v_detail := v_detail || jsonb_build_object('document_ref', jsonb_build_array(v_public.document_ref, p_new.document_ref));
        end if;
        update td.ticket_public as p
        set state = td.public_state(p_new),
            priority = case when v_changes ? 'priority' then p_new.priority else p.priority end,
            subject = case when v_changes ? 'subject' then p_new.subject else p.subject end,
            category_id = case when v_changes ? 'category_id' then p_new.category_id else p.category_id end,
            document_ref = case when v_changes ? 'document_ref' then p_new.document_ref else p.document_ref end,
            wished_at = p_new.wished_at, reopen_until = p_new.reopen_until,
            updated_at = p_at, version = p.version + 1, ordinal = p.ordinal + 1, files = p.files + v_files,
            -- Who clarifies is told by the steps that hand the case on: whoever got it while it was hidden is not named by a later message.
            owner_label = case
                when p_new.hidden then ''
                when p_step.what in ('message_added', 'changed', 'interim_answered', 'answered', 'confirmed', 'closed', 'waiting_set',
                    'waiting_ended', 'withdrawn', 'rejected', 'wished_date_set', 'released', 'entry_recorded',
                    'parts_commissioned', 'part_reported', 'parts_back') then p.owner_label
                else td.owner_label(p_new) end
        where p.ticket_id = p_new.id
        returning p.* into v_public;
    end if;
    insert into td.entry_public (ticket_id, ordinal, seq, requester_id, at, what, author_label, by_requester, kind, channel, body, detail, data)
    values (p_new.id, v_public.ordinal, p_seq, p_new.requester_id, p_at,
        -- In a hidden case a step shows as no more than the change of the requester's own word for the state.
        case when v_shown or v_open_names or p_step.by_requester or p_step.what = 'wished_date_set' then p_step.what else 'state_changed' end,
        case when p_step.by_requester or p_step.what = 'released' then td.person_name(p_step.actor_id)
             when v_open_names or p_step.actor_id = p_new.coordinator_id then td.person_name(p_step.actor_id)
             else '' end,
        p_step.by_requester,
        case when v_shown then p_step.entry_kind end, case when v_shown then p_step.channel else 0 end,
        case when v_shown then p_step.body else '' end, case when v_shown then v_detail else '{}' end,
        jsonb_strip_nulls(jsonb_build_object('state', v_public.state,
            'owner', case when v_open_names then nullif(v_public.owner_label, '') end,
            -- His own date, as it was and as it is.
            'wished_at', v_changes -> 'wished_at',
            'why', case when p_step.what = 'reopened' and (v_shown or v_open_names or p_step.by_requester) then p_step.data -> 'why' end)));
    return v_public;
end
$$;
comment on function td.write_public(td.ticket, td.step, integer, timestamptz) is 'Brings the requester''s face of a case up to a public step.';

create or replace function td.write_row(
    p_new td.ticket, p_seq integer, p_at timestamptz, p_hash bytea) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if p_seq = 1 then
        insert into td.ticket (id, kind, subject, state, way, priority, hidden, customer_group_id, category_id, document_ref, requester_id,
            requester_name, requester_phone, requester_email, requester_company, requester_department, recorded_by, channel, group_id,
            handler_id, participants, wished_at, recorded_at, updated_at, version, seq, head, files, coordinator_id, target_at, parent_id, root_id,
            depth, letter, mark, commissioned_by, blocking, contact_label, kept_from, state_since, promise_due_at, promise_stopped_at,
            promise_minutes, promise_calendar_id, promise_measure, promise_internal)
        overriding system value
        values (p_new.id, p_new.kind, p_new.subject, p_new.state, p_new.way, p_new.priority, p_new.hidden, p_new.customer_group_id,
            p_new.category_id, p_new.document_ref, p_new.requester_id, p_new.requester_name, p_new.requester_phone, p_new.requester_email,
            p_new.requester_company, p_new.requester_department, p_new.recorded_by, p_new.channel, p_new.group_id, p_new.handler_id,
            p_new.participants, p_new.wished_at, p_at, p_at, 1, p_seq, p_hash, coalesce(p_new.files, 0), p_new.coordinator_id, p_new.target_at, p_new.parent_id,
            p_new.root_id, coalesce(p_new.depth, 0), coalesce(p_new.letter, ''), coalesce(p_new.mark, ''), p_new.commissioned_by,
            coalesce(p_new.blocking, false), coalesce(p_new.contact_label, ''), p_new.kept_from, p_at, p_new.promise_due_at,
            p_new.promise_stopped_at, p_new.promise_minutes, p_new.promise_calendar_id, p_new.promise_measure,
            coalesce(p_new.promise_internal, false));
    else
        update td.ticket as t
        set subject = p_new.subject, state = p_new.state, came_from = p_new.came_from, way = p_new.way, priority = p_new.priority,
            hidden = p_new.hidden, category_id = p_new.category_id, document_ref = p_new.document_ref,
            coordinator_id = p_new.coordinator_id, group_id = p_new.group_id, handler_id = p_new.handler_id,
            participants = p_new.participants, wished_at = p_new.wished_at, target_at = p_new.target_at, waiting_reason = p_new.waiting_reason,
            waiting_until = p_new.waiting_until, answered_at = p_new.answered_at, closed_at = p_new.closed_at, reopened = p_new.reopened,
            files = p_new.files, contact_label = p_new.contact_label, parts_total = p_new.parts_total, parts_open = p_new.parts_open,
            parts_back = p_new.parts_back, parts_blocking = p_new.parts_blocking,
            promised_at = p_new.promised_at, late_message_at = p_new.late_message_at, closes_at = p_new.closes_at,
            reopen_until = p_new.reopen_until, state_since = case when t.state = p_new.state then t.state_since else p_at end,
            promise_due_at = p_new.promise_due_at, promise_stopped_at = p_new.promise_stopped_at, promise_minutes = p_new.promise_minutes,
            promise_calendar_id = p_new.promise_calendar_id, promise_measure = p_new.promise_measure,
            promise_internal = coalesce(p_new.promise_internal, false),
            updated_at = p_at, version = t.version + 1, seq = p_seq, head = p_hash
        where t.id = p_new.id;
    end if;
end
$$;
comment on function td.write_row(td.ticket, integer, timestamptz, bytea) is 'Inserts a new case or brings its row up to its newest step.';

create or replace function td.tell(p_old td.ticket, p_new td.ticket, p_step td.step, p_event_id bigint, p_at timestamptz) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if p_step.tell_kind is not null then
        -- Never oneself, never the requester of a hidden case through the desk's side.
        insert into td.notice (person_id, ticket_id, own, kind, at, actor_id, event_id, data)
        select distinct p.id, p_new.id, false, p_step.tell_kind, p_at, p_step.actor_id, p_event_id, p_step.tell_data
        from unnest(p_step.tell) as told (id) join td.person as p on p.id = told.id
        where p.active and p.id is distinct from p_step.actor_id
          and (not p_new.hidden or p.id is distinct from coalesce(p_new.requester_id, p_new.kept_from));
    end if;
    -- Coordinators share their cases: whoever acts on another's lets him know, unless the step tells him anyway.
    if p_old.coordinator_id <> p_step.actor_id and not (p_step.tell_kind is not null and p_old.coordinator_id = any (p_step.tell))
       and p_step.what in ('clarified', 'assigned', 'recalled', 'returned', 'rejected', 'withdrawn', 'answered', 'closed', 'waiting_set', 'waiting_ended')
       and exists (select from td.person as a where a.id = p_step.actor_id and a.class = 3) then
        insert into td.notice (person_id, ticket_id, own, kind, at, actor_id, event_id)
        select p.id, p_new.id, false, 51, p_at, p_step.actor_id, p_event_id
        from td.person as p where p.id = p_old.coordinator_id and p.active and p.id is distinct from p_new.handler_id
          and (not p_new.hidden or p.id is distinct from p_new.requester_id);
    end if;
    if p_step.tell_requester_kind > 0 and p_new.requester_id is distinct from p_step.actor_id then
        insert into td.notice (person_id, ticket_id, own, kind, at, actor_id, event_id)
        select p.id, p_new.id, true, p_step.tell_requester_kind, p_at, null, p_event_id
        from td.person as p where p.id = p_new.requester_id and p.active and p.login is not null;
    end if;
end
$$;
comment on function td.tell(td.ticket, td.ticket, td.step, bigint, timestamptz) is 'Writes the notices of a step: those named in tell, and the requester.';

create or replace function td.write_step(
    p_old td.ticket, p_new td.ticket, p_step td.step, p_request_id uuid) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_at timestamptz := clock_timestamp();
    v_seq integer := p_new.seq + 1;
    v_has_text boolean;
    v_salt bytea;
    v_commitment bytea;
    v_hash bytea;
    v_event_id bigint;
    v_public td.ticket_public;
    v_version integer;
    v_outcome td.outcome;
    v_files jsonb;
begin
    -- A change of the requester's own word for the state is always his to see, whatever the mode.
    if p_old.id is not null and td.public_state(p_old) <> td.public_state(p_new) then
        p_step.audience := 1;
    end if;
    p_step := td.with_origin(p_step);
    v_has_text := p_step.entry_kind is not null;
    -- A part has no public face; what the requester may know of it stands in the steps of the case.
    if p_new.way = 2 then
        p_step.audience := 0;
        p_step.entry_audience := 0;
    end if;
    if v_has_text then
        -- What was uploaded for this wish goes with its entry; the commitment holds the files' sums as well.
        v_files := td.parcel_of(p_step.actor_id, p_request_id);
        if v_files is not null then
            p_step.detail := p_step.detail || jsonb_build_object('files', v_files);
            p_new.files := coalesce(p_new.files, 0) + jsonb_array_length(v_files);
        end if;
        v_salt := uuid_send(gen_random_uuid());
        v_commitment := td.committed(v_salt, p_step.body, p_step.detail);
    end if;
    v_hash := td.chained(p_new.head, p_new.id, v_seq, v_at, p_step.actor_id, p_step.on_behalf_id, p_step.cause, p_step.what,
        p_step.audience, p_step.data, v_commitment);
    -- The row holds what the clocks of the case show after this step.
    perform td.follow_clocks(p_old, p_new, p_step, v_at);
    p_new := td.with_promise(p_new);
    if p_old.id is null then
        perform td.write_row(p_new, v_seq, v_at, v_hash);
    end if;
    insert into td.log (ticket_id, seq, at, actor_id, on_behalf_id, cause, what, audience, data, commitment, prev, hash)
    values (p_new.id, v_seq, v_at, p_step.actor_id, p_step.on_behalf_id, p_step.cause, p_step.what, p_step.audience, p_step.data,
        v_commitment, p_new.head, v_hash);
    if v_has_text then
        insert into td.entry (ticket_id, seq, kind, audience, channel, happened_at, body, detail, salt)
        values (p_new.id, v_seq, p_step.entry_kind, p_step.entry_audience, p_step.channel, p_step.happened_at, p_step.body, p_step.detail, v_salt);
        if v_files is not null then
            perform td.attach_files(p_new.id, v_seq, v_files);
        end if;
    end if;
    -- After its text: the guard of the row asks for the answer that makes a case answered.
    if p_old.id is not null then
        perform td.write_row(p_new, v_seq, v_at, v_hash);
    end if;
    if p_step.audience = 1 and p_new.requester_id is not null then
        v_public := td.write_public(p_new, p_step, v_seq, v_at);
        -- Every step that he may see is told to him (F15), unless its verb says how (or, with 0, that another one does).
        if p_step.tell_requester_kind is null and not p_step.by_requester then
            p_step.tell_requester_kind := case
                when p_old.id is null or td.public_state(p_old) <> td.public_state(p_new) then 42 else 43 end;
        end if;
    end if;
    insert into td.event (ticket_id, seq, what, audience, hidden, requester_id, group_ids, person_ids, at)
    values (p_new.id, v_seq, p_step.what, p_step.audience, p_new.hidden, coalesce(p_new.requester_id, p_new.kept_from),
        array_remove(array[p_old.group_id, p_new.group_id], null), p_new.participants, v_at)
    returning id into v_event_id;
    perform td.tell(p_old, p_new, p_step, v_event_id, v_at);
    v_version := p_new.version + 1;
    if p_old.id is not null and (p_new.parent_id is not null or p_new.parts_total > 0) then
        v_version := td.follow_in_parts(p_old, p_new, p_step);
    end if;
    v_outcome := case when p_step.by_requester
        then row(p_new.id, v_public.ordinal, v_public.version, '{}')::td.outcome
        else row(p_new.id, v_seq, case when p_old.id is null then 1 else v_version end, '{}')::td.outcome end;
    update td.request as r set outcome = v_outcome where r.id = p_request_id;
    perform td.ring(v_event_id);
    return v_outcome;
end
$$;
comment on function td.write_step(td.ticket, td.ticket, td.step, uuid)
    is 'Writes one step of a case: row, log with chain, text, requester''s copy, event, notices, request id; returns the outcome.';
