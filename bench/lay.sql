-- Lays bench.tickets cases with four replies each: rows, log with its chain, texts, the requester's copies, events, requests, notices.
-- Superuser; checks by trigger are left out, because the states are set at once and not reached step by step.
set session_replication_role = replica;
set synchronous_commit = off;
set work_mem = '128MB';
set maintenance_work_mem = '256MB';

create function pg_temp.pick(p_number bigint, p_salt integer, p_below integer) returns integer language sql immutable
as $$ select ((hashint8(p_number * 1009 + p_salt)::bigint & 2147483647) % p_below)::integer $$;

-- Texts lie in a small table of their own: cutting them from one long value would unpack that value each time.
create temporary table bodies as
select w.n, left(string_agg(w.word, ' ' order by w.i), 300) as body
from (select n, i, (array['Drucker', 'printer', 'Etikett', 'Rechnung', 'invoice', 'seit', 'Montag', 'Lager', 'warehouse', 'geht', 'nicht', 'mehr',
    'Anmeldung', 'screen', 'flackert', 'nach', 'dem', 'Neustart', 'Telefon', 'headset', 'leise', 'Zugang', 'fehlt', 'please', 'check',
    'Kasse', 'zwei', 'Scanner', 'liest', 'keine', 'Codes', 'Verbindung', 'langsam', 'bitte', 'prüfen', 'für', 'Büro', 'Straße'])
    [1 + pg_temp.pick(n * 100 + i, 1, 38)] as word from generate_series(0, 996) as n cross join generate_series(1, 60) as i) as w
group by w.n;
create unique index on bodies (n);
analyze bodies;

create temporary table cases as
select i, 10000 + i as id,
    case when r < 10 then 1 when r < 13 then 2 when r < 16 then 3 when r < 21 then 4 when r < 27 then 5 when r < 30 then 7 when r < 35 then 6
         when r < 40 then 8 when r < 95 then 9 else 11 end as state,
    date_trunc('minute', now()) - interval '3 days' - (n.n - i) * (interval '365 days' / n.n) - pg_temp.pick(i, 2, 3600) * interval '1 second'
        as recorded_at,
    case when pg_temp.pick(i, 3, 20) > 0 then c.ids[1 + pg_temp.pick(i, 4, array_length(c.ids, 1))] end as requester_id,
    h.ids[1 + pg_temp.pick(i, 5, array_length(h.ids, 1))] as handler_id,
    g.ids[1 + pg_temp.pick(i, 6, array_length(g.ids, 1))] as group_id,
    k.id as coordinator_id,
    pg_temp.pick(i, 7, 20) = 0 as hidden
from (select current_setting('bench.tickets')::integer as n) as n
cross join generate_series(1, n.n) as i
cross join lateral (select pg_temp.pick(i, 8, 100) as r) as r
cross join (select array_agg(id order by id) as ids from td.person where class = 1) as c
cross join (select array_agg(id order by id) as ids from td.person where class = 2) as h
cross join (select array_agg(id order by id) as ids from td.work_group) as g
cross join (select min(id) as id from td.person where class = 3) as k;

create temporary table steps as
select t.id as ticket_id, s.seq, t.recorded_at + (s.seq - 1) * interval '3 hours' + pg_temp.pick(t.i, 20 + s.seq, 3600) * interval '1 second' as at,
    case s.what when 'noted' then t.handler_id when 'interim_answered' then t.coordinator_id else coalesce(t.requester_id, t.coordinator_id) end
        as actor_id,
    s.what, s.audience, s.kind,
    case when s.seq = 1 then jsonb_build_object('kind', 1, 'priority', 2, 'way', 0, 'to', 1) else '{}'::jsonb end as data,
    d.detail, b.body, z.salt, td.committed(z.salt, b.body, d.detail) as commitment
