-- as td_api
-- The set-up as those read it who keep it, with versions and with what is out of use; everybody else knows the names in use alone.
create or replace function td.contact_of(p_person_id integer) returns td.person
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_person td.person;
begin
    -- Those one records for: contacts and requesters. Colleagues, imported persons and nobody are one and the same here.
    select p.* into v_person from td.person as p where p.id = p_person_id and p.class in (0, 1) and p.source = 0 and p.active;
    if v_person.id is null then
        raise exception 'no such contact' using errcode = 'TD404';
    end if;
    return v_person;
end
$$;
comment on function td.contact_of(integer) is 'Somebody for whom cases are recorded; TD404 for everybody else.';

create or replace function api.contact(person_id integer) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
    v_person td.person;
begin
    if v_actor.class not in (3, 4) then
        raise exception 'not for this class' using errcode = 'TD403';
    end if;
    v_person := td.contact_of(person_id);
    return (
        select jsonb_build_object(
            'id', v_person.id, 'class', v_person.class, 'customer_group', v_person.customer_group_id, 'version', d.version, 'name', d.name,
            'phone', d.phone, 'email', d.email, 'company', d.company, 'department', d.department,
            'by', d.changed_by, 'at', d.changed_at)
        from td.person_detail as d where d.person_id = v_person.id);
end
$$;
comment on function api.contact(integer) is 'What is known of somebody for whom cases are recorded, with its version; for coordination and administration.';
grant execute on function api.contact(integer) to td_coordinator, td_admin;

create or replace function td.groups_set_up() returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return (
        select coalesce(jsonb_agg(jsonb_build_object(
            'id', g.id, 'name', g.name, 'active', g.active, 'directly_addressable', g.directly_addressable, 'version', g.version,
            'by', g.changed_by, 'at', g.changed_at,
            'calendar', g.calendar_id,
            'members', (select coalesce(jsonb_agg(m.person_id order by m.person_id), '[]') from td.group_member as m where m.group_id = g.id),
            'open_to', (select coalesce(jsonb_agg(a.customer_group_id order by a.customer_group_id), '[]')
                        from td.addressable_by as a where a.group_id = g.id),
            'open_cases', (select count(*) from td.ticket as t where t.group_id = g.id and t.is_open)) order by g.id), '[]')
        from td.work_group as g where g.source = 0);
end
$$;
comment on function td.groups_set_up() is 'Our own groups with members, openings and the number of open cases.';

create or replace function api.setup() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
    v_admin boolean := v_actor.class = 4;
begin
    if v_actor.class not in (3, 4) then
        raise exception 'not for this class' using errcode = 'TD403';
    end if;
    return jsonb_build_object(
        'categories', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'id', c.id, 'parent', c.parent_id, 'name_de', c.name_de, 'name_en', c.name_en, 'hidden', c.hidden_by_default,
                'reopen_days', c.reopen_days, 'active', c.active, 'version', c.version, 'by', c.changed_by, 'at', c.changed_at) order by c.id), '[]')
            from td.category as c),
        'customer_groups', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'id', g.id, 'name', g.name, 'hidden', g.hidden_by_default, 'active', g.active, 'version', g.version,
                'by', g.changed_by, 'at', g.changed_at, 'calendar', g.calendar_id) order by g.id), '[]')
            from td.customer_group as g),
        'groups', case when v_admin then td.groups_set_up() else '[]' end,
        'office', (
            select jsonb_build_object('name', case when v_admin then o.name else '' end, 'hidden', o.hidden_by_default,
                'reopen_days', o.reopen_days, 'close_days', o.close_days, 'version', o.version, 'by', o.changed_by, 'at', o.changed_at,
                'calendar', o.calendar_id, 'time_booking', o.time_booking)
            from td.office as o));
end
$$;
comment on function api.setup() is 'Categories, groups, customer groups and settings as they are kept; groups for administrators alone.';
grant execute on function api.setup() to td_coordinator, td_admin;
