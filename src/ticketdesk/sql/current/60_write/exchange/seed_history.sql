-- as td_api
-- A year of history for a demonstration: the same rows as the verbs beside this folder write, with stamps of the past. Nobody may call
-- this but the upgrade's own role and the superuser, and only while nobody has worked in the office yet.
create or replace function td.seeded_row(p_old td.ticket, p_actor td.person, p_at timestamptz, p_do jsonb) returns td.ticket
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_new td.ticket := p_old;
    v_what text := p_do ->> 'what';
begin
    case v_what
    when 'accepted' then
        v_new := td.joined(td.moved(p_old, 2), p_actor.id);
        v_new.coordinator_id := p_actor.id;
        v_new.way := 0;
    when 'clarified' then
        v_new := td.joined(td.moved(p_old, 3), p_actor.id);
        v_new.coordinator_id := p_actor.id;
        v_new.handler_id := null;
    when 'assigned' then
        v_new := td.addressed(p_actor, td.moved(p_old, 4), (p_do ->> 'handler')::integer, (p_do ->> 'group')::integer);
        if p_actor.class = 3 and (v_new.coordinator_id is null or p_old.state = 1) then
            v_new.coordinator_id := p_actor.id;
            v_new.way := 0;
        end if;
        v_new := td.joined(v_new, p_actor.id);
    when 'taken_over' then
        v_new := td.joined(td.moved(p_old, 5), p_actor.id);
        v_new.handler_id := p_actor.id;
    when 'given_back' then
        v_new := td.moved(p_old, 4);
        v_new.handler_id := null;
    when 'reported' then
        v_new := td.moved(p_old, 7);
    when 'interim_answered' then
        v_new := td.joined(p_old, p_actor.id);
    when 'answered' then
        v_new := td.joined(td.moved(p_old, 8), p_actor.id);
        v_new.answered_at := p_at;
        -- Nothing of a made-up past closes while the office is opened.
        v_new.closes_at := greatest(td.closes_at(p_at), now() + make_interval(days => 1 + (p_old.id % 13)::integer));
    when 'closed', 'confirmed' then
        v_new := td.finished(p_old, 9, p_at);
    when 'withdrawn' then
        v_new := td.finished(p_old, 10, p_at);
    when 'rejected' then
        v_new := td.joined(td.finished(p_old, 11, p_at), p_actor.id);
    when 'reopened' then
        v_new := td.reopened(p_old);
    when 'message_added' then
        if p_old.state = 6 and p_old.waiting_reason = 1 then
            v_new := td.moved(p_old, p_old.came_from);
        end if;
    when 'waiting_set' then
        v_new := td.moved(p_old, 6);
        v_new.waiting_reason := (p_do ->> 'reason')::smallint;
        v_new.waiting_until := (p_do ->> 'until')::timestamptz;
    when 'waiting_ended' then
        v_new := td.moved(p_old, p_old.came_from);
    when 'changed' then
        v_new := td.changed(p_old, null, (p_do ->> 'priority')::smallint, (p_do ->> 'category_id')::integer,
            (p_do ->> 'target_at')::timestamptz, null, '{}');
    when 'hidden_set' then
        v_new.hidden := (p_do ->> 'hidden')::boolean;
    when 'noted' then
        null;
    end case;
    return v_new;
end
$$;
comment on function td.seeded_row(td.ticket, td.person, timestamptz, jsonb) is 'The row of a case after a step of seeded history, by the rules of the verbs.';

create or replace function td.seeded_step(p_old td.ticket, p_new td.ticket, p_actor td.person, p_do jsonb) returns td.step
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_what text := p_do ->> 'what';
    v_step td.step := td.new_step(p_actor.id, 1::smallint, v_what, td.mode_audience(p_new));
    v_changes jsonb;
