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
    v_parts td.part_row[];
begin
    if not td.reads_desk(v_actor, parts.ticket_id) then
        raise exception 'no such case' using errcode = 'TD404';
    end if;
    -- Who sees the case sees those of its parts that are his to see: a handler what he commissioned, what is his or his group's.
    -- One statement, so that no answer is newer than the state beside it: of several, each sees what was committed before it began.
    v_parts := array(
        select row(t.id, t.version, t.letter, t.mark, t.subject, t.state, t.waiting_reason, t.waiting_until, t.priority, t.blocking,
                   t.handler_id, t.group_id, t.contact_label, t.commissioned_by, t.target_at, t.recorded_at, t.updated_at, t.parts_open,
                   t.parts_back,
                   (select o.body from td.entry as o where o.ticket_id = t.id and o.kind = 7 order by o.seq limit 1),
                   coalesce(a.body, ''), a.actor_id, coalesce(a.happened_at, a.at), coalesce(a.channel, 0),
                   coalesce((select r.body from td.entry as r where r.ticket_id = t.id and r.kind = 8 order by r.seq desc limit 1), ''),
                   (select count(*) from td.part_entry as p where p.part_id = t.id))::td.part_row
        from td.ticket as t left join lateral (
            select e.body, l.actor_id, e.happened_at, l.at, e.channel
            from td.entry as e join td.log as l on l.ticket_id = e.ticket_id and l.seq = e.seq
            where e.ticket_id = t.id and e.kind = 3
            order by e.seq desc limit 1) as a on true
        where t.parent_id = parts.ticket_id and td.sees_desk(v_actor, t)
        order by t.id);
    perform td.note_access(v_actor.id, p.id) from unnest(v_parts) as p
    where not exists (
        select from td.access as a where a.ticket_id = p.id and a.person_id = v_actor.id and a.at > now() - interval '12 hours');
    return query select p.* from unnest(v_parts) as p;
end
$$;
comment on function api.parts(bigint) is 'A case''s parts as this person may see them, with orders and answers; reading them is noted.';
grant execute on function api.parts(bigint) to td_handler, td_coordinator, td_auditor;
