-- as td_api
-- What a case is linked with. Of a case that the reader may not see he learns that there is one, and nothing else.
create or replace function td.sees_desk(p_actor td.person, p_ticket td.ticket) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return case
        when p_actor.class = 5 then true
        when p_ticket.hidden and coalesce(p_ticket.requester_id, p_ticket.kept_from) = p_actor.id then false
        when p_actor.class = 3 then true
        when p_actor.class = 2 then p_actor.id = any (p_ticket.participants) or exists (
            select from td.group_member as m where m.person_id = p_actor.id and m.group_id = p_ticket.group_id)
        else false end;
end
$$;
comment on function td.sees_desk(td.person, td.ticket) is 'Whether somebody may read the desk''s face of a case: what the policies on td.ticket say.';

drop type if exists td.link_row cascade;
create type td.link_row as (
    link_id bigint, outgoing boolean, kind smallint, other_id bigint, subject text, state smallint, merged boolean, made_at timestamptz,
    made_by integer
);

create or replace function api.links(ticket_id bigint) returns setof td.link_row
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
begin
    if not exists (select from td.ticket as t where t.id = links.ticket_id and td.sees_desk(v_actor, t)) then
        raise exception 'no such case' using errcode = 'TD404';
    end if;
    return query
        select l.id, l.from_id = links.ticket_id, l.kind, case when s.seen then o.id end, case when s.seen then o.subject else '' end,
               case when s.seen then o.state end, l.merged_seq is not null and f.state = 9, l.made_at::timestamptz, l.made_by
        from td.link as l
        join td.ticket as o on o.id = case when l.from_id = links.ticket_id then l.to_id else l.from_id end
        join td.ticket as f on f.id = l.from_id
        cross join lateral (select td.sees_desk(v_actor, o) as seen) as s
        where (l.from_id = links.ticket_id or l.to_id = links.ticket_id) and l.undone_at is null
        order by l.id;
end
$$;
comment on function api.links(bigint) is 'What a case is linked with, in both directions, for staff who may see it; a case they may not see has no number and no title.';
grant execute on function api.links(bigint) to td_handler, td_coordinator, td_auditor;

create or replace function api.own_links(ticket_id bigint) returns setof td.link_row
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
begin
    if not exists (select from td.ticket_public as p where p.ticket_id = own_links.ticket_id and p.requester_id = v_actor.id) then
        raise exception 'no such case' using errcode = 'TD404';
    end if;
    return query
        select l.id, l.from_id = own_links.ticket_id, l.kind, o.ticket_id, o.subject, o.state, l.merged_seq is not null and f.state = 5,
               l.made_at::timestamptz, null::integer
        from td.link as l
        join td.ticket_public as o on o.ticket_id = case when l.from_id = own_links.ticket_id then l.to_id else l.from_id end
        join td.ticket_public as f on f.ticket_id = l.from_id
        where (l.from_id = own_links.ticket_id or l.to_id = own_links.ticket_id) and l.undone_at is null
          and l.audience = 1 and o.requester_id = v_actor.id
        order by l.id;
end
$$;
comment on function api.own_links(bigint) is 'What one''s own case is linked with, as its requester may know: other cases of his own.';
grant execute on function api.own_links(bigint) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