begin
    v_step.by_requester := v_what in ('confirmed', 'withdrawn', 'message_added') or v_what = 'reopened' and p_actor.id = p_new.requester_id;
    v_step.body := coalesce(p_do ->> 'body', '');
    v_step.entry_kind := case when v_what = 'assigned' and v_step.body = '' then null
        else ('{"noted": 2, "reported": 3, "interim_answered": 4, "answered": 5, "message_added": 6, "assigned": 7, "reopened": 8, '
              '"rejected": 8, "withdrawn": 8}'::jsonb ->> v_what)::smallint end;
    v_step.audience := case
        when v_what in ('noted', 'hidden_set', 'changed') then 0
        when v_what in ('accepted', 'interim_answered', 'answered', 'closed', 'confirmed', 'reopened', 'message_added', 'withdrawn', 'rejected')
            then 1
        else v_step.audience end;
    v_step.entry_audience := case
        when v_what = 'reopened' and not v_step.by_requester then td.mode_audience(p_new)
        when v_step.entry_kind is null then 0
        else v_step.audience end;
    if p_old.state <> p_new.state or v_what in ('assigned', 'given_back') then
        v_step.data := jsonb_build_object('from', p_old.state, 'to', p_new.state);
    end if;
    case v_what
    when 'assigned' then
        v_step.data := v_step.data || jsonb_strip_nulls(jsonb_build_object('handler', (p_do ->> 'handler')::integer,
            'group', (p_do ->> 'group')::integer, 'was_handler', p_old.handler_id, 'was_group', p_old.group_id));
    when 'taken_over' then
        v_step.data := v_step.data || jsonb_build_object('handler', p_actor.id);
    when 'given_back' then
        v_step.data := v_step.data || jsonb_build_object('group', p_new.group_id);
    when 'answered' then
        v_step.detail := jsonb_strip_nulls(jsonb_build_object('solution', p_do ->> 'solution', 'closes_at', p_new.closes_at));
    when 'reopened' then
        v_step.data := v_step.data || jsonb_build_object('why', td.why_reopened(p_old, v_step.by_requester));
    when 'waiting_set' then
        v_step.data := v_step.data || jsonb_strip_nulls(jsonb_build_object('reason', p_new.waiting_reason, 'until', p_new.waiting_until));
    when 'hidden_set' then
        v_step.data := jsonb_build_object('hidden', p_new.hidden);
    when 'changed' then
        v_changes := case when p_new.priority <> p_old.priority
            then jsonb_build_object('priority', jsonb_build_array(p_old.priority, p_new.priority)) else '{}' end
            || case when p_new.category_id is distinct from p_old.category_id
            then jsonb_build_object('category_id', jsonb_build_array(p_old.category_id, p_new.category_id)) else '{}' end;
        v_step.audience := case when v_changes <> '{}' and not p_new.hidden then 1 else 0 end;
        v_step.data := jsonb_build_object('changes', v_changes || case when p_new.target_at is distinct from p_old.target_at
            then jsonb_build_object('target_at', jsonb_build_array(p_old.target_at, p_new.target_at)) else '{}' end);
    else
        null;
    end case;
    return v_step;
end
$$;
comment on function td.seeded_step(td.ticket, td.ticket, td.person, jsonb) is 'The step that belongs to a seeded change: text, audience and data as the verbs have them.';

create or replace function td.write_seeded(p_old td.ticket, p_new td.ticket, p_step td.step, p_at timestamptz) returns td.ticket
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_new td.ticket := p_new;
    v_salt bytea;
    v_commitment bytea;
begin
    if p_old.id is not null and td.public_state(p_old) <> td.public_state(p_new) then
        p_step.audience := 1;
    end if;
    if p_step.entry_kind is not null then
        v_salt := uuid_send(gen_random_uuid());
        v_commitment := td.committed(v_salt, p_step.body, p_step.detail);
    end if;
    v_new.seq := p_new.seq + 1;
    v_new.head := td.chained(p_new.head, p_new.id, v_new.seq, p_at, p_step.actor_id, p_step.on_behalf_id, p_step.cause, p_step.what,
        p_step.audience, p_step.data, v_commitment);
    perform td.follow_clocks(p_old, p_new, p_step, p_at);
    p_new := td.with_promise(p_new);
    v_new.state_since := case when p_old.state = p_new.state then p_old.state_since else p_at end;
    if p_old.id is null then
        perform td.write_row(p_new, v_new.seq, p_at, v_new.head);
    end if;
    insert into td.log (ticket_id, seq, at, actor_id, on_behalf_id, cause, what, audience, data, commitment, prev, hash)
    values (p_new.id, v_new.seq, p_at, p_step.actor_id, p_step.on_behalf_id, p_step.cause, p_step.what, p_step.audience, p_step.data,
        v_commitment, p_new.head, v_new.head);
    if p_step.entry_kind is not null then
        insert into td.entry (ticket_id, seq, kind, audience, channel, happened_at, body, detail, salt)
        values (p_new.id, v_new.seq, p_step.entry_kind, p_step.entry_audience, p_step.channel, p_step.happened_at, p_step.body,
            p_step.detail, v_salt);
    end if;
    if p_old.id is not null then
        perform td.write_row(p_new, v_new.seq, p_at, v_new.head);
    end if;
    if p_step.audience = 1 and p_new.requester_id is not null then
        perform td.write_public(p_new, p_step, v_new.seq, p_at);
    end if;
    v_new.recorded_at := coalesce(p_new.recorded_at, p_at);
    v_new.version := case when p_old.id is null then 1 else p_new.version + 1 end;
    v_new.updated_at := p_at;
    return v_new;
