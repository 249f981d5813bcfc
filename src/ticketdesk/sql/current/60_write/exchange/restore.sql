-- as td_api
-- Filling an empty server with an export: whole rows with their numbers, chains and stamps. Whoever administers an empty server could make
-- any history up, by this or by hand; so it happens once, before anybody works here, it is said for ever (td.restore), every chain is proved
-- as it comes in, and from its end on these functions refuse like any other that would write the past.
create or replace function td.refuse_unless_empty() returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (select from td.ticket) or exists (select from td.log) or exists (select from td.restore) or exists (select from td.export)
       or exists (select from td.work_group) or exists (select from td.category) or exists (select from td.template)
       or exists (select from td.calendar) or exists (select from td.commitment)
       or exists (select from td.person as p where p.class <> 4) or (select count(*) from td.customer_group) > 1 then
        perform td.refuse_input('server', 'not_empty');
    end if;
end
$$;
comment on function td.refuse_unless_empty() is 'TD422 unless nobody but administrators is here, and nothing was set up or recorded.';

create or replace function td.make_room(p_top integer) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_old td.person;
    v_new integer := p_top;
begin
    -- The log names persons by number, so that those of the export keep theirs; the administrators of this server move behind them.
    for v_old in select p.* from td.person as p order by p.id loop
        v_new := greatest(v_new, (select max(p.id) from td.person as p)) + 1;
        insert into td.person (id, class, active, customer_group_id, language, created_at) overriding system value
        values (v_new, v_old.class, v_old.active, v_old.customer_group_id, v_old.language, v_old.created_at);
        insert into td.person_detail (person_id, name, user_name, phone, email, company, department)
        select v_new, d.name, d.user_name, d.phone, d.email, d.company, d.department from td.person_detail as d where d.person_id = v_old.id;
        update td.person as p set login = null, active = false where p.id = v_old.id;
        update td.person_detail as d set name = '', user_name = '', phone = '', email = '', company = '', department = ''
        where d.person_id = v_old.id;
        update td.person as p set login = v_old.login where p.id = v_new;
    end loop;
    update td.customer_group as g set changed_by = null, changed_at = null where true;
    update td.office as o set changed_by = null, changed_at = null where true;
end
$$;
comment on function td.make_room(integer) is 'Gives the persons of an empty server numbers above those of an export.';

create or replace function api.begin_restore(manifest bytea, source text, exported_at timestamptz, top_person integer) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
    v_restore td.restore;
begin
    perform td.for_administrators(v_actor);
    if octet_length(manifest) is distinct from 32 or exported_at is null or top_person is null or top_person not between 0 and 1000000000 then
        perform td.refuse_input('manifest', 'damaged');
    end if;
    -- Who writes at this moment is waited for, and what he wrote is seen; who comes later finds the restore begun.
    lock table td.request in share row exclusive mode;
    select r.* into v_restore from td.restore as r where r.ended_at is null for update;
    if v_restore.id is not null then
        if v_restore.manifest <> begin_restore.manifest then
            perform td.refuse_input('manifest', 'changed');
        end if;
        return jsonb_build_object('place', v_restore.place, 'cases', v_restore.cases);
    end if;
    perform td.refuse_unless_empty();
    insert into td.restore (person_id, manifest, source, exported_at, xid)
    values (v_actor.id, begin_restore.manifest, td.checked_line('source', begin_restore.source),
        td.checked_moment('exported_at', begin_restore.exported_at), pg_current_xact_id());
    perform td.make_room(top_person);
    update td.restore as r set person_id = (td.actor()).id where r.ended_at is null;
    return jsonb_build_object('place', 0, 'cases', 0);
end
$$;
comment on function api.begin_restore(bytea, text, timestamptz, integer)
    is 'Begin to fill this empty server with an export, or go on with it: how many of its pieces are here. For administrators.';
grant execute on function api.begin_restore(bytea, text, timestamptz, integer) to td_admin;

