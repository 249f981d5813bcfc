-- as td_owner
-- A group with open cases cannot be given up: they would lie where nobody sees them any more.
create or replace function td.tg_work_group__open_cases() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_open bigint := (select count(*) from td.ticket as t where t.group_id = old.id and t.is_open);
begin
    if v_open > 0 and (tg_op = 'DELETE' or old.active and not new.active) then
        raise exception 'the group has open cases' using errcode = 'TD422',
            detail = jsonb_build_object('field', 'group_id', 'why', 'open_cases', 'count', v_open)::text;
    end if;
    return coalesce(new, old);
end
$$;
comment on function td.tg_work_group__open_cases() is 'Refuses to deactivate or delete a group while open cases lie with it.';
drop trigger if exists work_group__open_cases on td.work_group;
create trigger work_group__open_cases before update or delete on td.work_group
    for each row execute function td.tg_work_group__open_cases();