end
$$;
comment on function td.write_seeded(td.ticket, td.ticket, td.step, timestamptz)
    is 'What td.write_step writes, with a stamp of the past; no event, no notice, no request: nobody was there to be told.';

create or replace function td.seed_case(p_case jsonb) returns bigint
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_ticket td.ticket;
    v_new td.ticket;
    v_actor td.person;
    v_step td.step;
    v_do jsonb;
    v_direct boolean := p_case ? 'handler' or p_case ? 'group';
begin
    select p.* into v_actor from td.person as p where p.id = (p_case ->> 'recorded_by')::integer;
    v_new := td.requester_of(v_actor, (p_case ->> 'requester')::integer, p_case ->> 'requester_name', p_case ->> 'requester_phone', null,
        p_case ->> 'requester_company', p_case ->> 'requester_department');
    v_new.id := nextval('td.ticket_id_seq'::regclass);
    v_new.head := td.genesis(v_new.id);
    v_new.seq := 0;
    -- What a row of the relation has by itself: the case is written on from this one, step by step.
    v_new.reopened := 0;
    v_new.files := 0;
    v_new.contact_label := '';
    v_new.parts_total := 0;
    v_new.parts_open := 0;
    v_new.parts_back := 0;
    v_new.parts_blocking := 0;
    v_new.subject := td.checked_line('subject', p_case ->> 'subject', 300);
    v_new.kind := p_case ->> 'kind';
    v_new.priority := p_case ->> 'priority';
    v_new.category_id := p_case ->> 'category_id';
    v_new.document_ref := coalesce(p_case ->> 'document_ref', '');
    v_new.wished_at := p_case ->> 'wished_at';
    v_new.channel := coalesce(p_case ->> 'channel', '0');
    v_new.hidden := (p_case ->> 'hidden')::boolean;
    v_new.recorded_by := v_actor.id;
    v_new.participants := '{}';
    v_new.state := case when v_direct then 4 else 1 end;
    v_new.way := case when v_direct then 1 else 0 end;
    v_new := td.addressed(v_actor, v_new, (p_case ->> 'handler')::integer, (p_case ->> 'group')::integer);
    v_step := td.new_step(v_actor.id, 1::smallint, 'recorded', 1);
    v_step.by_requester := v_new.requester_id is not distinct from v_actor.id;
    v_step.on_behalf_id := case when not v_step.by_requester then v_new.requester_id end;
    v_step.entry_kind := 1;
    v_step.entry_audience := 1;
    v_step.channel := v_new.channel;
    v_step.happened_at := p_case ->> 'happened_at';
    v_step.body := td.checked_text('description', p_case ->> 'body', true);
    v_step.detail := jsonb_build_object('subject', v_new.subject);
    v_step.data := jsonb_strip_nulls(jsonb_build_object('kind', v_new.kind, 'priority', v_new.priority, 'way', v_new.way, 'to', v_new.state,
        'handler', v_new.handler_id, 'group', v_new.group_id));
    v_ticket := td.write_seeded(null, v_new, v_step, (p_case ->> 'at')::timestamptz);
    for v_do in select d from jsonb_array_elements(p_case -> 'steps') as d loop
        select p.* into v_actor from td.person as p where p.id = (v_do ->> 'by')::integer;
        v_new := td.seeded_row(v_ticket, v_actor, (v_do ->> 'at')::timestamptz, v_do);
        v_ticket := td.write_seeded(v_ticket, v_new, td.seeded_step(v_ticket, v_new, v_actor, v_do), (v_do ->> 'at')::timestamptz);
    end loop;
    return v_ticket.id;
end
$$;
comment on function td.seed_case(jsonb) is 'Writes one case of seeded history, step by step; what the table of transitions does not know is refused here too.';

create or replace function td.do_seed_history(p_cases jsonb) returns integer
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    -- History that people are said to have made must never come into an office where people work.
    if exists (select from td.request) then
        raise exception 'somebody works here already' using errcode = 'TD403';
    end if;
    return (select count(td.seed_case(c)) from jsonb_array_elements(p_cases) as c);
end
$$;
comment on function td.do_seed_history(jsonb) is 'Fills a fresh demonstration office with cases of the past; for provisioning only, granted to nobody.';
