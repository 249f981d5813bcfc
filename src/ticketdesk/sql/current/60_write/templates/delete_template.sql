-- as td_api
create or replace function td.do_delete_template(p_actor td.person, p_request_id uuid, p_template_id integer, p_version integer) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'delete_template');
    v_old td.template;
    v_outcome td.outcome;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_template(p_actor, p_template_id, p_version);
    if v_old.active then
        update td.template as t set active = false, version = t.version + 1, changed_by = p_actor.id, changed_at = now() where t.id = v_old.id;
    end if;
    v_outcome := row(0, 0, v_old.version + v_old.active::integer, jsonb_build_object('template', v_old.id))::td.outcome;
    update td.request as r set outcome = v_outcome where r.id = p_request_id;
    return v_outcome;
end
$$;
comment on function td.do_delete_template(td.person, uuid, integer, integer) is 'Takes a template out of use; saving it again brings it back.';

create or replace function api.delete_template(request_id uuid, template_id integer, version integer) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_delete_template(td.actor(), $1, $2, $3) $$;
comment on function api.delete_template(uuid, integer, integer) is 'Delete a template (DeleteTemplate).';
grant execute on function api.delete_template(uuid, integer, integer) to td_handler, td_coordinator, td_admin;
