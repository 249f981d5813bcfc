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