from cases as t
cross join lateral (values
    (1, 'recorded', 1, 1),
    (2, case when t.requester_id is null then 'noted' else 'message_added' end, case when t.requester_id is null then 0 else 1 end,
        case when t.requester_id is null then 2 else 6 end),
    (3, 'noted', 0, 2),
    (4, 'interim_answered', 1, 4),
    (5, case when t.requester_id is null then 'noted' else 'message_added' end, case when t.requester_id is null then 0 else 1 end,
        case when t.requester_id is null then 2 else 6 end)
) as s (seq, what, audience, kind)
join bodies as x on x.n = pg_temp.pick(t.i, 30 + s.seq, 997)
cross join lateral (select case when s.seq = 1 then jsonb_build_object('subject', 'Meldung ' || t.i) else '{}'::jsonb end as detail) as d
cross join lateral (select case when s.seq = 1 and pg_temp.pick(t.i, 9, 5) = 0 then 'gemeinsam ' else '' end
    || left(x.body, case when s.seq = 1 then 300 else 215 end) as body) as b
cross join lateral (select uuid_send(gen_random_uuid()) as salt where s.seq > 0 offset 0) as z;
create index on steps (seq, ticket_id);
analyze steps;

do $$
begin
    for v_seq in 1 .. 5 loop
        insert into td.log (ticket_id, seq, at, actor_id, cause, what, audience, data, commitment, prev, hash)
        select s.ticket_id, s.seq, s.at, s.actor_id, 1, s.what, s.audience, s.data, s.commitment, p.prev,
            td.chained(p.prev, s.ticket_id, s.seq, s.at, s.actor_id, null, 1::smallint, s.what, s.audience::smallint, s.data, s.commitment)
        from steps as s
        left join td.log as l on l.ticket_id = s.ticket_id and l.seq = s.seq - 1
        cross join lateral (select coalesce(l.hash, td.genesis(s.ticket_id)) as prev) as p
        where s.seq = v_seq;
    end loop;
end
$$;
insert into td.entry (ticket_id, seq, kind, audience, body, detail, salt)
select ticket_id, seq, kind, audience, body, detail, salt from steps order by ticket_id, seq;

insert into td.ticket (id, kind, subject, state, came_from, way, priority, hidden, customer_group_id, category_id, requester_id, requester_name,
    requester_phone, requester_email, requester_company, requester_department, recorded_by, coordinator_id, group_id, handler_id, participants,
    wished_at, target_at, waiting_reason, recorded_at, updated_at, answered_at, closed_at, version, seq, head, state_since)
overriding system value
select t.id, 1 + pg_temp.pick(t.i, 10, 3), 'Meldung ' || t.i || ': ' || left(x.body, 40), t.state,
    case when t.state = 6 then 5 end, 0, 1 + pg_temp.pick(t.i, 12, 4), t.hidden, (select min(id) from td.customer_group),
    (select min(id) from td.category) + pg_temp.pick(t.i, 13, 20), t.requester_id, coalesce(d.name, 'Anrufer ' || t.i),
    coalesce(d.phone, ''), coalesce(d.email, ''), coalesce(d.company, ''), coalesce(d.department, ''), coalesce(t.requester_id, t.coordinator_id),
    case when t.state > 1 then t.coordinator_id end, case when t.state in (4, 5, 6, 7, 8, 9) then t.group_id end,
    case when h.handled then t.handler_id end,
    case when h.handled then array[t.coordinator_id, t.handler_id] when t.state > 1 then array[t.coordinator_id] else '{}' end,
    case when pg_temp.pick(t.i, 14, 2) = 0 then l.at + interval '1 day' * pg_temp.pick(t.i, 15, 30) end,
    case when t.state > 1 and pg_temp.pick(t.i, 16, 10) < 4 then l.at + interval '1 day' * pg_temp.pick(t.i, 17, 60) end,
    case when t.state = 6 then 1 + pg_temp.pick(t.i, 18, 4) end, t.recorded_at, l.at,
    case when t.state in (8, 9) then l.at end, case when t.state = 9 then l.at end, 5, 5, l.hash, l.at
from cases as t join bodies as x on x.n = pg_temp.pick(t.i, 11, 997)
join td.log as l on l.ticket_id = t.id and l.seq = 5
left join td.person_detail as d on d.person_id = t.requester_id
cross join lateral (select t.state in (5, 6, 7, 8, 9) or t.state = 4 and pg_temp.pick(t.i, 19, 2) = 0 as handled) as h
order by t.id;
select setval('td.ticket_id_seq', (select max(id) from td.ticket));

