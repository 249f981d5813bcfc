-- as td_api
create or replace function td.do_change_category(
    p_actor td.person, p_request_id uuid, p_category_id integer, p_version integer, p_name_de text, p_name_en text, p_parent_id integer,
    p_hidden boolean, p_reopen_days integer, p_active boolean) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'change_category');
    v_old td.category;
    v_new td.category;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    perform td.refuse_unless(p_actor, true);
    lock table td.category in share row exclusive mode;
    select c.* into v_old from td.category as c where c.id = p_category_id;
    if v_old.id is null then
        raise exception 'no such category' using errcode = 'TD404';
    end if;
    perform td.refuse_old(p_version, v_old.version, v_old.changed_by, v_old.changed_at);
    v_new := v_old;
    v_new.name_de := td.checked_line('name_de', p_name_de);
    v_new.name_en := td.checked_line('name_en', p_name_en);
    v_new.parent_id := p_parent_id;
    v_new.hidden_by_default := p_hidden;
    v_new.reopen_days := p_reopen_days;
    v_new.active := coalesce(p_active, true);
    if v_new.parent_id = v_old.id then
        perform td.refuse_input('parent_id', 'below_itself');
    end if;
    if not v_new.active and exists (select from td.category as c where c.parent_id = v_old.id and c.active) then
        perform td.refuse_input('active', 'in_use_below');
    end if;
    v_new := td.checked_category(v_new);
    update td.category as c
    set name_de = v_new.name_de, name_en = v_new.name_en, parent_id = v_new.parent_id, hidden_by_default = v_new.hidden_by_default,
        reopen_days = v_new.reopen_days, active = v_new.active, version = c.version + 1, changed_by = p_actor.id, changed_at = now()
    where c.id = v_old.id;
    return td.set_up(p_request_id, v_old.version + 1, 'category', v_old.id);
end
$$;
comment on function td.do_change_category(td.person, uuid, integer, integer, text, text, integer, boolean, integer, boolean)
    is 'Changes a category, moves it in the tree, takes it out of use or back into it; cases keep theirs.';

create or replace function api.change_category(
    request_id uuid, category_id integer, version integer, name_de text, name_en text, parent_id integer, hidden_by_default boolean,
    reopen_days integer, active boolean) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_change_category(td.actor(), $1, $2, $3, $4, $5, $6, $7, $8, $9) $$;
comment on function api.change_category(uuid, integer, integer, text, text, integer, boolean, integer, boolean)
    is 'Change a category, or take it out of use (ChangeCategory).';
grant execute on function api.change_category(uuid, integer, integer, text, text, integer, boolean, integer, boolean)
    to td_coordinator, td_admin;
