-- as td_api
-- Whom somebody may hand a case to directly: staff everybody who works here, others only who is open to them.
create or replace function td.may_address(p_actor td.person, p_handler_id integer, p_group_id integer) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return p_actor.class in (2, 3)
        or exists (select from td.person as p where p.id = p_handler_id and p.directly_addressable)
        or exists (select from td.work_group as g where g.id = p_group_id and g.directly_addressable)
        or exists (select from td.addressable_by as a
                   where a.customer_group_id = p_actor.customer_group_id and (a.person_id = p_handler_id or a.group_id = p_group_id));
end
$$;
comment on function td.may_address(td.person, integer, integer)
    is 'Whether a person or a group may be addressed directly: by staff, when flagged for all, or when opened to one''s customer group.';

create or replace function api.addressees() returns table (id integer, is_group boolean, name text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
begin
    return query
        select p.id, false, d.name::text
        from td.person as p join td.person_detail as d on d.person_id = p.id
        where p.active and p.login is not null and p.class in (2, 3) and td.may_address(v_actor, p.id, null)
        union all
        select g.id, true, g.name::text
        from td.work_group as g where g.active and g.source = 0 and td.may_address(v_actor, null, g.id);
end
$$;
comment on function api.addressees() is 'Whom one may hand a case to directly.';
grant execute on function api.addressees() to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
