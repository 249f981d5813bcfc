-- as td_owner
-- The tree of categories has no circle and few floors, whoever writes it. The functions lock the relation first: two moves cannot cross.
create or replace function td.tg_category__tree() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_above integer := new.parent_id;
    v_floors integer := 1;
    v_below integer;
begin
    while v_above is not null loop
        if v_above = new.id then
            raise exception 'a category below itself' using errcode = 'TD422', detail = '{"field": "parent_id", "why": "below_itself"}';
        end if;
        v_floors := v_floors + 1;
        v_above := (select c.parent_id from td.category as c where c.id = v_above);
    end loop;
    with recursive down as (
        select new.id as id, 0 as floors
        union all
        select c.id, down.floors + 1 from td.category as c join down on c.parent_id = down.id where down.floors < 10
    )
    select max(down.floors) into v_below from down;
    if v_floors + v_below > 5 then
        raise exception 'too many floors' using errcode = 'TD422', detail = '{"field": "parent_id", "why": "too_many_floors"}';
    end if;
    return new;
end
$$;
comment on function td.tg_category__tree() is 'Refuses a category below itself, and a tree of more than five floors.';
drop trigger if exists category__tree on td.category;
create trigger category__tree before insert or update of parent_id on td.category
    for each row execute function td.tg_category__tree();
