-- as td_api
create or replace function td.do_change_group(
    p_actor td.person, p_request_id uuid, p_group_id integer, p_version integer, p_name text, p_addressable boolean, p_open_to integer[],
    p_members integer[], p_active boolean) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'change_group');
    v_old td.work_group;
    v_name text;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    perform td.refuse_unless(p_actor, false);
    -- Teams of imported history are names in old cases and nobody's to keep.
    select g.* into v_old from td.work_group as g where g.id = p_group_id and g.source = 0 for update;
    if v_old.id is null then
        raise exception 'no such group' using errcode = 'TD404';
    end if;
    perform td.refuse_old(p_version, v_old.version, v_old.changed_by, v_old.changed_at);
    v_name := td.checked_free_name('group', v_old.id, p_name);
    -- That a group with open cases is not given up is the relation's own guard (40_guards/work_group.sql).
    update td.work_group as g
    set name = v_name, directly_addressable = coalesce(p_addressable, false), active = coalesce(p_active, true), version = g.version + 1,
        changed_by = p_actor.id, changed_at = now()
    where g.id = v_old.id;
    perform td.fill_group(v_old.id, p_open_to, p_members);
    return td.set_up(p_request_id, v_old.version + 1, 'group', v_old.id);
end
$$;
comment on function td.do_change_group(td.person, uuid, integer, integer, text, boolean, integer[], integer[], boolean)
    is 'Changes a group, its members and who may write to it; takes it out of use when nothing is left to do for it.';

create or replace function api.change_group(
    request_id uuid, group_id integer, version integer, name text, directly_addressable boolean, open_to integer[], members integer[],
    active boolean) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_change_group(td.actor(), $1, $2, $3, $4, $5, $6, $7, $8) $$;
comment on function api.change_group(uuid, integer, integer, text, boolean, integer[], integer[], boolean)
    is 'Change a group, or take it out of use (ChangeGroup).';
grant execute on function api.change_group(uuid, integer, integer, text, boolean, integer[], integer[], boolean) to td_admin;
