-- as td_api
-- Who reads the desk's face of a case; the policies on td.ticket say the same.
create or replace function td.reads_desk(p_actor td.person, p_ticket_id bigint) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return exists (
        select from td.ticket as t
        where t.id = p_ticket_id
          and (p_actor.class in (3, 5)
               or p_actor.class = 2 and (p_actor.id = any (t.participants) or t.group_id in (
                   select m.group_id from td.group_member as m where m.person_id = p_actor.id)))
          and (p_actor.class = 5 or not t.hidden or coalesce(t.requester_id, t.kept_from) is distinct from p_actor.id));
end
$$;
comment on function td.reads_desk(td.person, bigint) is 'Whether somebody works on a case or audits it, so that he reads its desk''s face.';

create or replace function td.previewed(p_ticket_id bigint) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
begin
    if not td.reads_desk(v_actor, p_ticket_id) then
        raise exception 'no such case' using errcode = 'TD404';
    end if;
    perform td.note_access(v_actor.id, p_ticket_id);
end
$$;
comment on function td.previewed(bigint) is 'Lets the desk look at a case as its requester sees it, and notes that; TD404 for everybody else.';
grant execute on function td.previewed(bigint) to td_preview;
