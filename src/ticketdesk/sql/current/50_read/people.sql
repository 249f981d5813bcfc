-- as td_api
create or replace function api.hello() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_me td.person;
    v_info td.schema_info;
begin
    select p.* into v_me from td.person as p where p.login = session_user and p.active;
    select i.* into v_info from td.schema_info as i;
    return jsonb_build_object(
        'product', v_info.product, 'version', v_info.version, 'min_client', v_info.min_client, 'max_client', v_info.max_client,
        'system', (select c.system_identifier::text from pg_catalog.pg_control_system() as c),
        'timeline', (select c.timeline_id from pg_catalog.pg_control_checkpoint() as c),
        'login', session_user,
        'person', (select jsonb_build_object('id', v_me.id, 'class', v_me.class, 'language', v_me.language, 'name', d.name,
                       'email', d.email, 'phone', d.phone, 'company', d.company, 'department', d.department,
                       'groups', td.my_groups())
                   from td.person_detail as d where d.person_id = v_me.id));
end
$$;
comment on function api.hello() is 'Who one is, which server and schema this is, and which clients it speaks with; person is null when deactivated.';
grant execute on function api.hello() to td_requester, td_handler, td_coordinator, td_admin, td_auditor;

create or replace function api.addressees() returns table (id integer, is_group boolean, name text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
begin
    return query
        select p.id, false, d.name::text
        from td.person as p join td.person_detail as d on d.person_id = p.id
        where p.active and p.login is not null and p.class in (2, 3) and (v_actor.class in (2, 3) or p.directly_addressable)
        union all
        select g.id, true, g.name::text
        from td.work_group as g where g.active and g.source = 0 and (v_actor.class in (2, 3) or g.directly_addressable);
end
$$;
comment on function api.addressees() is 'Whom one may hand a case to directly.';
grant execute on function api.addressees() to td_requester, td_handler, td_coordinator, td_admin, td_auditor;

create or replace function api.find_persons(words text) returns table (
    id integer, class smallint, name text, phone text, email text, company text, department text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
    v_pattern text := '%' || replace(replace(replace(left(btrim(coalesce(words, '')), 100), E'\\', E'\\\\'), '%', E'\\%'), '_', E'\\_') || '%';
begin
    if v_actor.class not in (2, 3) then
        raise exception 'for staff only' using errcode = 'TD403';
    end if;
    return query
        select p.id, p.class, d.name::text, d.phone::text, d.email::text, d.company::text, d.department::text
        from td.person_detail as d join td.person as p on p.id = d.person_id
        where p.active and p.source = 0
          and (d.name ilike v_pattern or d.email ilike v_pattern or d.phone ilike v_pattern or d.company ilike v_pattern)
        order by d.name
        limit 20;
end
$$;
comment on function api.find_persons(text) is 'Up to 20 persons whose name, e-mail, phone or company holds the words; for staff who record on behalf of somebody.';
grant execute on function api.find_persons(text) to td_handler, td_coordinator;
