-- as td_api
-- Whom imported history names: teams as groups, people as contacts. Nobody of them can log in, and nothing can be assigned to them.
create or replace function td.wanted_groups(p_names jsonb) returns table (said text, name text)
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    return query
    select n.said, case when o.id is null then n.name else left(n.name, 190) || ' (Import)' end
    from (select distinct e.said, td.checked_line('group', e.said) as name from jsonb_array_elements_text(p_names) as e (said)) as n
    left join td.work_group as o on o.name = n.name and o.source = 0
    where n.name <> '';
end
$$;
comment on function td.wanted_groups(jsonb) is 'How each team of an import is called here.';

create or replace function td.imported_groups(p_names jsonb) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_groups jsonb;
    v_made jsonb;
begin
    -- A team that is called like one of our own groups is still another team. In the order of names: two batches wait, and never in a circle.
    with made as (
        insert into td.work_group (name, source)
        select w.name, 1 from td.wanted_groups(p_names) as w group by w.name order by w.name
        on conflict (name) do nothing
        returning id
    )
    select coalesce(jsonb_agg(m.id), '[]') into v_made from made as m;
    -- One that an undone import left out of use is in use again.
    update td.work_group as g set active = true where g.source = 1 and not g.active and g.name in (select w.name from td.wanted_groups(p_names) as w);
    select coalesce(jsonb_object_agg(w.said, g.id), '{}') into v_groups
    from td.wanted_groups(p_names) as w join td.work_group as g on g.name = w.name and g.source = 1;
    return jsonb_build_object('ids', v_groups, 'made', v_made);
end
$$;
comment on function td.imported_groups(jsonb) is 'Ids of imported teams by name, and of those made now because they were missing; source 1 keeps them from being addressed.';

create or replace function td.wanted_persons(p_profile text, p_persons jsonb) returns table (key text, held jsonb, ref text)
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    -- The reference outlives an erasure of the name, so it must not spell it.
    return query
    select p.key, p.value, encode(sha256(o.login_salt || convert_to('import ' || p_profile || ' ' || p.key, 'UTF8')), 'hex')
    from jsonb_each(p_persons) as p cross join td.office as o;
end
$$;
comment on function td.wanted_persons(text, jsonb) is 'The persons of an import with the reference by which each is found again.';

create or replace function td.imported_persons(p_profile text, p_persons jsonb) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_persons jsonb;
    v_made jsonb;
begin
    with made as (
        insert into td.person (class, source, external_ref)
        select 0, 1, w.ref from td.wanted_persons(p_profile, p_persons) as w order by w.ref
        on conflict (source, external_ref) where external_ref <> '' do nothing
        returning id
    )
    select coalesce(jsonb_agg(m.id), '[]') into v_made from made as m;
    update td.person as c set active = true
    where c.source = 1 and c.class = 0 and not c.active and c.external_ref in (select w.ref from td.wanted_persons(p_profile, p_persons) as w);
    -- Also whom an undone import left without a name.
    insert into td.person_detail as d (person_id, name, company, department)
    select c.id, td.checked_line('person', w.held ->> 'name'), td.checked_line('person', w.held ->> 'company'),
        td.checked_line('person', w.held ->> 'department')
    from td.wanted_persons(p_profile, p_persons) as w join td.person as c on c.source = 1 and c.external_ref = w.ref
    where not exists (select from td.person_detail as e where e.person_id = c.id and e.name <> '') order by c.id
    on conflict (person_id) do update set name = excluded.name, company = excluded.company, department = excluded.department;
    select coalesce(jsonb_object_agg(w.key, c.id), '{}') into v_persons
    from td.wanted_persons(p_profile, p_persons) as w join td.person as c on c.source = 1 and c.external_ref = w.ref;
    return jsonb_build_object('ids', v_persons, 'made', v_made);
end
$$;
comment on function td.imported_persons(text, jsonb) is 'Ids of imported contacts by key, and of those made now because they were missing; class 0, without log-in.';

create or replace function td.imported_customer_group(p_name text) returns integer
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_name text := td.checked_line('customer_group', p_name);
    v_id integer;
begin
    if v_name = '' then
        perform td.refuse_input('customer_group', 'empty');
    end if;
    insert into td.customer_group (name) values (v_name) on conflict (name) do nothing;
    select g.id into v_id from td.customer_group as g where g.name = v_name;
    return v_id;
end
$$;
comment on function td.imported_customer_group(text) is 'The customer group that keeps imported cases apart from everybody''s.';
