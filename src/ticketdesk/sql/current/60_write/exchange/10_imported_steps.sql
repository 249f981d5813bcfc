-- as td_api
-- The steps of imported cases, laid out as one set: what each means and what it changes is asked once for thousands.
drop type if exists td.import_step cascade;
-- Said: the state in the step's own words, before it and after it; rest: why the case stands still then, as td.pause has it, 0 as it moves.
create type td.import_step as (
    place integer, nr integer, ticket_id bigint, at timestamptz, actor_id integer, group_id integer, said smallint, before smallint, state smallint,
    reason smallint, rest smallint, turns boolean, rests boolean, last boolean, body text, detail jsonb, data jsonb, salt bytea, commitment bytea);

create or replace function td.imported_steps(p_cases jsonb, p_ids bigint[], p_groups jsonb, p_persons jsonb) returns setof td.import_step
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    return query
    with said as (
        select c.place::integer, s.nr::integer, s.at, (p_persons ->> s.person)::integer as actor_id, (p_groups ->> s.group_name)::integer as group_id,
            s.state as said, s.reason, case when s.body <> '' then td.checked_text('body', s.body, false) else '' end as body,
            coalesce(s.words, '{}') as detail, uuid_send(gen_random_uuid()) as salt
        from jsonb_array_elements(p_cases) with ordinality as c (held, place), rows from (
            jsonb_to_recordset(c.held -> 'steps')
                as (at timestamptz, person text, "group" text, state smallint, reason smallint, body text, words jsonb)
        ) with ordinality as s (at, person, group_name, state, reason, body, words, nr)
    ), runs as (
        -- A step without a state of its own goes on in the one before.
        select s.*, count(s.said) over (partition by s.place order by s.nr) as run from said as s
    ), told as (
        select r.*, max(r.said) over (partition by r.place, r.run) as state, count(r.reason) over (partition by r.place, r.run order by r.nr) as tale
        from runs as r
    ), held as (
        select t.*, case when t.state = 6 then max(t.reason) over (partition by t.place, t.run, t.tale) end as because from told as t
    ), stood as (
        select h.*, (case when h.state = 6 then coalesce(h.because, 4) when h.state >= 8 then 5 else 0 end)::smallint as rest,
            lag(h.state) over steps as before, lag(h.group_id) over steps as group_before, lead(h.nr) over steps is null as last
        from held as h window steps as (partition by h.place order by h.nr)
    )
    select s.place, s.nr, p_ids[s.place], s.at, s.actor_id, s.group_id, s.said, s.before, s.state, s.because, s.rest,
        s.nr = 1 or s.state is distinct from s.before or s.group_id is distinct from s.group_before,
        s.nr = 1 or s.rest <> lag(s.rest) over (partition by s.place order by s.nr), s.last, s.body, s.detail,
        jsonb_strip_nulls(jsonb_build_object('state', s.said, 'group', s.group_id)), s.salt, td.committed(s.salt, s.body, s.detail)
    from stood as s;
end
$$;
comment on function td.imported_steps(jsonb, bigint[], jsonb, jsonb)
    is 'The steps of a set of cases, each with the state and reason that hold after it; TD422 for a text that cannot be.';

create or replace function td.refuse_imported(p_cases jsonb, p_steps td.import_step[]) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_fault record;
begin
    -- A case without steps is no case.
    if (select count(*) from unnest(p_steps) as s where s.last) < jsonb_array_length(p_cases) then
        perform td.refuse_input('steps', 'empty');
    end if;
    select f.field, f.why into v_fault
    from (
        select s.place, s.nr, s.last, s.state, s.detail, s.at, lag(s.at) over (partition by s.place order by s.nr) as earlier
        from unnest(p_steps) as s
    ) as s
    cross join lateral (
        select case when s.at is null or not isfinite(s.at) or s.at < s.earlier then 'at' when octet_length(s.detail::text) > 10000 then 'words'
                else 'state' end,
            case when s.at is null or s.at < s.earlier then 'out_of_order' when not isfinite(s.at) then 'out_of_range'
                when octet_length(s.detail::text) > 10000 then 'too_long' when s.last and s.state is null then 'unknown' end
    ) as f (field, why)
    where f.why is not null
    order by s.place, s.nr limit 1;
    if v_fault.why is not null then
        perform td.refuse_input(v_fault.field, v_fault.why);
    end if;
end
$$;
comment on function td.refuse_imported(jsonb, td.import_step[]) is 'TD422 for the first step of imported cases that cannot be.';

create or replace function td.imported_hashes(p_steps td.import_step[]) returns bytea[]
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_step td.import_step;
    v_hash bytea;
    v_hashes bytea[] := '{}';
begin
    foreach v_step in array p_steps loop
        v_hash := td.chained(case when v_step.nr = 1 then td.genesis(v_step.ticket_id) else v_hash end, v_step.ticket_id, v_step.nr, v_step.at,
            v_step.actor_id, null, 4::smallint, 'imported', 0::smallint, v_step.data, v_step.commitment);
        v_hashes := v_hashes || v_hash;
    end loop;
    return v_hashes;
end
$$;
comment on function td.imported_hashes(td.import_step[]) is 'The chains of imported cases, step by step in their order.';
