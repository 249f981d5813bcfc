-- as td_api
create or replace function api.find_persons(words text) returns table (
    id integer, class smallint, name text, phone text, email text, company text, department text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
    v_query tsquery := td.words_typed(words);
    v_begins text := td.folded(left(btrim(coalesce(words, '')), 100), true);
begin
    if v_actor.class not in (2, 3, 4) then
        raise exception 'for staff only' using errcode = 'TD403';
    end if;
    if v_query is null then
        return;
    end if;
    -- What fits thousands is cut before it is sorted; one more letter finds the rest.
    return query
        select f.id, f.class, f.name, f.phone, f.email, f.company, f.department
        from (
            select p.id, p.class, d.name::text as name, d.phone::text as phone, d.email::text as email, d.company::text as company,
                   d.department::text as department, td.folded(d.name, true) as folded
            from td.person_detail as d join td.person as p on p.id = d.person_id
            where d.words @@ v_query and p.active and p.source = 0
            limit 400
        ) as f
        order by f.folded not like (v_begins || '%'), f.folded, f.id
        limit 20;
end
$$;
comment on function api.find_persons(text)
    is 'Up to 20 persons found by beginnings of name, company, department, e-mail or parts of the phone number; for staff who record for others, and for administrators, who keep them.';
grant execute on function api.find_persons(text) to td_handler, td_coordinator, td_admin;
