-- as td_api
-- Texts come through functions, so that reading leaves its trace in td.access.
drop type if exists td.timeline_row cascade;
create type td.timeline_row as (
    seq integer, at timestamptz, what text, audience smallint, actor_id integer, actor_name text, on_behalf_id integer, cause smallint,
    kind smallint, channel smallint, body text, detail jsonb, data jsonb, happened_at timestamptz
);

create or replace function td.note_access(p_person_id integer, p_ticket_id bigint) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    -- A crash may lose the last fraction of a second of this log; waiting for the disk at each look would cost more than it proves.
    perform set_config('synchronous_commit', 'off', true);
    insert into td.access (person_id, ticket_id) values (p_person_id, p_ticket_id);
end
$$;
comment on function td.note_access(integer, bigint) is 'Writes who opened which case.';

create or replace function td.gone_along(p_part_id bigint) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    -- Read where it stands: who sees the part may read what was chosen for him, and nothing else of the case.
    return (
        select case when count(*) = 0 then '{}' else jsonb_build_object('along', jsonb_agg(jsonb_build_object(
            'seq', e.seq, 'kind', e.kind, 'at', l.at, 'actor', l.actor_id, 'channel', e.channel, 'body', e.body,
            'files', coalesce(e.detail -> 'files', '[]')) order by e.seq)) end
        from td.part_entry as p
        join td.entry as e on e.ticket_id = p.ticket_id and e.seq = p.seq
        join td.log as l on l.ticket_id = p.ticket_id and l.seq = p.seq
        where p.part_id = p_part_id);
end
$$;
comment on function td.gone_along(bigint) is 'The entries of the case that were given along with a part.';

create or replace function td.for_promise(p_data jsonb) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    if not p_data ? 'commitment' then
        return p_data;
    end if;
    return p_data || (
        select jsonb_build_object('promise', jsonb_build_object('name', c.name, 'measure', c.measure, 'internal', c.group_id is not null))
        from td.commitment as c where c.id = (p_data ->> 'commitment')::integer);
end
$$;
comment on function td.for_promise(jsonb) is 'What a step holds, with the promise for whose sake a rule took it.';

create or replace function api.timeline(ticket_id bigint, after_seq integer) returns setof td.timeline_row
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
begin
    if not td.reads_desk(v_actor, timeline.ticket_id) then
        raise exception 'no such case' using errcode = 'TD404';
    end if;
    -- Who asks for the rest of a case only, and never opened it, has opened it now.
    if coalesce(after_seq, 0) <= 0 or not exists (
        select from td.access as a
        where a.ticket_id = timeline.ticket_id and a.person_id = v_actor.id and a.at > now() - interval '12 hours'
    ) then
        perform td.note_access(v_actor.id, timeline.ticket_id);
    end if;
    return query
        select l.seq, l.at::timestamptz, l.what, coalesce(e.audience, l.audience), l.actor_id, ''::text, l.on_behalf_id, l.cause, e.kind, coalesce(e.channel, 0::smallint),
               coalesce(e.body, ''), coalesce(e.detail, '{}') || case when l.what = 'commissioned' then td.gone_along(l.ticket_id) else '{}' end,
               td.for_promise(l.data), e.happened_at::timestamptz
        from td.log as l left join td.entry as e on e.ticket_id = l.ticket_id and e.seq = l.seq
        where l.ticket_id = timeline.ticket_id and l.seq > coalesce(after_seq, 0)
        order by l.seq;
end
$$;
comment on function api.timeline(bigint, integer) is 'A case''s steps with their texts, for staff who may see it; opening it is noted.';
grant execute on function api.timeline(bigint, integer) to td_handler, td_coordinator, td_auditor;

create or replace function api.own_timeline(ticket_id bigint, after_ordinal integer) returns setof td.timeline_row
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
begin
    if not exists (select from td.ticket_public as p where p.ticket_id = own_timeline.ticket_id and p.requester_id = v_actor.id) then
        raise exception 'no such case' using errcode = 'TD404';
    end if;
    return query
        select e.ordinal, e.at::timestamptz, e.what, 1::smallint, case when e.by_requester then v_actor.id end, e.author_label::text, null::integer, 1::smallint,
               e.kind, e.channel, e.body, e.detail, e.data, null::timestamptz
        from td.entry_public as e
        where e.ticket_id = own_timeline.ticket_id and e.ordinal > coalesce(after_ordinal, 0)
        order by e.ordinal;
end
$$;
comment on function api.own_timeline(bigint, integer) is 'The steps of one''s own case as its requester may read them.';
grant execute on function api.own_timeline(bigint, integer) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