create or replace function td.restore_office(p_batch jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    insert into td.calendar (id, name, zone, region, active, version, changed_at) overriding system value
    select r.id, r.name, r.zone, r.region, r.active, r.version, coalesce(r.changed_at, now())
    from jsonb_populate_recordset(null::td.calendar, p_batch -> 'calendars') as r
    on conflict (id) do nothing;
    insert into td.calendar_hours (calendar_id, weekday, opens, closes)
    select r.calendar_id, r.weekday, r.opens, r.closes from jsonb_populate_recordset(null::td.calendar_hours, p_batch -> 'calendar_hours') as r
    on conflict do nothing;
    insert into td.calendar_day (calendar_id, on_day, public, name_de, name_en, opens, closes)
    select r.calendar_id, r.on_day, false, r.name_de, r.name_en, r.opens, r.closes
    from jsonb_populate_recordset(null::td.calendar_day, p_batch -> 'calendar_days') as r
    on conflict do nothing;
    insert into td.customer_group (id, name, active, hidden_by_default, calendar_id, version) overriding system value
    select r.id, r.name, r.active, coalesce(r.hidden_by_default, false), r.calendar_id, coalesce(r.version, 1)
    from jsonb_populate_recordset(null::td.customer_group, p_batch -> 'customer_groups') as r
    order by r.id
    on conflict (id) do update set name = excluded.name, active = excluded.active, hidden_by_default = excluded.hidden_by_default,
        calendar_id = excluded.calendar_id, version = excluded.version;
    insert into td.work_group (id, name, active, directly_addressable, source, calendar_id, version) overriding system value
    select r.id, r.name, r.active, r.directly_addressable, coalesce(r.source, 0), r.calendar_id, coalesce(r.version, 1)
    from jsonb_populate_recordset(null::td.work_group, p_batch -> 'groups') as r
    on conflict (id) do nothing;
    insert into td.category (id, parent_id, name_de, name_en, hidden_by_default, active, reopen_days, version) overriding system value
    select r.id, r.parent_id, r.name_de, r.name_en, r.hidden_by_default, r.active, r.reopen_days, coalesce(r.version, 1)
    from jsonb_populate_recordset(null::td.category, p_batch -> 'categories') as r
    on conflict (id) do nothing;
end
$$;
comment on function td.restore_office(jsonb) is 'What people and cases of an export refer to: calendars, groups, customer groups, categories.';

create or replace function td.restore_people(p_people jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    -- Without log-ins: nobody of them can sign in until the server's host invites him anew.
    insert into td.person (id, class, active, customer_group_id, directly_addressable, language, source, created_at) overriding system value
    select r.id, r.class, r.active, r.customer_group_id, r.directly_addressable, r.language, coalesce(r.source, 0), coalesce(r.created_at, now())
    from jsonb_populate_recordset(null::td.person, p_people) as r
    on conflict (id) do update set class = excluded.class, active = excluded.active, customer_group_id = excluded.customer_group_id,
        directly_addressable = excluded.directly_addressable, language = excluded.language, source = excluded.source,
        created_at = excluded.created_at where person.login is null;
    insert into td.person_detail (person_id, name, phone, email, company, department, version, changed_at)
    select (r.value ->> 'id')::integer, r.value ->> 'name', r.value ->> 'phone', r.value ->> 'email', r.value ->> 'company',
        r.value ->> 'department', coalesce((r.value ->> 'version')::integer, 1), (r.value ->> 'changed_at')::timestamptz
    from jsonb_array_elements(p_people) as r
    on conflict (person_id) do update set name = excluded.name, phone = excluded.phone, email = excluded.email, company = excluded.company,
        department = excluded.department, version = excluded.version, changed_at = excluded.changed_at;
end
$$;
comment on function td.restore_people(jsonb) is 'Persons of an export with their own numbers and without log-ins.';

create or replace function td.restore_rest(p_batch jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    insert into td.group_member (group_id, person_id, since)
    select r.group_id, r.person_id, coalesce(r.since, now()) from jsonb_populate_recordset(null::td.group_member, p_batch -> 'members') as r;
    insert into td.addressable_by (customer_group_id, person_id, group_id)
    select r.customer_group_id, r.person_id, r.group_id from jsonb_populate_recordset(null::td.addressable_by, p_batch -> 'openings') as r;
    insert into td.commitment (id, family_id, name, measure, group_id, customer_group_id, category_id, kind, priority, amount_minutes, business,
        calendar_id, stops, warn_percent, warn_minutes, raise_priority, hand_to_group_id, valid_from, valid_until, version, changed_by,
        changed_at) overriding system value
    select r.id, r.family_id, r.name, r.measure, r.group_id, r.customer_group_id, r.category_id, r.kind, r.priority, r.amount_minutes, r.business,
        r.calendar_id, r.stops, r.warn_percent, r.warn_minutes, r.raise_priority, r.hand_to_group_id, r.valid_from, r.valid_until, r.version,
        r.changed_by, coalesce(r.changed_at, now())
    from jsonb_populate_recordset(null::td.commitment, p_batch -> 'commitments') as r;
    insert into td.template (id, purpose, scope, owner_id, group_id, for_requesters, name_de, name_en, subject_de, subject_en, body_de, body_en,
        questions_de, questions_en, kind, priority, category_id, version, changed_by) overriding system value
    select r.id, r.purpose, r.scope, r.owner_id, r.group_id, r.for_requesters, r.name_de, r.name_en, r.subject_de, r.subject_en, r.body_de,
        r.body_en, r.questions_de, r.questions_en, r.kind, r.priority, r.category_id, r.version, r.owner_id
    from jsonb_populate_recordset(null::td.template, p_batch -> 'templates') as r;
    -- Who set it up, now that all are here.
    update td.customer_group as g set changed_by = r.changed_by, changed_at = r.changed_at
    from jsonb_populate_recordset(null::td.customer_group, p_batch -> 'customer_groups') as r where r.id = g.id;
    update td.work_group as g set changed_by = r.changed_by, changed_at = r.changed_at
    from jsonb_populate_recordset(null::td.work_group, p_batch -> 'groups') as r where r.id = g.id;
    update td.category as c set changed_by = r.changed_by, changed_at = r.changed_at
    from jsonb_populate_recordset(null::td.category, p_batch -> 'categories') as r where r.id = c.id;
    update td.calendar as c set changed_by = r.changed_by, changed_at = coalesce(r.changed_at, c.changed_at)
    from jsonb_populate_recordset(null::td.calendar, p_batch -> 'calendars') as r where r.id = c.id;
    update td.person_detail as d set changed_by = (r.value ->> 'changed_by')::integer
    from jsonb_array_elements(coalesce(p_batch -> 'changed', '[]')) as r where d.person_id = (r.value ->> 'id')::integer;
    update td.office as o set name = coalesce(nullif(r.name, ''), o.name), hidden_by_default = r.hidden_by_default, reopen_days = r.reopen_days,
        close_days = r.close_days, calendar_id = r.calendar_id, file_limit = coalesce(r.file_limit, o.file_limit),
        parcel_limit = coalesce(r.parcel_limit, o.parcel_limit), time_booking = coalesce(r.time_booking, false), version = r.version, changed_by = r.changed_by, changed_at = r.changed_at
    from jsonb_populate_recordset(null::td.office, p_batch -> 'office') as r;
end
$$;
comment on function td.restore_rest(jsonb) is 'What refers to people of an export: members, openings, commitments, templates, who set things up.';

create or replace function td.restore_tickets(p_batch jsonb) returns integer
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_parts boolean;
    v_count integer := 0;
    v_rows integer;
begin
    -- Whole cases before their parts: whose case the root is tells from whom its parts are kept.
    foreach v_parts in array array[false, true] loop
        insert into td.ticket (id, kind, subject, state, came_from, way, priority, hidden, customer_group_id, category_id, document_ref,
            requester_id, requester_name, requester_phone, requester_email, requester_company, requester_department, recorded_by, channel,
            coordinator_id, group_id, handler_id, participants, wished_at, target_at, waiting_reason, waiting_until, recorded_at, updated_at,
            answered_at, closed_at, reopened, source, external_ref, version, seq, head, promised_at, late_message_at, closes_at, reopen_until,
            parent_id, root_id, depth, letter, mark, commissioned_by, blocking, contact_label, parts_total, parts_open, parts_back,
            parts_blocking, files, kept_from, state_since) overriding system value
        select r.id, r.kind, r.subject, r.state, r.came_from, r.way, r.priority, r.hidden, r.customer_group_id, r.category_id, r.document_ref,
            r.requester_id, r.requester_name, r.requester_phone, r.requester_email, r.requester_company, r.requester_department, r.recorded_by,
            r.channel, r.coordinator_id, r.group_id, r.handler_id, r.participants, r.wished_at, r.target_at, r.waiting_reason, r.waiting_until,
            r.recorded_at, r.updated_at, r.answered_at, r.closed_at, r.reopened, r.source, r.external_ref, r.version, r.seq, r.head,
            r.promised_at, r.late_message_at, r.closes_at, r.reopen_until, r.parent_id, r.root_id, r.depth, r.letter, r.mark,
            r.commissioned_by, r.blocking, r.contact_label, r.parts_total, r.parts_open, r.parts_back, r.parts_blocking, r.files,
            (select o.requester_id from td.ticket as o where o.id = r.root_id), coalesce(r.state_since, r.updated_at)
        from jsonb_populate_recordset(null::td.ticket, p_batch -> 'tickets') as r
        where (r.way = 2) = v_parts
        order by r.depth, r.id;
        get diagnostics v_rows = row_count;
        v_count := v_count + v_rows;
    end loop;
    insert into td.ticket_public (ticket_id, requester_id, kind, subject, state, priority, category_id, document_ref, requester_name,
        requester_phone, requester_email, requester_company, requester_department, owner_label, channel, wished_at, recorded_at, updated_at,
        version, ordinal, reopen_until, files)
    select r.ticket_id, r.requester_id, r.kind, r.subject, r.state, r.priority, r.category_id, r.document_ref, r.requester_name,
        r.requester_phone, r.requester_email, r.requester_company, r.requester_department, r.owner_label, r.channel, r.wished_at,
        r.recorded_at, r.updated_at, r.version, r.ordinal, r.reopen_until, r.files
    from jsonb_populate_recordset(null::td.ticket_public, p_batch -> 'public') as r;
    return v_count;
end
$$;
comment on function td.restore_tickets(jsonb) is 'Both faces of cases of an export, as they were.';

create or replace function td.restore_steps(p_batch jsonb) returns integer
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_steps integer;
begin
    insert into td.log (ticket_id, seq, at, actor_id, on_behalf_id, cause, what, audience, data, commitment, prev, hash)
    select r.ticket_id, r.seq, r.at, r.actor_id, r.on_behalf_id, r.cause, r.what, r.audience, r.data, r.commitment, r.prev, r.hash
    from jsonb_populate_recordset(null::td.log, p_batch -> 'log') as r;
    get diagnostics v_steps = row_count;
    insert into td.entry (ticket_id, seq, kind, audience, channel, happened_at, body, detail, salt)
    select r.ticket_id, r.seq, r.kind, r.audience, r.channel, r.happened_at, r.body, r.detail, r.salt
    from jsonb_populate_recordset(null::td.entry, p_batch -> 'entries') as r;
    insert into td.entry_public (ticket_id, ordinal, seq, requester_id, at, what, author_label, by_requester, kind, channel, body, detail, data)
    select r.ticket_id, r.ordinal, r.seq, r.requester_id, r.at, r.what, r.author_label, r.by_requester, r.kind, r.channel, r.body, r.detail,
        r.data
    from jsonb_populate_recordset(null::td.entry_public, p_batch -> 'public_entries') as r;
    insert into td.part_entry (part_id, ticket_id, seq, audience)
    select r.part_id, r.ticket_id, r.seq, r.audience from jsonb_populate_recordset(null::td.part_entry, p_batch -> 'part_entries') as r;
    return v_steps;
end
$$;
comment on function td.restore_steps(jsonb) is 'Steps and texts of cases of an export, each with its place in the chain.';

create or replace function td.restore_beside(p_actor td.person, p_batch jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_files integer;
begin
    insert into td.attachment (id, ticket_id, seq, content_id, name, size)
    select r.id, r.ticket_id, r.seq, c.id, r.name, r.size
    from jsonb_to_recordset(coalesce(p_batch -> 'attachments', '[]'))
        as r (id uuid, ticket_id bigint, seq integer, name text, size bigint, sha256 text)
    join td.content as c on c.sha256 = decode(r.sha256, 'hex') and c.size = r.size;
    get diagnostics v_files = row_count;
    if v_files <> jsonb_array_length(coalesce(p_batch -> 'attachments', '[]')) then
        perform td.refuse_input('attachments', 'incomplete');
    end if;
    update td.upload as u set attached = true
    where u.person_id = p_actor.id and u.complete and not u.attached
      and exists (select from td.attachment as a where a.content_id = u.content_id);
    insert into td.pause (ticket_id, since, until, reason)
    select r.ticket_id, r.since, r.until, r.reason from jsonb_populate_recordset(null::td.pause, p_batch -> 'pauses') as r;
    insert into td.work_time (ticket_id, seq, person_id, minutes, on_day, note, corrects)
    select r.ticket_id, r.seq, r.person_id, r.minutes, r.on_day, r.note, r.corrects
    from jsonb_populate_recordset(null::td.work_time, p_batch -> 'work_times') as r;
    insert into td.clock (id, ticket_id, commitment_id, measure, group_id, calendar_id, started_at, due_at, stopped_at, warn_at, tell_at,
        warned_for, told_for, ended_at, kept, void) overriding system value
    select r.id, r.ticket_id, r.commitment_id, r.measure, r.group_id, r.calendar_id, r.started_at, r.due_at, r.stopped_at, r.warn_at, r.tell_at,
        r.warned_for, r.told_for, r.ended_at, r.kept, r.void
    from jsonb_populate_recordset(null::td.clock, p_batch -> 'clocks') as r;
    perform td.show_promise(r.ticket_id)
    from (select distinct c.ticket_id from jsonb_populate_recordset(null::td.clock, p_batch -> 'clocks') as c where c.ended_at is null) as r;
    perform td.show_promise(t.id) from (
        select distinct (r ->> 'ticket_id')::bigint as id from jsonb_array_elements(coalesce(p_batch -> 'clocks', '[]')) as r
        where r ->> 'ended_at' is null) as t;
    insert into td.due_done (ticket_id, rule, due_at, done_at, fault)
    select r.ticket_id, r.rule, r.due_at, r.done_at, r.fault from jsonb_populate_recordset(null::td.due_done, p_batch -> 'dues') as r;
    insert into td.link (id, from_id, to_id, kind, audience, made_by, made_at, undone_at, merged_seq, state_before) overriding system value
    select r.id, r.from_id, r.to_id, r.kind, r.audience, r.made_by, r.made_at, r.undone_at, r.merged_seq, r.state_before
    from jsonb_populate_recordset(null::td.link, p_batch -> 'links') as r;
end
$$;
comment on function td.restore_beside(td.person, jsonb) is 'Files, promises, what was done by the clock, and links of cases of an export.';

create or replace function td.refuse_unproved(p_batch jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_run record;
    v_fault record;
begin
    -- Numbers that lie close together are proved in one go: whole cases alone are here, those of earlier pieces among them.
    for v_run in
        with given as (
            select (t ->> 'id')::bigint as id from jsonb_array_elements(coalesce(p_batch -> 'tickets', '[]')) as t
        ), stepped as (
            select g.id, g.id - lag(g.id) over (order by g.id) > 300 as far from given as g
        ), numbered as (
            select s.id, count(*) filter (where s.far) over (order by s.id) as run from stepped as s
        )
        select min(n.id) as low, max(n.id) as high from numbered as n group by n.run
    loop
        select f.* into v_fault from td.chain_faults(v_run.low, v_run.high) as f limit 1;
        if v_fault.ticket_id is not null then
            raise exception 'not proved' using errcode = 'TD422', detail = jsonb_build_object('field', 'log', 'why', 'damaged',
                'ticket', v_fault.ticket_id, 'seq', v_fault.seq, 'fault', v_fault.fault)::text;
        end if;
    end loop;
end
$$;
comment on function td.refuse_unproved(jsonb) is 'TD422 unless the log of each case of a piece is whole.';

create or replace function td.do_restore_batch(p_actor td.person, p_place integer, p_batch jsonb) returns integer
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_restore td.restore;
    v_cases integer;
    v_steps integer;
begin
    perform td.for_administrators(p_actor);
    select r.* into v_restore from td.restore as r where r.ended_at is null for update;
    if v_restore.id is null then
        raise exception 'nothing is being restored' using errcode = 'TD404';
    end if;
    -- Sent again because its answer was lost.
    if p_place between 1 and v_restore.place then
        return v_restore.place;
    end if;
    if p_place is distinct from v_restore.place + 1 or jsonb_typeof(p_batch) is distinct from 'object' then
        perform td.refuse_input('place', 'out_of_range');
    end if;
    update td.restore as r set xid = pg_current_xact_id() where r.id = v_restore.id;
    begin
        perform td.restore_office(p_batch);
        perform td.restore_people(coalesce(p_batch -> 'people', '[]'));
        perform td.restore_rest(p_batch);
        v_cases := td.restore_tickets(p_batch);
        v_steps := td.restore_steps(p_batch);
        perform td.restore_beside(p_actor, p_batch);
    exception when data_exception or integrity_constraint_violation or sqlstate 'TD403' then
        -- What the guards of the relations let nobody write, or what is no value at all.
        perform td.refuse_input('batch', 'damaged');
    end;
    perform td.refuse_unproved(p_batch);
    insert into td.event (ticket_id, seq, what, audience, hidden, requester_id, group_ids, person_ids)
    select t.id, t.seq, 'restored', 0, t.hidden, coalesce(t.requester_id, t.kept_from), array_remove(array[t.group_id], null), t.participants
    from td.ticket as t
    where t.id in (select (r ->> 'id')::bigint from jsonb_array_elements(coalesce(p_batch -> 'tickets', '[]')) as r);
    update td.restore as r set place = p_place, cases = r.cases + v_cases, steps = r.steps + v_steps where r.id = v_restore.id;
    return p_place;
end
$$;
comment on function td.do_restore_batch(td.person, integer, jsonb) is 'Takes the next piece of an export over, whole and proved or not at all; sent twice it is taken once.';

create or replace function api.restore_batch(place integer, batch jsonb) returns integer
language sql volatile security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC'
as $$ select td.do_restore_batch(td.actor(), $1, $2) $$;
comment on function api.restore_batch(integer, jsonb) is 'Fill this server with the next piece of an export; how many are here now. For administrators.';
grant execute on function api.restore_batch(integer, jsonb) to td_admin;

create or replace function api.end_restore(cases integer, steps integer) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
    v_restore td.restore;
begin
    perform td.for_administrators(v_actor);
    select r.* into v_restore from td.restore as r where r.ended_at is null for update;
    if v_restore.id is null then
        raise exception 'nothing is being restored' using errcode = 'TD404';
    end if;
    if v_restore.cases is distinct from end_restore.cases or v_restore.steps is distinct from end_restore.steps
       or v_restore.cases <> (select count(*) from td.ticket) or v_restore.steps <> (select count(*) from td.log) then
        perform td.refuse_input('batch', 'incomplete');
    end if;
    -- What is made from now on gets the next numbers.
    perform setval('td.ticket_id_seq'::regclass, greatest((select max(t.id) from td.ticket as t), 10000)),
            setval('td.person_id_seq'::regclass, (select max(t.id) from td.person as t)),
            setval('td.customer_group_id_seq'::regclass, (select max(t.id) from td.customer_group as t)),
            setval('td.work_group_id_seq'::regclass, (select max(t.id) from td.work_group as t)),
            setval('td.category_id_seq'::regclass, (select max(t.id) from td.category as t)),
            setval('td.template_id_seq'::regclass, (select max(t.id) from td.template as t)),
            setval('td.calendar_id_seq'::regclass, (select max(t.id) from td.calendar as t)),
            setval('td.commitment_id_seq'::regclass,
                (select greatest(max(t.id), max(t.family_id)) from td.commitment as t)),
            setval('td.link_id_seq'::regclass, (select max(t.id) from td.link as t)),
            setval('td.clock_id_seq'::regclass, (select max(t.id) from td.clock as t));
    update td.restore as r set ended_at = now(), xid = null where r.id = v_restore.id;
    insert into td.event (ticket_id, seq, what, audience, hidden) values (0, 0, 'set_up', 0, false);
    perform pg_notify('td_in', '');
    return jsonb_build_object('cases', v_restore.cases, 'steps', v_restore.steps,
        'silent', (select count(*) from td.person as p where p.class > 0 and p.active and p.login is null));
end
$$;
comment on function api.end_restore(integer, integer) is 'End the filling of this server: everything that the export counted is here, and people may work. For administrators.';
grant execute on function api.end_restore(integer, integer) to td_admin;
