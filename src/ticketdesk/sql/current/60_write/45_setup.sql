-- as td_api
-- What a category says by default, and what it takes from those above it where it says nothing itself.
create or replace function td.upwards(p_category_id integer) returns setof td.category
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_category td.category;
    v_id integer := p_category_id;
begin
    while v_id is not null loop
        select c.* into v_category from td.category as c where c.id = v_id;
        return next v_category;
        v_id := v_category.parent_id;
    end loop;
end
$$;
comment on function td.upwards(integer) is 'A category and those above it, the nearest first.';

create or replace function td.category_hidden(p_category_id integer) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    -- In this language for its plans, which are kept: each new case asks.
    return coalesce((select c.hidden_by_default from td.upwards(p_category_id) with ordinality as c
                     where c.hidden_by_default is not null order by c.ordinality limit 1), false);
end
$$;
comment on function td.category_hidden(integer)
    is 'Whether cases of a category are hidden by default: as it says itself, else as the nearest one above it says.';

create or replace function td.category_reopen_days(p_category_id integer) returns integer
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return coalesce((select c.reopen_days from td.upwards(p_category_id) with ordinality as c
                     where c.reopen_days is not null order by c.ordinality limit 1), (select o.reopen_days from td.office as o));
end
$$;
comment on function td.category_reopen_days(integer)
    is 'For how many days a finished case of a category may be opened again: by itself, the nearest one above it, or the office.';
