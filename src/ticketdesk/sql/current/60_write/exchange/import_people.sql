-- as td_api
-- Whom imported history names: teams as groups, people as contacts. Nobody of them can log in, and nothing can be assigned to them.
create or replace function td.imported_groups(p_names jsonb) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_groups jsonb;
begin
    -- A team that is called like one of our own groups is still another team.
    insert into td.work_group (name, source)
    select distinct case when o.id is null then n.name else left(n.name, 190) || ' (Import)' end, 1
    from (select td.checked_line('group', e.name) from jsonb_array_elements_text(p_names) as e (name)) as n (name)
    left join td.work_group as o on o.name = n.name and o.source = 0
    where n.name <> ''
    on conflict (name) do nothing;
    select coalesce(jsonb_object_agg(e.name, g.id), '{}') into v_groups
    from jsonb_array_elements_text(p_names) as e (name)
    join td.work_group as g on g.source = 1 and g.name in (td.checked_line('group', e.name), left(td.checked_line('group', e.name), 190) || ' (Import)');
    return v_groups;
end
$$;
comment on function td.imported_groups(jsonb) is 'Ids of imported teams by name, made where they are missing; source 1 keeps them from being addressed.';

create or replace function td.imported_persons(p_profile text, p_persons jsonb) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_persons jsonb;
    v_salt bytea := (select o.login_salt from td.office as o);
begin
    -- The reference outlives an erasure of the name, so it must not spell it.
    with wanted as (
        select p.key, p.value, encode(sha256(v_salt || convert_to('import ' || p_profile || ' ' || p.key, 'UTF8')), 'hex') as ref
        from jsonb_each(p_persons) as p
    ), made as (
        insert into td.person (class, source, external_ref)
        select 0, 1, w.ref from wanted as w
        on conflict (source, external_ref) where external_ref <> '' do nothing
        returning id, external_ref
    )
    insert into td.person_detail (person_id, name, company, department)
    select m.id, td.checked_line('person', w.value ->> 'name'), td.checked_line('person', w.value ->> 'company'),
        td.checked_line('person', w.value ->> 'department')
    from made as m join wanted as w on w.ref = m.external_ref;
    select coalesce(jsonb_object_agg(p.key, c.id), '{}') into v_persons
    from jsonb_each(p_persons) as p
    join td.person as c on c.source = 1 and c.external_ref <> ''
        and c.external_ref = encode(sha256(v_salt || convert_to('import ' || p_profile || ' ' || p.key, 'UTF8')), 'hex');
    return v_persons;
end
$$;
comment on function td.imported_persons(text, jsonb) is 'Ids of imported contacts by key, made where they are missing; class 0, without log-in.';

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
