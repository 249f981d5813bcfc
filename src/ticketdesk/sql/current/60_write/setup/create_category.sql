-- as td_api
create or replace function td.checked_category(p_new td.category) returns td.category
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_new td.category := p_new;
begin
    -- The tree must not change between the look and the writing.
    lock table td.category in share row exclusive mode;
    v_new.name_de := td.checked_name('name_de', v_new.name_de);
    -- Who works in one language writes one name.
    v_new.name_en := coalesce(nullif(td.checked_line('name_en', v_new.name_en), ''), v_new.name_de);
    v_new.reopen_days := td.checked_days('reopen_days', v_new.reopen_days, 0);
    if v_new.parent_id is not null and not exists (select from td.category as c where c.id = v_new.parent_id) then
        perform td.refuse_input('parent_id', 'unknown');
    end if;
    if v_new.active and exists (select from td.category as c where c.id = v_new.parent_id and not c.active) then
        perform td.refuse_input('parent_id', 'inactive');
    end if;
    if exists (
        select from td.category as c
        where c.parent_id is not distinct from v_new.parent_id and c.id is distinct from v_new.id and c.active and v_new.active
          and td.folded(c.name_de, false) = td.folded(v_new.name_de, false)
    ) then
        perform td.refuse_input('name_de', 'name_taken');
    end if;
    return v_new;
end
$$;
comment on function td.checked_category(td.category) is 'A category that can be kept: named, in its place of the tree, told from those beside it; TD422 otherwise.';

create or replace function td.do_create_category(
    p_actor td.person, p_request_id uuid, p_name_de text, p_name_en text, p_parent_id integer, p_hidden boolean,
    p_reopen_days integer) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'create_category');
    v_new td.category;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    perform td.refuse_unless(p_actor, true);
    -- Checked before a column's own limit would speak without a field.
    v_new.name_de := td.checked_line('name_de', p_name_de);
    v_new.name_en := td.checked_line('name_en', p_name_en);
    v_new.parent_id := p_parent_id;
    v_new.hidden_by_default := p_hidden;
    v_new.reopen_days := p_reopen_days;
    v_new.active := true;
    v_new := td.checked_category(v_new);
    insert into td.category (parent_id, name_de, name_en, hidden_by_default, reopen_days, changed_by, changed_at)
    values (v_new.parent_id, v_new.name_de, v_new.name_en, v_new.hidden_by_default, v_new.reopen_days, p_actor.id, now())
    returning id into v_new.id;
    return td.set_up(p_request_id, 1, 'category', v_new.id);
end
$$;
comment on function td.do_create_category(td.person, uuid, text, text, integer, boolean, integer) is 'Makes a category in its place of the tree.';

create or replace function api.create_category(
    request_id uuid, name_de text, name_en text, parent_id integer, hidden_by_default boolean, reopen_days integer) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_create_category(td.actor(), $1, $2, $3, $4, $5, $6) $$;
comment on function api.create_category(uuid, text, text, integer, boolean, integer) is 'Make a category (CreateCategory).';
grant execute on function api.create_category(uuid, text, text, integer, boolean, integer) to td_coordinator, td_admin;
