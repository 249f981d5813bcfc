-- as td_api
-- Imported history: log with cause import (4), original stamps and original words; only the last state is set, whole cases only.
-- Cases come as a set, since what is done once for five hundred costs a tenth; where one of them is refused, each is tried by itself.
drop type if exists td.import_point cascade;
create type td.import_point as (place integer, at timestamptz, state smallint, reason smallint, group_id integer);

create or replace function td.imported_steps(p_cases jsonb, p_groups jsonb, p_persons jsonb)
returns table (place integer, nr integer, at timestamptz, actor_id integer, group_id integer, said smallint, state smallint, reason smallint,
    body text, words jsonb)
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    return query
    with said as (
        select c.place::integer, s.nr::integer, s.at, (p_persons ->> s.person)::integer as actor_id, (p_groups ->> s.group_name)::integer as group_id,
            s.state, s.reason, coalesce(s.body, '') as body, coalesce(s.words, '{}') as words
        from jsonb_array_elements(p_cases) with ordinality as c (held, place), rows from (
            jsonb_to_recordset(c.held -> 'steps')
                as (at timestamptz, person text, "group" text, state smallint, reason smallint, body text, words jsonb)
        ) with ordinality as s (at, person, group_name, state, reason, body, words, nr)
    ), runs as (
        -- A step without a state of its own goes on in the one before.
        select s.*, count(s.state) over (partition by s.place order by s.nr) as run from said as s
    ), told as (
        select r.*, count(r.reason) over (partition by r.place, r.run order by r.nr) as tale from runs as r
    )
    select t.place, t.nr, t.at, t.actor_id, t.group_id, t.state, max(t.state) over (partition by t.place, t.run),
        max(t.reason) over (partition by t.place, t.run, t.tale), t.body, t.words
    from told as t order by t.place, t.nr;
end
$$;
comment on function td.imported_steps(jsonb, jsonb, jsonb) is 'The steps of a set of cases in their order, each with the state and reason that hold after it.';

