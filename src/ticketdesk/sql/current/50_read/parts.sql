-- as td_api
-- The parts of a case side by side, each with its order and its newest answer. A part's answer stands in the part alone: nothing is copied upwards.
drop type if exists td.part_row cascade;
create type td.part_row as (
    id bigint, version integer, letter text, mark text, subject text, state smallint, waiting_reason smallint, waiting_until timestamptz,
    priority smallint, blocking boolean, handler_id integer, group_id integer, contact text, commissioned_by integer, target_at timestamptz,
    recorded_at timestamptz, updated_at timestamptz, parts_open integer, parts_back integer, order_text text, answer text, answer_by integer,
    answer_at timestamptz, answer_channel smallint, reason text, along integer
);

create or replace function api.parts(ticket_id bigint) returns setof td.part_row
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
    v_groups integer[] := (select coalesce(array_agg(m.group_id), '{}') from td.group_member as m where m.person_id = v_actor.id);
    v_part td.ticket;
begin
    if not exists (
        select from td.ticket as t
        where t.id = parts.ticket_id
          and (v_actor.class in (3, 5) or v_actor.class = 2 and (v_actor.id = any (t.participants) or t.group_id = any (v_groups)))
          and (v_actor.class = 5 or not t.hidden or coalesce(t.requester_id, t.kept_from) is distinct from v_actor.id)
    ) then
        raise exception 'no such case' using errcode = 'TD404';
    end if;
    -- Who sees the case sees those of its parts that are his to see: a handler what he commissioned, what is his or his group's.
    for v_part in
        select t.* from td.ticket as t
        where t.parent_id = parts.ticket_id
          and (v_actor.class in (3, 5) or v_actor.id = any (t.participants) or t.group_id = any (v_groups))
          and (v_actor.class = 5 or not t.hidden or coalesce(t.requester_id, t.kept_from) is distinct from v_actor.id)
        order by t.id
    loop
        if not exists (
            select from td.access as a
            where a.ticket_id = v_part.id and a.person_id = v_actor.id and a.at > now() - interval '12 hours'
        ) then
            perform td.note_access(v_actor.id, v_part.id);
        end if;
        return query
            select v_part.id, v_part.version, v_part.letter::text, v_part.mark::text, v_part.subject, v_part.state, v_part.waiting_reason,
                v_part.waiting_until::timestamptz, v_part.priority, v_part.blocking, v_part.handler_id, v_part.group_id,
                v_part.contact_label::text, v_part.commissioned_by, v_part.target_at::timestamptz, v_part.recorded_at::timestamptz,
                v_part.updated_at::timestamptz, v_part.parts_open, v_part.parts_back,
                (select o.body from td.entry as o where o.ticket_id = v_part.id and o.kind = 7 order by o.seq limit 1),
                coalesce(a.body, ''), a.actor_id, coalesce(a.happened_at, a.at)::timestamptz, coalesce(a.channel, 0::smallint),
                coalesce((select r.body from td.entry as r where r.ticket_id = v_part.id and r.kind = 8 order by r.seq desc limit 1), ''),
                (select count(*)::integer from td.part_entry as p where p.part_id = v_part.id)
            from (select 1) as one left join lateral (
                select e.body, l.actor_id, e.happened_at, l.at, e.channel
                from td.entry as e join td.log as l on l.ticket_id = e.ticket_id and l.seq = e.seq
                where e.ticket_id = v_part.id and e.kind = 3
                order by e.seq desc limit 1) as a on true;
    end loop;
end
$$;
comment on function api.parts(bigint) is 'A case''s parts as this person may see them, with orders and answers; reading them is noted.';
grant execute on function api.parts(bigint) to td_handler, td_coordinator, td_auditor;
