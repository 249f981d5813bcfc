-- as td_api
-- Everything that somebody may see, in pages of lines of JSON. Each page is one statement: a case with its parts is as it was at one moment.
-- What comes is what the screens show to this person, whole rows of it: chain, salts and stamps go along, so that it can be proved and
-- brought back elsewhere (60_write/exchange/restore.sql). docs/export.md names each column.
create or replace function td.open_export(p_actor td.person, p_export_id uuid) returns td.export
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_export td.export;
begin
    select e.* into v_export from td.export as e
    where e.id = p_export_id and e.person_id = p_actor.id and e.ended_at is null and e.begun_at > now() - interval '3 days';
    if v_export.id is null then
        raise exception 'no such export' using errcode = 'TD404';
    end if;
    return v_export;
end
$$;
comment on function td.open_export(td.person, uuid) is 'Somebody''s own export that has not ended; TD404 for all others.';

create or replace function td.own_export(p_actor td.person, p_export_id uuid) returns td.export
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_export td.export := td.open_export(p_actor, p_export_id);
begin
    -- Of an earlier transaction: whoever took his beginning back would have exported without a trace.
    if v_export.begun_at >= now() then
        raise exception 'no such export' using errcode = 'TD404';
    end if;
    return v_export;
end
$$;
comment on function td.own_export(td.person, uuid) is 'An open export to go on with: its beginning stands. Nothing is exported that is not noted first.';

create or replace function td.export_roots(p_actor td.person, p_after bigint, p_until bigint, p_most integer) returns bigint[]
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_groups integer[] := (select coalesce(array_agg(m.group_id), '{}') from td.group_member as m where m.person_id = p_actor.id);
begin
    return (
        with whole as (
            select t.id from td.ticket as t
            where t.id > p_after and t.id <= p_until and t.way <> 2
              and (p_actor.class in (3, 5) or p_actor.class = 2 and (p_actor.id = any (t.participants) or t.group_id = any (v_groups)))
              and (p_actor.class = 5 or not t.hidden or t.requester_id is distinct from p_actor.id)
            order by t.id limit p_most
        ), strays as (
            -- Parts of cases that a handler does not see; they come where their case would.
            select distinct t.root_id as id from td.ticket as t
            where p_actor.class = 2 and t.root_id > p_after and t.root_id <= p_until
              and (p_actor.id = any (t.participants) or t.group_id = any (v_groups))
              and (not t.hidden or coalesce(t.requester_id, t.kept_from) is distinct from p_actor.id)
            order by 1 limit p_most
        ), found as (
            select f.id from (select w.id from whole as w union select s.id from strays as s) as f order by f.id limit p_most
        ), heavy as (
            select f.id, sum((
                select coalesce(sum(octet_length(e.body)), 0) from td.entry as e
                where e.ticket_id = any (array(select f.id union all select p.id from td.ticket as p where p.root_id = f.id))
            )) over (order by f.id rows between unbounded preceding and 1 preceding) as before
            from found as f
        )
        -- A page ends after four megabytes of text, however few cases that are.
        select array_agg(h.id order by h.id) from heavy as h where coalesce(h.before, 0) < 4194304);
end
$$;
comment on function td.export_roots(td.person, bigint, bigint, integer) is 'The next whole cases of somebody''s export, in the order of numbers.';

create or replace function api.begin_export(export_id uuid, scope integer, format integer) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
    v_export td.export;
    v_cases bigint := 0;
begin
    if export_id is null or scope is null or format is null or scope not in (1, 2) or format not in (1, 2) then
        perform td.refuse_input('export', 'out_of_range');
    end if;
    insert into td.export (id, person_id, scope, format, until_id)
    values (export_id, v_actor.id, scope, format, coalesce((select max(t.id) from td.ticket as t), 0))
    on conflict (id) do nothing;
    v_export := td.open_export(v_actor, export_id);
    if v_actor.class in (3, 5) then
        v_cases := (select count(*) from td.ticket as t
                    where t.id <= v_export.until_id
                      and (v_actor.class = 5 or not t.hidden or coalesce(t.requester_id, t.kept_from) is distinct from v_actor.id));
    elsif v_actor.class = 2 then
        v_cases := (select count(*) from td.ticket as t
                    where (v_actor.id = any (t.participants) or t.group_id in (
                               select m.group_id from td.group_member as m where m.person_id = v_actor.id))
                      and (not t.hidden or coalesce(t.requester_id, t.kept_from) is distinct from v_actor.id));
    end if;
    return jsonb_build_object('begun_at', v_export.begun_at, 'until', v_export.until_id, 'cases', v_cases,
        'own', (select count(*) from td.ticket_public as p where p.requester_id = v_actor.id),
        'office', case when v_actor.class = 4 then (select o.name from td.office as o) else '' end);
