-- as td_api
create or replace function td.transfers_told() returns integer
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select 500;
$$;
comment on function td.transfers_told() is 'So many exports, and so many imports, are told at most, the newest; clients say so below the list.';

create or replace function api.transfers() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
begin
    perform td.for_oversight(v_actor);
    return jsonb_build_object(
        'exports', (
            select coalesce(jsonb_agg(jsonb_build_array(td.person_name(e.person_id), p.class, e.begun_at, e.ended_at, e.scope, e.format, e.cases)
                order by e.begun_at desc, e.id), '[]')
            from (select x.* from td.export as x order by x.begun_at desc limit td.transfers_told()) as e join td.person as p on p.id = e.person_id),
        'restores', (
            select coalesce(jsonb_agg(jsonb_build_array(td.person_name(r.person_id), r.begun_at, r.ended_at, r.source, r.exported_at, r.cases, r.steps,
                encode(r.manifest, 'hex')) order by r.begun_at desc, r.id desc), '[]')
            from td.restore as r),
        'most', td.transfers_told());
end
$$;
comment on function api.transfers() is 'Who took what out of the office (the newest, td.transfers_told()), and with what it was filled; for administration and auditor. Imports: api.imports.';
grant execute on function api.transfers() to td_admin, td_auditor;
