-- as td_api
-- Imported history: log with cause import (4), original stamps and original words; only the last state is set, whole cases only.
-- Cases come as a set, since what is done once for five hundred costs a tenth; where one of them is refused, each is tried by itself.
create or replace function td.import_set(
    p_actor td.person, p_run_id integer, p_customer_group_id integer, p_groups jsonb, p_persons jsonb, p_cases jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_ids bigint[];
    v_steps td.import_step[];
    v_hashes bytea[];
    v_clocks td.clock[];
begin
    select array_agg(nextval('td.ticket_id_seq'::regclass)) into v_ids from generate_series(1, jsonb_array_length(p_cases));
    v_steps := array(select s from td.imported_steps(p_cases, v_ids, p_groups, p_persons) as s order by s.place, s.nr);
    perform td.refuse_imported(p_cases, v_steps);
    v_hashes := td.imported_hashes(v_steps);
    v_clocks := td.clock_imported(p_customer_group_id, p_cases, v_steps);
    perform td.write_imported(p_actor, p_run_id, p_customer_group_id, p_cases, v_steps, v_hashes, v_clocks);
    insert into td.log (ticket_id, seq, at, actor_id, cause, what, audience, data, commitment, prev, hash)
    select s.ticket_id, s.nr, s.at, s.actor_id, 4, 'imported', 0, s.data, s.commitment,
        case when s.nr = 1 then td.genesis(s.ticket_id) else v_hashes[s.ordinality - 1] end, v_hashes[s.ordinality]
    from unnest(v_steps) with ordinality as s;
    insert into td.entry (ticket_id, seq, kind, audience, channel, body, detail, salt)
    select s.ticket_id, s.nr, 8, 0, 5, s.body, s.detail, s.salt from unnest(v_steps) as s;
    -- When each stood still; one that lasted no moment makes way for the next.
    insert into td.pause (ticket_id, since, until, reason)
    select distinct on (r.ticket_id, r.at) r.ticket_id, r.at, r.until, r.rest
    from (
        select s.ticket_id, s.nr, s.at, s.rest, lead(s.at) over (partition by s.ticket_id order by s.nr) as until from unnest(v_steps) as s where s.rests
    ) as r
    where r.rest > 0 order by r.ticket_id, r.at, r.nr desc;
    insert into td.clock (ticket_id, commitment_id, measure, group_id, calendar_id, laid_version, started_at, due_at, stopped_at, warn_at, tell_at,
        warned_for, told_for, ended_at, kept, void)
    -- Those that still run as if everybody had been told of them.
    select c.ticket_id, c.commitment_id, c.measure, c.group_id, c.calendar_id, c.laid_version, c.started_at, c.due_at, c.stopped_at, c.warn_at,
        c.tell_at, case when c.ended_at is null then c.due_at end, case when c.ended_at is null then c.due_at end, c.ended_at, c.kept, c.void
    from unnest(v_clocks) with ordinality as c order by c.ordinality;
end
$$;
comment on function td.import_set(td.person, integer, integer, jsonb, jsonb, jsonb)
    is 'Writes a set of imported cases with their whole chained logs; TD422 when one of them cannot be.';

create or replace function td.clock_imported(p_customer_group_id integer, p_cases jsonb, p_steps td.import_step[]) returns td.clock[]
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_case record;
    v_ticket td.ticket;
    v_clocks td.clock[] := '{}';
    v_targets boolean := exists (select from td.commitment as c where c.group_id is not null);
begin
    -- An office that has promised nothing pays nothing for it.
    if not exists (select from td.commitment) then
        return v_clocks;
    end if;
    for v_case in
        select s.place, s.ticket_id, min(s.at) as began, max(s.group_id) filter (where s.last) as group_id,
            array_agg(s order by s.nr) filter (where s.rests or v_targets and s.turns) as points
        from unnest(p_steps) as s group by s.place, s.ticket_id order by s.place
    loop
        v_ticket := null;
        v_ticket.id := v_case.ticket_id;
        v_ticket.kind := (p_cases -> (v_case.place - 1) ->> 'kind')::smallint;
        v_ticket.priority := (p_cases -> (v_case.place - 1) ->> 'priority')::smallint;
        v_ticket.customer_group_id := p_customer_group_id;
        v_ticket.way := 0;
        v_ticket.recorded_at := v_case.began;
        v_clocks := v_clocks || td.imported_clocks(v_ticket, v_case.points, v_case.group_id, v_targets);
    end loop;
    return v_clocks;
end
$$;
comment on function td.clock_imported(integer, jsonb, td.import_step[]) is 'The clocks of a set of imported cases, case after case.';

create or replace function td.write_imported(
    p_actor td.person, p_run_id integer, p_customer_group_id integer, p_cases jsonb, p_steps td.import_step[], p_hashes bytea[], p_clocks td.clock[])
    returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (select from jsonb_array_elements(p_cases) as c where td.checked_line('external_ref', c ->> 'external_ref') = '') then
        perform td.refuse_input('external_ref', 'empty');
    end if;
    -- Nobody is in charge of it and nobody is told: requester and handlers of that time have no log-in.
    with way as (
        select s.place, min(s.at) as began, count(*) filter (where s.before >= 8 and s.state < 8) as reopened,
            max(s.at) filter (where s.state is distinct from s.before) as since,
            max(s.at) filter (where s.state >= 8 and coalesce(s.before, 0) < 8) as answered,
            max(s.at) filter (where s.state > 8 and coalesce(s.before, 0) <= 8) as closed
        from unnest(p_steps) as s group by s.place
    ), promise as (
        -- What lists show of it, as td.with_promise chooses.
        select distinct on (c.ticket_id) c.ticket_id, c.due_at, c.stopped_at, m.amount_minutes, c.calendar_id, c.measure,
            c.group_id is not null as internal
        from unnest(p_clocks) with ordinality as c join td.commitment as m on m.id = c.commitment_id
        where c.ended_at is null
        order by c.ticket_id, c.stopped_at is not null, c.due_at, c.ordinality
    )
    insert into td.ticket (id, kind, subject, state, priority, customer_group_id, document_ref, requester_name, requester_phone, requester_email,
        requester_company, requester_department, recorded_by, channel, group_id, waiting_reason, recorded_at, updated_at, answered_at, closed_at,
        reopened, source, external_ref, version, seq, head, state_since, promise_due_at, promise_stopped_at, promise_minutes, promise_calendar_id,
        promise_measure, promise_internal)
    overriding system value
    select l.ticket_id, (c.held ->> 'kind')::smallint, td.checked_line('subject', c.held ->> 'subject', 300), l.state,
        (c.held ->> 'priority')::smallint, p_customer_group_id, td.checked_line('document_ref', c.held ->> 'document_ref'),
        td.checked_line('requester', c.held -> 'requester' ->> 'name'), td.checked_line('requester', c.held -> 'requester' ->> 'phone'),
        td.checked_line('requester', c.held -> 'requester' ->> 'email'), td.checked_line('requester', c.held -> 'requester' ->> 'company'),
        td.checked_line('requester', c.held -> 'requester' ->> 'department'), p_actor.id, 5, l.group_id,
        case when l.state = 6 then coalesce((c.held ->> 'waiting_reason')::smallint, l.reason) end, w.began, l.at,
        case when l.state >= 8 then w.answered end, case when l.state > 8 then w.closed end, w.reopened, 1,
        td.checked_line('external_ref', c.held ->> 'external_ref'), 1, l.nr, p_hashes[l.ordinality], w.since, p.due_at, p.stopped_at,
        p.amount_minutes, p.calendar_id, p.measure, coalesce(p.internal, false)
    from jsonb_array_elements(p_cases) with ordinality as c (held, place)
    join unnest(p_steps) with ordinality as l on l.place = c.place and l.last
    join way as w on w.place = c.place
    left join promise as p on p.ticket_id = l.ticket_id;
    insert into td.import_case (ticket_id, run_id, seq) select s.ticket_id, p_run_id, s.nr from unnest(p_steps) as s where s.last and p_run_id is not null;
    insert into td.event (ticket_id, seq, what, audience, hidden, group_ids)
    select s.ticket_id, s.nr, 'imported', 0, false, array_remove(array[s.group_id], null) from unnest(p_steps) as s where s.last order by s.place;
end
$$;
comment on function td.write_imported(td.person, integer, integer, jsonb, td.import_step[], bytea[], td.clock[])
    is 'Writes the rows of imported cases as their logs leave them, and one internal event each.';

create or replace function td.unknown_cases(p_cases jsonb) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_refs text[] := array(select c ->> 'external_ref' from jsonb_array_elements(p_cases) as c);
    v_new boolean[];
begin
    -- Each number once, and none that is there already.
    select array_agg((g.nth = 1 or g.ref is null) and t.id is null order by g.place) into v_new
    from (
        select r.ref, r.place, row_number() over (partition by r.ref order by r.place) as nth from unnest(v_refs) with ordinality as r (ref, place)
    ) as g
    left join td.ticket as t on t.source = 1 and t.external_ref = g.ref and t.external_ref <> '';
    -- Mostly all of them, and then nothing is put together anew.
    if v_refs = '{}' or true = all (v_new) then
        return p_cases;
    end if;
    return (
        select coalesce(jsonb_agg(c.held order by c.place), '[]')
        from jsonb_array_elements(p_cases) with ordinality as c (held, place) where v_new[c.place]);
end
$$;
comment on function td.unknown_cases(jsonb) is 'Those cases of a batch that are not there yet, each number once.';

create or replace function td.do_import_cases(p_actor td.person, p_request_id uuid, p_batch jsonb) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'import_cases');
    v_run_id integer;
    v_customer_group_id integer;
    v_groups jsonb;
    v_persons jsonb;
    v_new jsonb;
    v_case jsonb;
    v_imported integer := 0;
    v_present integer;
    v_refused jsonb := '[]';
    v_why text;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    perform td.for_administrators(p_actor);
    if jsonb_typeof(p_batch -> 'cases') is distinct from 'array' or jsonb_array_length(p_batch -> 'cases') > 1000 then
        perform td.refuse_input('batch', 'out_of_range');
    end if;
    v_run_id := td.running_import(p_actor, (p_batch ->> 'run')::integer);
    v_customer_group_id := td.imported_customer_group(p_batch ->> 'customer_group');
    v_groups := td.imported_groups(coalesce(p_batch -> 'groups', '[]'));
    v_persons := td.imported_persons(coalesce(p_batch ->> 'profile', ''), coalesce(p_batch -> 'persons', '{}'));
    v_new := td.unknown_cases(p_batch -> 'cases');
    v_present := jsonb_array_length(p_batch -> 'cases') - jsonb_array_length(v_new);
    begin
        if jsonb_array_length(v_new) > 0 then
            perform td.import_set(p_actor, v_run_id, v_customer_group_id, v_groups -> 'ids', v_persons -> 'ids', v_new);
        end if;
        v_imported := jsonb_array_length(v_new);
    exception when sqlstate 'TD422' or data_exception or integrity_constraint_violation then
        -- Somewhere in the set: whole or not at all, and the other cases go on.
        for v_case in select c from jsonb_array_elements(v_new) as c loop
            begin
                perform td.import_set(p_actor, v_run_id, v_customer_group_id, v_groups -> 'ids', v_persons -> 'ids', jsonb_build_array(v_case));
                v_imported := v_imported + 1;
            exception
                when sqlstate 'TD422' then
                    get stacked diagnostics v_why = pg_exception_detail;
                    v_refused := v_refused || (v_why::jsonb || jsonb_build_object('external_ref', v_case -> 'external_ref'));
                when unique_violation then
                    v_present := v_present + 1;
                when data_exception or integrity_constraint_violation then
                    v_refused := v_refused || jsonb_build_object('external_ref', v_case -> 'external_ref', 'field', '', 'why', 'out_of_range');
            end;
        end loop;
    end;
    -- Last of all: two batches of one import side by side wait here for no longer than the commit.
    update td.import_run as r
    set imported = r.imported + v_imported, groups = r.groups || array(select m::integer from jsonb_array_elements(v_groups -> 'made') as m),
        persons = r.persons || array(select m::integer from jsonb_array_elements(v_persons -> 'made') as m)
    where r.id = v_run_id and r.state in (1, 3);
    if v_run_id is not null and not found then
        -- Undone while this batch was under way: nothing may come after the last of it has gone.
        raise exception 'no such import' using errcode = 'TD404';
    end if;
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