insert into td.ticket_public (ticket_id, requester_id, kind, subject, state, priority, category_id, requester_name, requester_phone,
    requester_email, requester_company, requester_department, owner_label, wished_at, recorded_at, updated_at, version, ordinal)
select t.id, t.requester_id, t.kind, t.subject, td.public_state(t), t.priority, t.category_id, t.requester_name, t.requester_phone,
    t.requester_email, t.requester_company, t.requester_department, case when t.hidden then '' else coalesce(d.name, '') end, t.wished_at,
    t.recorded_at, t.updated_at, 4, 4
from td.ticket as t left join td.person_detail as d on d.person_id = t.handler_id where t.requester_id is not null;
insert into td.entry_public (ticket_id, ordinal, seq, requester_id, at, what, author_label, by_requester, kind, body, detail, data)
select s.ticket_id, row_number() over (partition by s.ticket_id order by s.seq), s.seq, t.requester_id, s.at, s.what, t.requester_name,
    s.what <> 'interim_answered', s.kind, s.body, s.detail, '{"state": 2}'
from steps as s join td.ticket as t on t.id = s.ticket_id where t.requester_id is not null and s.audience = 1;

insert into td.event (ticket_id, seq, what, audience, hidden, requester_id, group_ids, person_ids, at)
select t.id, s.seq, s.what, s.audience, t.hidden, t.requester_id, array_remove(array[t.group_id], null), t.participants, s.at
from steps as s join td.ticket as t on t.id = s.ticket_id order by s.at;
insert into td.request (id, person_id, at, verb, outcome)
select gen_random_uuid(), s.actor_id, s.at, 'add_note', row(s.ticket_id, s.seq, s.seq, '{}')::td.outcome from steps as s;
insert into td.notice (person_id, ticket_id, own, kind, at, event_id, seen_at)
select t.coordinator_id, t.id, false, 6, e.at, e.id, e.at + interval '1 hour'
from td.event as e join td.ticket as t on t.id = e.ticket_id where e.seq = 5 and t.coordinator_id is not null;

-- The floor: the same rows and texts in plain tables with plain policies, for whoever signs in, and nothing else around them.
create schema floor;
create table floor.ticket (like td.ticket including all);
create table floor.entry (ticket_id bigint not null, seq integer not null, at timestamptz not null, what text not null, audience smallint not null,
    actor_id integer, kind smallint, channel smallint not null default 0, body text not null, detail jsonb not null default '{}',
    data jsonb not null default '{}', primary key (ticket_id, seq));
do $$
declare
    v_columns text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                       where attrelid = 'td.ticket'::regclass and attnum > 0 and attgenerated = '' and not attisdropped);
begin
    execute format('insert into floor.ticket (%1$s) overriding system value select %1$s from td.ticket', v_columns);
end
$$;
insert into floor.entry select ticket_id, seq, at, what, audience, actor_id, kind, 0, body, detail, data from steps order by ticket_id, seq;
select setval(pg_get_serial_sequence('floor.ticket', 'id'), (select max(id) from floor.ticket));
alter table floor.ticket enable row level security;
alter table floor.entry enable row level security;
create policy coordinator on floor.ticket to td_coordinator using (not hidden or requester_id is distinct from (select td.me())) with check (true);
create policy handler on floor.ticket to td_handler
    using ((group_id = any ((select td.my_groups())::integer[]) or participants @> array[(select td.me())])
           and (not hidden or requester_id is distinct from (select td.me()))) with check (true);
create policy seen on floor.entry to td_coordinator, td_handler
    using (exists (select from floor.ticket as t where t.id = ticket_id)) with check (true);
grant usage on schema floor to td_coordinator, td_handler;
grant usage on all sequences in schema floor to td_coordinator, td_handler;
grant select, insert, update on all tables in schema floor to td_coordinator, td_handler;
set session_replication_role = origin;