end
$$;
comment on function api.begin_export(uuid, integer, integer) is 'Note that somebody exports, and say how much there is; begun twice it is one.';
grant execute on function api.begin_export(uuid, integer, integer) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;

create or replace function api.end_export(export_id uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update td.export as e set ended_at = now()
    where e.id = (td.own_export(td.actor(), end_export.export_id)).id;
end
$$;
comment on function api.end_export(uuid) is 'Note that an export is whole.';
grant execute on function api.end_export(uuid) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;

create or replace function api.export_cases(export_id uuid, after bigint, ids bigint[], most integer)
    returns table (file text, lines_count integer, lines text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' set bytea_output = 'hex'
    -- A page is few cases of many: by their keys, never by reading whole relations, whatever the planner guesses of an array's length.
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off
as $$
declare
    v_actor td.person := td.actor();
    v_export td.export := td.own_export(v_actor, export_id);
    v_roots bigint[];
    v_noted integer;
begin
    if v_actor.class not in (2, 3, 5) then
        raise exception 'not for this class' using errcode = 'TD403';
    end if;
    if most is null or most not between 1 and 1000 or cardinality(ids) > 1000 then
        perform td.refuse_input('most', 'out_of_range');
    end if;
    v_roots := coalesce(ids, td.export_roots(v_actor, coalesce(after, 0), v_export.until_id, most), '{}');
    perform set_config('synchronous_commit', 'off', true);
    insert into td.access (person_id, ticket_id)
    select v_actor.id, t.id from td.ticket as t
    where (t.id = any (v_roots) or t.root_id = any (v_roots)) and td.sees_desk(v_actor, t);
    get diagnostics v_noted = row_count;
    update td.export as e set cases = e.cases + v_noted where e.id = v_export.id;
    return query
    with seen as materialized (
        select t.*, coalesce(t.root_id, t.id) as tree from td.ticket as t
        where (t.id = any (v_roots) or t.root_id = any (v_roots)) and td.sees_desk(v_actor, t)
    )
    select '', cardinality(v_roots), (select max(r)::text from unnest(v_roots) as r)
    union all
    select 'tickets', count(*)::integer, string_agg(row_to_json((select x from (select s.id, s.kind, s.subject, s.state, s.came_from, s.way,
            s.priority, s.hidden, s.customer_group_id, s.category_id, s.document_ref, s.requester_id, s.requester_name, s.requester_phone,
            s.requester_email, s.requester_company, s.requester_department, s.recorded_by, s.channel, s.coordinator_id, s.group_id,
            s.handler_id, s.participants, s.wished_at, s.target_at, s.waiting_reason, s.waiting_until, s.recorded_at, s.updated_at,
            s.answered_at, s.closed_at, s.reopened, s.source, s.external_ref, s.version, s.seq, s.head, s.promised_at, s.late_message_at,
            s.closes_at, s.reopen_until, s.parent_id, s.root_id, s.depth, s.letter, s.mark, s.commissioned_by, s.blocking, s.contact_label,
            s.parts_total, s.parts_open, s.parts_back, s.parts_blocking, s.files, s.state_since) as x))::text, E'\n' order by s.tree, s.id)
    from seen as s
    union all
    select 'log', count(*)::integer, string_agg(row_to_json((select x from (select l.ticket_id, l.seq, l.at, l.actor_id, l.on_behalf_id, l.cause,
            l.what, l.audience, l.data, l.commitment, l.prev, l.hash) as x))::text, E'\n' order by s.tree, s.id, l.seq)
    from seen as s join td.log as l on l.ticket_id = s.id
    union all
    select 'entries', count(*)::integer, string_agg(row_to_json((select x from (select e.ticket_id, e.seq, e.kind, e.audience, e.channel,
            e.happened_at, e.body, e.detail, e.salt) as x))::text, E'\n' order by s.tree, s.id, e.seq)
    from seen as s join td.entry as e on e.ticket_id = s.id
    union all
    select 'public', count(*)::integer, string_agg(row_to_json((select x from (select p.ticket_id, p.requester_id, p.kind, p.subject, p.state,
            p.priority, p.category_id, p.document_ref, p.requester_name, p.requester_phone, p.requester_email, p.requester_company,
            p.requester_department, p.owner_label, p.channel, p.wished_at, p.recorded_at, p.updated_at, p.version, p.ordinal, p.reopen_until,
            p.files) as x))::text, E'\n' order by s.tree, s.id)
    from seen as s join td.ticket_public as p on p.ticket_id = s.id
    union all
    select 'public_entries', count(*)::integer, string_agg(row_to_json((select x from (select p.ticket_id, p.ordinal, p.seq, p.requester_id, p.at,
            p.what, p.author_label, p.by_requester, p.kind, p.channel, p.body, p.detail, p.data) as x))::text, E'\n' order by s.tree, s.id, p.ordinal)
    from seen as s join td.entry_public as p on p.ticket_id = s.id
    union all
    select 'part_entries', count(*)::integer, string_agg(row_to_json((select x from (select p.part_id, p.ticket_id, p.seq, p.audience) as x))::text,
            E'\n' order by s.tree, s.id, p.ticket_id, p.seq)
    from seen as s join td.part_entry as p on p.part_id = s.id
    union all
    -- What was given along of a case that the reader of the part does not see: its text, as the part's timeline shows it.
    select 'given_along', count(*)::integer, string_agg(row_to_json((select x from (select p.part_id, e.seq, l.at, l.actor_id, e.kind, e.channel,
            e.body, coalesce(e.detail -> 'files', '[]') as files) as x))::text, E'\n' order by s.tree, s.id, e.seq)
    from seen as s join td.part_entry as p on p.part_id = s.id
    join td.entry as e on e.ticket_id = p.ticket_id and e.seq = p.seq join td.log as l on l.ticket_id = e.ticket_id and l.seq = e.seq
    join td.ticket as o on o.id = p.ticket_id
    where not td.sees_desk(v_actor, o)
    union all
    select 'attachments', count(*)::integer, string_agg(row_to_json((select x from (select a.id, a.ticket_id, a.seq, a.name, a.size,
            encode(c.sha256, 'hex') as sha256) as x))::text, E'\n' order by s.tree, s.id, a.seq, a.id)
    from seen as s join td.attachment as a on a.ticket_id = s.id join td.content as c on c.id = a.content_id
    union all
    select 'pauses', count(*)::integer, string_agg(row_to_json((select x from (select p.ticket_id, p.since, p.until, p.reason) as x))::text,
            E'\n' order by s.tree, s.id, p.since)
    from seen as s join td.pause as p on p.ticket_id = s.id
    union all
    -- Who worked for how long is for the parties of a case alone, as on the screen.
    select 'work_times', count(*)::integer, string_agg(row_to_json((select x from (select w.ticket_id, w.seq, w.person_id, w.minutes, w.on_day,
            w.note, w.corrects) as x))::text, E'\n' order by s.tree, s.id, w.seq)
    from seen as s join td.work_time as w on w.ticket_id = s.id
    where td.is_party(v_actor, s.id)
    union all
    select 'clocks', count(*)::integer, string_agg(row_to_json((select x from (select c.id, c.ticket_id, c.commitment_id, c.measure, c.group_id,
            c.calendar_id, c.started_at, c.due_at, c.stopped_at, c.warn_at, c.tell_at, c.warned_for, c.told_for, c.ended_at, c.kept,
            c.void) as x))::text, E'\n' order by s.tree, s.id, c.id)
    from seen as s join td.clock as c on c.ticket_id = s.id
    union all
    select 'dues', count(*)::integer, string_agg(row_to_json((select x from (select d.ticket_id, d.rule, d.due_at, d.done_at, d.fault) as x))::text,
            E'\n' order by s.tree, s.id, d.rule, d.due_at)
    from seen as s join td.due_done as d on d.ticket_id = s.id
    union all
    select 'links', count(*)::integer, string_agg(row_to_json((select x from (select l.id, l.from_id, l.to_id, l.kind, l.audience, l.made_by,
            l.made_at, l.undone_at, l.merged_seq, l.state_before) as x))::text, E'\n' order by l.id)
    from (
        -- With the case that it leads to, by its key; of chosen cases also with the one it comes from (the client takes each once).
        select k.* from td.link as k where k.to_id in (select s.id from seen as s)
        union
        select k.* from td.link as k where ids is not null and k.from_id in (select s.id from seen as s)
    ) as l join td.ticket as f on f.id = l.from_id join td.ticket as o on o.id = l.to_id
    where td.sees_desk(v_actor, f) and td.sees_desk(v_actor, o)
      and coalesce(f.root_id, f.id) <= v_export.until_id and coalesce(o.root_id, o.id) <= v_export.until_id;
end
$$;
comment on function api.export_cases(uuid, bigint, bigint[], integer)
    is 'The next cases at the desk that somebody may see, or chosen ones, with all that belongs to them; noted as opened, each of them.';
grant execute on function api.export_cases(uuid, bigint, bigint[], integer) to td_handler, td_coordinator, td_auditor;

create or replace function api.export_own(export_id uuid, after bigint, ids bigint[], most integer)
    returns table (file text, lines_count integer, lines text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' set bytea_output = 'hex'
as $$
declare
    v_actor td.person := td.actor();
    v_export td.export := td.own_export(v_actor, export_id);
    v_cases bigint[];
begin
    if most is null or most not between 1 and 1000 or cardinality(ids) > 1000 then
        perform td.refuse_input('most', 'out_of_range');
    end if;
    v_cases := coalesce(array(
        select p.ticket_id from td.ticket_public as p
        where p.requester_id = v_actor.id
          and case when ids is null then p.ticket_id > coalesce(after, 0) and p.ticket_id <= v_export.until_id else p.ticket_id = any (ids) end
        order by p.ticket_id limit most), '{}');
    update td.export as e set cases = e.cases + cardinality(v_cases) where e.id = v_export.id and v_actor.class in (1, 4);
    return query
    with mine as materialized (
        select p.* from td.ticket_public as p where p.ticket_id = any (v_cases) and p.requester_id = v_actor.id
    ), steps as materialized (
        select e.* from td.entry_public as e join mine as m on m.ticket_id = e.ticket_id where e.requester_id = v_actor.id
    )
    select '', cardinality(v_cases), (select max(c)::text from unnest(v_cases) as c)
    union all
    -- What he may know of his own case and nothing else: neither the desk's numbers nor its stamps are in here.
    select 'own_cases', count(*)::integer, string_agg(row_to_json((select x from (select p.ticket_id, p.requester_id, p.kind, p.subject, p.state,
            p.priority, p.category_id, p.document_ref, p.requester_name, p.requester_phone, p.requester_email, p.requester_company,
            p.requester_department, p.owner_label, p.channel, p.wished_at, p.recorded_at, p.updated_at, p.version, p.ordinal, p.reopen_until,
            p.files) as x))::text, E'\n' order by p.ticket_id)
    from mine as p
    union all
    select 'own_entries', count(*)::integer, string_agg(row_to_json((select x from (select e.ticket_id, e.ordinal, e.at, e.what, e.author_label,
            e.by_requester, e.kind, e.channel, e.body, e.detail, e.data) as x))::text, E'\n' order by e.ticket_id, e.ordinal)
    from steps as e
    union all
    select 'own_attachments', count(*)::integer, string_agg(row_to_json((select x from (select f.file ->> 'id' as id, e.ticket_id, e.ordinal,
            f.file ->> 'name' as name, (f.file ->> 'size')::bigint as size, f.file ->> 'sha256' as sha256) as x))::text,
            E'\n' order by e.ticket_id, e.ordinal, f.file ->> 'id')
    from steps as e cross join lateral jsonb_array_elements(coalesce(e.detail -> 'files', '[]')) as f (file)
    union all
    select 'own_links', count(*)::integer, string_agg(row_to_json((select x from (select l.id, l.from_id, l.to_id, l.kind, l.made_at) as x))::text,
            E'\n' order by l.id)
    from td.link as l join td.ticket_public as f on f.ticket_id = l.from_id join td.ticket_public as o on o.ticket_id = l.to_id
    where l.from_id in (select m.ticket_id from mine as m) and l.undone_at is null and l.audience = 1
      and f.requester_id = v_actor.id and o.requester_id = v_actor.id;
end
$$;
comment on function api.export_own(uuid, bigint, bigint[], integer) is 'The next cases that somebody reported himself, or chosen ones, as their requester reads them.';
grant execute on function api.export_own(uuid, bigint, bigint[], integer) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;

create or replace function api.export_people(export_id uuid, after integer, ids integer[], most integer) returns table (file text, lines_count integer, lines text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' set bytea_output = 'hex'
as $$
declare
    v_actor td.person := td.actor();
    v_export td.export := td.own_export(v_actor, export_id);
    v_whole boolean := v_actor.class in (4, 5);
    v_ids integer[];
begin
    if most is null or most not between 1 and 5000 then
        perform td.refuse_input('most', 'out_of_range');
    end if;
    v_ids := array(select p.id from td.person as p
                   where p.id > coalesce(after, 0) and (v_actor.class <> 1 or p.id = v_actor.id) and (ids is null or p.id = any (ids))
                   order by p.id limit most);
    return query
    select '', cardinality(v_ids), (select max(i)::text from unnest(v_ids) as i)
    union all
    -- Never a log-in, nor anything that belongs to one.
    select 'people', count(*)::integer, string_agg(row_to_json((select x from (select p.id, p.class, p.active, p.customer_group_id,
            p.directly_addressable, p.language, d.name, d.phone, d.email, d.company, d.department,
            case when v_whole then p.source end as source, case when v_whole then p.created_at end as created_at,
            case when v_whole then d.version end as version, case when v_whole then d.changed_by end as changed_by,
            case when v_whole then d.changed_at end as changed_at) as x))::text, E'\n' order by p.id)
    from td.person as p join td.person_detail as d on d.person_id = p.id
    where p.id = any (v_ids);
end
$$;
comment on function api.export_people(uuid, integer, integer[], integer) is 'The next persons that somebody knows, without anything of their log-ins; a requester knows himself.';
grant execute on function api.export_people(uuid, integer, integer[], integer) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;

create or replace function api.export_office(export_id uuid) returns table (file text, lines_count integer, lines text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' set bytea_output = 'hex'
as $$
declare
    v_actor td.person := td.actor();
    v_export td.export := td.own_export(v_actor, export_id);
    v_staff boolean := v_actor.class <> 1;
    v_keeper boolean := v_actor.class in (3, 4, 5);
    v_whole boolean := v_actor.class in (4, 5);
    v_groups integer[] := (select coalesce(array_agg(m.group_id), '{}') from td.group_member as m where m.person_id = v_actor.id);
begin
    return query
    select 'office', count(*)::integer, string_agg(row_to_json((select x from (select
            case when v_actor.class = 4 then o.name end as name,
            o.hidden_by_default, o.reopen_days, o.close_days, o.calendar_id, case when v_whole then o.file_limit end as file_limit,
            case when v_whole then o.parcel_limit end as parcel_limit, o.time_booking, o.version, o.changed_by, o.changed_at) as x))::text, E'\n')
    from td.office as o where v_keeper
    union all
    select 'customer_groups', count(*)::integer, string_agg(row_to_json((select x from (select g.id, g.name, g.active,
            case when v_keeper then g.hidden_by_default end as hidden_by_default, case when v_keeper then g.calendar_id end as calendar_id,
            case when v_keeper then g.version end as version, case when v_keeper then g.changed_by end as changed_by,
            case when v_keeper then g.changed_at end as changed_at) as x))::text, E'\n' order by g.id)
    from td.customer_group as g where v_staff
    union all
    select 'groups', count(*)::integer, string_agg(row_to_json((select x from (select g.id, g.name, g.active, g.directly_addressable,
            case when v_whole then g.source end as source, case when v_whole then g.calendar_id end as calendar_id,
            case when v_whole then g.version end as version, case when v_whole then g.changed_by end as changed_by,
            case when v_whole then g.changed_at end as changed_at) as x))::text, E'\n' order by g.id)
    from td.work_group as g where v_staff
    union all
    select 'members', count(*)::integer, string_agg(row_to_json((select x from (select m.group_id, m.person_id,
            case when v_whole then m.since end as since) as x))::text, E'\n' order by m.group_id, m.person_id)
    from td.group_member as m where v_staff
    union all
    select 'openings', count(*)::integer, string_agg(row_to_json((select x from (select a.customer_group_id, a.person_id,
            a.group_id) as x))::text, E'\n' order by a.customer_group_id, a.person_id, a.group_id)
    from td.addressable_by as a where v_staff
    union all
    select 'categories', count(*)::integer, string_agg(row_to_json((select x from (select c.id, c.parent_id, c.name_de, c.name_en,
            c.hidden_by_default, c.active, case when v_keeper then c.reopen_days end as reopen_days,
            case when v_keeper then c.version end as version, case when v_keeper then c.changed_by end as changed_by,
            case when v_keeper then c.changed_at end as changed_at) as x))::text, E'\n' order by c.id)
    from td.category as c
    where v_staff or c.active
       or exists (select from td.ticket_public as p where p.category_id = c.id and p.requester_id = v_actor.id)
    union all
    select 'calendars', count(*)::integer, string_agg(row_to_json((select x from (select c.id, c.name, c.zone, c.region, c.active, c.version,
            case when v_whole then c.changed_by end as changed_by, case when v_whole then c.changed_at end as changed_at) as x))::text,
            E'\n' order by c.id)
    from td.calendar as c where v_staff
    union all
    select 'calendar_hours', count(*)::integer, string_agg(row_to_json((select x from (select h.calendar_id, h.weekday, h.opens,
            h.closes) as x))::text, E'\n' order by h.calendar_id, h.weekday, h.opens)
    from td.calendar_hours as h where v_staff
    union all
    -- Public holidays follow from the calendar's region.
    select 'calendar_days', count(*)::integer, string_agg(row_to_json((select x from (select d.calendar_id, d.on_day, d.name_de, d.name_en,
            d.opens, d.closes) as x))::text, E'\n' order by d.calendar_id, d.on_day)
    from td.calendar_day as d where v_staff and not d.public
    union all
    select 'commitments', count(*)::integer, string_agg(row_to_json((select x from (select c.id, c.family_id, c.name, c.measure, c.group_id,
            c.customer_group_id, c.category_id, c.kind, c.priority, c.amount_minutes, c.business, c.calendar_id, c.stops, c.warn_percent,
            c.warn_minutes, c.raise_priority, c.hand_to_group_id, c.valid_from, c.valid_until, c.version,
            case when v_whole then c.changed_by end as changed_by, case when v_whole then c.changed_at end as changed_at) as x))::text,
            E'\n' order by c.id)
    from td.commitment as c where v_staff
    union all
    -- As the policies on td.template say.
    select 'templates', count(*)::integer, string_agg(row_to_json((select x from (select t.id, t.purpose, t.scope, t.owner_id, t.group_id,
            t.for_requesters, t.name_de, t.name_en, t.subject_de, t.subject_en, t.body_de, t.body_en, t.questions_de, t.questions_en, t.kind,
            t.priority, t.category_id, t.version) as x))::text, E'\n' order by t.id)
    from td.template as t
    where t.active
      and case when v_actor.class in (2, 3) then t.scope = 3 or t.scope = 1 and t.owner_id = v_actor.id or t.scope = 2 and t.group_id = any (v_groups)
               when v_actor.class = 4 then t.scope = 3
               else t.scope = 3 and t.purpose = 1 and t.for_requesters end;
end
$$;
comment on function api.export_office(uuid) is 'The office as somebody knows it: groups, categories, calendars, commitments, templates; each column as his class reads it.';
grant execute on function api.export_office(uuid) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