create or replace function td.import_set(
    p_actor td.person, p_run_id integer, p_customer_group_id integer, p_groups jsonb, p_persons jsonb, p_cases jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_step record;
    v_ids bigint[];
    v_rows td.ticket[] := '{}';
    v_row td.ticket;
    v_logs td.log[] := '{}';
    v_entries td.entry[] := '{}';
    v_points td.import_point[] := '{}';
    v_place integer := 0;
    v_id bigint;
    v_seq integer;
    v_head bytea;
    v_hash bytea;
    v_salt bytea;
    v_commitment bytea;
    v_data jsonb;
    v_state smallint;
    v_reason smallint;
    v_group_id integer;
    v_began timestamptz;
    v_at timestamptz;
    v_answered timestamptz;
    v_closed timestamptz;
    v_since timestamptz;
    v_reopened integer;
    v_rest smallint;
    v_rested smallint;
    v_targets boolean := exists (select from td.commitment as c where c.group_id is not null);
begin
    select array_agg(nextval('td.ticket_id_seq'::regclass)) into v_ids from generate_series(1, jsonb_array_length(p_cases));
    for v_step in select s.* from td.imported_steps(p_cases, p_groups, p_persons) as s loop
        if v_step.place <> v_place then
            if v_place > 0 then
                v_rows := v_rows || td.imported_row(v_id, v_seq, v_head, v_state, v_reason, v_group_id, v_began, v_at, v_answered, v_closed, v_reopened, v_since);
            end if;
            -- A case without steps is no case.
            if v_step.place <> v_place + 1 then
                perform td.refuse_input('steps', 'empty');
            end if;
            v_place := v_step.place;
            v_id := v_ids[v_place];
            v_seq := 0;
            v_head := td.genesis(v_id);
            v_state := null;
            v_group_id := null;
            v_began := v_step.at;
            v_at := null;
            v_answered := null;
            v_closed := null;
            v_reopened := 0;
        end if;
        if v_step.at is null or v_step.at < v_at then
            perform td.refuse_input('at', 'out_of_order');
        end if;
        if not isfinite(v_step.at) then
            perform td.refuse_input('at', 'out_of_range');
        end if;
        if v_step.body <> '' then
            v_step.body := td.checked_text('body', v_step.body, false);
        end if;
        if octet_length(v_step.words::text) > 10000 then
            perform td.refuse_input('words', 'too_long');
        end if;
        if v_state >= 8 and v_step.state < 8 then
            v_reopened := v_reopened + 1;
        end if;
        v_answered := case when v_step.state >= 8 then coalesce(v_answered, v_step.at) end;
        v_closed := case when v_step.state > 8 then coalesce(v_closed, v_step.at) end;
        if v_step.state <> 6 then
            v_step.reason := null;
        end if;
        -- Only where a case stands still or moves on, or among groups that owe each other something, has a clock anything to do.
        v_rest := case when v_step.state = 6 then coalesce(v_step.reason, 4) when v_step.state >= 8 then 5 else 0 end;
        if v_seq = 0 or v_rest <> v_rested
           or v_targets and (v_state is distinct from v_step.state or v_group_id is distinct from v_step.group_id) then
            v_points := v_points || row(v_place, v_step.at, v_step.state, v_step.reason, v_step.group_id)::td.import_point;
        end if;
        v_rested := v_rest;
        if v_state is distinct from v_step.state then
            v_since := v_step.at;
        end if;
        v_state := v_step.state;
        v_reason := v_step.reason;
        v_group_id := v_step.group_id;
        v_at := v_step.at;
        v_seq := v_seq + 1;
        v_data := jsonb_strip_nulls(jsonb_build_object('state', v_step.said, 'group', v_group_id));
        v_salt := uuid_send(gen_random_uuid());
        v_commitment := td.committed(v_salt, v_step.body, v_step.words);
        v_hash := td.chained(v_head, v_id, v_seq, v_at, v_step.actor_id, null, 4::smallint, 'imported', 0::smallint, v_data, v_commitment);
        v_logs := v_logs || row(v_id, v_seq, v_at, v_step.actor_id, null, 4, 'imported', 0, v_data, v_commitment, v_head, v_hash)::td.log;
        v_entries := v_entries || row(v_id, v_seq, 8, 0, 5, null, v_step.body, v_step.words, v_salt)::td.entry;
        v_head := v_hash;
    end loop;
    if v_place < jsonb_array_length(p_cases) then
        perform td.refuse_input('steps', 'empty');
    end if;
    v_rows := v_rows || td.imported_row(v_id, v_seq, v_head, v_state, v_reason, v_group_id, v_began, v_at, v_answered, v_closed, v_reopened, v_since);
    perform td.write_imported(p_actor, p_run_id, p_customer_group_id, p_cases, v_rows);
    insert into td.log select l.* from unnest(v_logs) as l;
    insert into td.entry select e.* from unnest(v_entries) as e;
    perform td.clock_imported(p_customer_group_id, p_cases, v_rows, v_points);
end
$$;
comment on function td.import_set(td.person, integer, integer, jsonb, jsonb, jsonb)
    is 'Writes a set of imported cases with their whole chained logs; TD422 when one of them cannot be.';

create or replace function td.imported_row(
    p_id bigint, p_seq integer, p_head bytea, p_state smallint, p_reason smallint, p_group_id integer, p_began timestamptz, p_at timestamptz,
    p_answered timestamptz, p_closed timestamptz, p_reopened integer, p_since timestamptz) returns td.ticket
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_row td.ticket;
begin
    if p_state is null then
        perform td.refuse_input('state', 'unknown');
    end if;
    v_row.id := p_id;
    v_row.seq := p_seq;
    v_row.head := p_head;
    v_row.state := p_state;
    v_row.waiting_reason := p_reason;
    v_row.group_id := p_group_id;
    v_row.recorded_at := p_began;
    v_row.updated_at := p_at;
    v_row.answered_at := p_answered;
    v_row.closed_at := p_closed;
    v_row.reopened := p_reopened;
    v_row.state_since := p_since;
    return v_row;
end
$$;
comment on function td.imported_row(bigint, integer, bytea, smallint, smallint, integer, timestamptz, timestamptz, timestamptz, timestamptz, integer, timestamptz)
    is 'How an imported case stands as its log leaves it.';

create or replace function td.write_imported(
    p_actor td.person, p_run_id integer, p_customer_group_id integer, p_cases jsonb, p_rows td.ticket[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (select from jsonb_array_elements(p_cases) as c where td.checked_line('external_ref', c ->> 'external_ref') = '') then
        perform td.refuse_input('external_ref', 'empty');
    end if;
    -- Nobody is in charge of it and nobody is told: requester and handlers of that time have no log-in.
    insert into td.ticket (id, kind, subject, state, priority, customer_group_id, document_ref, requester_name, requester_phone, requester_email,
        requester_company, requester_department, recorded_by, channel, group_id, waiting_reason, recorded_at, updated_at, answered_at, closed_at,
        reopened, source, external_ref, version, seq, head, state_since)
    overriding system value
    select r.id, (c.held ->> 'kind')::smallint, td.checked_line('subject', c.held ->> 'subject', 300), r.state,
        (c.held ->> 'priority')::smallint, p_customer_group_id, td.checked_line('document_ref', c.held ->> 'document_ref'),
        td.checked_line('requester', c.held -> 'requester' ->> 'name'), td.checked_line('requester', c.held -> 'requester' ->> 'phone'),
        td.checked_line('requester', c.held -> 'requester' ->> 'email'), td.checked_line('requester', c.held -> 'requester' ->> 'company'),
        td.checked_line('requester', c.held -> 'requester' ->> 'department'), p_actor.id, 5, r.group_id,
        case when r.state = 6 then coalesce((c.held ->> 'waiting_reason')::smallint, r.waiting_reason) end, r.recorded_at, r.updated_at,
        r.answered_at, r.closed_at, r.reopened, 1, td.checked_line('external_ref', c.held ->> 'external_ref'), 1, r.seq, r.head, r.state_since
    from jsonb_array_elements(p_cases) with ordinality as c (held, place)
    join unnest(p_rows) with ordinality as r on r.ordinality = c.place;
    insert into td.import_case (ticket_id, run_id, seq) select r.id, p_run_id, r.seq from unnest(p_rows) as r where p_run_id is not null;
    insert into td.event (ticket_id, seq, what, audience, hidden, group_ids)
    select r.id, r.seq, 'imported', 0, false, array_remove(array[r.group_id], null) from unnest(p_rows) as r;
end
$$;
comment on function td.write_imported(td.person, integer, integer, jsonb, td.ticket[])
    is 'Writes the rows of imported cases as their logs leave them, and one internal event each.';

-- Promises that were in force then: how a case stood at each of its stamps, without a word to anybody. Clocks follow pauses only
-- before something ends them, and at last: what lies between is read by nobody.
create or replace function td.clock_imported(p_customer_group_id integer, p_cases jsonb, p_rows td.ticket[], p_points td.import_point[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_point td.import_point;
    v_place integer := 0;
    v_case jsonb;
    v_old td.ticket;
    v_new td.ticket;
    v_promised boolean := exists (select from td.commitment);
    v_targets boolean := exists (select from td.commitment as c where c.group_id is not null);
    v_moved boolean := true;
    v_step td.step := td.new_step(null, 4::smallint, 'imported', 0);
begin
    foreach v_point in array p_points loop
        if v_point.place <> v_place then
            if v_place > 0 and v_promised then
                perform td.settle_imported(v_old, (p_rows[v_place]).group_id, v_moved);
            end if;
            v_moved := true;
            v_place := v_point.place;
            v_case := p_cases -> (v_place - 1);
            v_old := null;
            v_new := null;
            v_new.id := (p_rows[v_place]).id;
            v_new.kind := (v_case ->> 'kind')::smallint;
            v_new.priority := (v_case ->> 'priority')::smallint;
            v_new.customer_group_id := p_customer_group_id;
            v_new.way := 0;
            v_new.recorded_at := v_point.at;
        end if;
        v_new.state := v_point.state;
        v_new.waiting_reason := v_point.reason;
        v_new.group_id := v_point.group_id;
        v_new.updated_at := v_point.at;
        if not v_promised then
            perform td.follow_pauses(v_old, v_new, v_point.at);
        else
            if not v_moved and (v_targets or (v_old.state >= 8) <> (v_new.state >= 8)) then
                perform td.move_clocks(v_old);
                v_moved := true;
            end if;
            if td.follow_pauses(v_old, v_new, v_point.at) or v_old.group_id is distinct from v_new.group_id then
                v_moved := false;
            end if;
            perform td.follow_promises(v_old, v_new, v_step, v_point.at);
            if v_targets then
                perform td.follow_targets(v_old, v_new, v_point.at);
            end if;
        end if;
        v_old := v_new;
    end loop;
    if v_promised then
        perform td.settle_imported(v_old, (p_rows[v_place]).group_id, v_moved);
    end if;
end
$$;
comment on function td.clock_imported(integer, jsonb, td.ticket[], td.import_point[]) is 'Brings pauses and clocks of imported cases up to how each stood, point by point.';

create or replace function td.settle_imported(p_last td.ticket, p_group_id integer, p_moved boolean) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (select from td.clock as c where c.ticket_id = p_last.id and c.ended_at is null) then
        return;
    end if;
    -- The group it went to without standing still: told within its hours.
    if not p_moved or p_last.group_id is distinct from p_group_id then
        p_last.group_id := p_group_id;
        perform td.move_clocks(p_last);
    end if;
    update td.clock as c set warned_for = c.due_at, told_for = c.due_at where c.ticket_id = p_last.id and c.ended_at is null;
    perform td.show_promise(p_last.id);
end
$$;
comment on function td.settle_imported(td.ticket, integer, boolean) is 'The clocks that still run after a case was imported, as if everybody had been told of them.';

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
    -- Each number once, and none that is there already.
    select coalesce(jsonb_agg(c.held order by c.place), '[]') into v_new
    from jsonb_array_elements(p_batch -> 'cases') with ordinality as c (held, place)
    where not exists (select from td.ticket as t where t.source = 1 and t.external_ref = c.held ->> 'external_ref' and t.external_ref <> '')
      and not exists (
        select from jsonb_array_elements(p_batch -> 'cases') with ordinality as b (held, place)
        where b.held ->> 'external_ref' = c.held ->> 'external_ref' and b.place < c.place);
    v_present := jsonb_array_length(p_batch -> 'cases') - jsonb_array_length(v_new);
    begin
        if v_new <> '[]' then
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
