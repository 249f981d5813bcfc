-- as td_api
create or replace function td.fill_group(p_group_id integer, p_open_to integer[], p_members integer[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (
        select from unnest(p_open_to) as o (id)
        where not exists (select from td.customer_group as g where g.id = o.id)
    ) then
        perform td.refuse_input('open_to', 'unknown');
    end if;
    -- Who cannot work on cases, or has no log-in any more, is no member; who is one already may stay until somebody takes him out.
    if exists (
        select from unnest(p_members) as m (id)
        where not exists (select from td.person as p where p.id = m.id and p.class in (2, 3) and p.login is not null and p.active)
          and not exists (select from td.group_member as g where g.group_id = p_group_id and g.person_id = m.id)
    ) then
        perform td.refuse_input('members', 'unknown');
    end if;
    delete from td.addressable_by as a where a.group_id = p_group_id and a.customer_group_id <> all (coalesce(p_open_to, '{}'));
    insert into td.addressable_by (customer_group_id, group_id)
    select distinct o.id, p_group_id from unnest(p_open_to) as o (id)
    where not exists (select from td.addressable_by as a where a.group_id = p_group_id and a.customer_group_id = o.id);
    delete from td.group_member as g where g.group_id = p_group_id and g.person_id <> all (coalesce(p_members, '{}'));
    insert into td.group_member (group_id, person_id)
    select distinct p_group_id, m.id from unnest(p_members) as m (id)
    where not exists (select from td.group_member as g where g.group_id = p_group_id and g.person_id = m.id);
end
$$;
comment on function td.fill_group(integer, integer[], integer[]) is 'Sets who belongs to a group and which customer groups may write to it directly.';

create or replace function td.do_create_group(
    p_actor td.person, p_request_id uuid, p_name text, p_addressable boolean, p_open_to integer[], p_members integer[]) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'create_group');
    v_id integer;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    perform td.refuse_unless(p_actor, false);
    insert into td.work_group (name, directly_addressable, changed_by, changed_at)
    values (td.checked_free_name('group', null, p_name), coalesce(p_addressable, false), p_actor.id, now())
    returning id into v_id;
    perform td.fill_group(v_id, p_open_to, p_members);
    return td.set_up(p_request_id, 1, 'group', v_id);
end
$$;
comment on function td.do_create_group(td.person, uuid, text, boolean, integer[], integer[]) is 'Makes a group with its members.';

create or replace function api.create_group(
    request_id uuid, name text, directly_addressable boolean, open_to integer[], members integer[]) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_create_group(td.actor(), $1, $2, $3, $4, $5) $$;
comment on function api.create_group(uuid, text, boolean, integer[], integer[]) is 'Make a group (CreateGroup).';
grant execute on function api.create_group(uuid, text, boolean, integer[], integer[]) to td_admin;
