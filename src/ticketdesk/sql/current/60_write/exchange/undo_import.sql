-- as td_api
-- An import as a whole: begun, ended, told of, and undone while nothing rests on it.
create or replace function td.running_import(p_actor td.person, p_run_id integer) returns integer
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    if p_run_id is not null and not exists (
        select from td.import_run as r where r.id = p_run_id and r.state in (1, 3) and r.person_id = p_actor.id
    ) then
        raise exception 'no such import' using errcode = 'TD404';
    end if;
    return p_run_id;
end
$$;
comment on function td.running_import(td.person, integer) is 'An import that its own administrator still runs; TD404 for every other.';

create or replace function td.do_begin_import(p_actor td.person, p_request_id uuid, p_run jsonb) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'begin_import');
    v_id integer;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    perform td.for_administrators(p_actor);
    begin
        insert into td.import_run (person_id, file_name, file_bytes, file_sha256, profile_name, profile, lines)
        values (p_actor.id, td.checked_line('file_name', p_run ->> 'file_name'), coalesce((p_run ->> 'file_bytes')::bigint, 0),
            decode(p_run ->> 'file_sha256', 'hex'), td.checked_line('profile_name', p_run ->> 'profile_name'),
            coalesce(p_run ->> 'profile', ''), coalesce((p_run ->> 'lines')::integer, 0))
        returning id into v_id;
    exception when data_exception or integrity_constraint_violation then
        perform td.refuse_input('run', 'out_of_range');
    end;
    v_done := row(0, 0, 0, jsonb_build_object('run', v_id))::td.outcome;
    update td.request as r set outcome = v_done where r.id = p_request_id;
    return v_done;
end
$$;
comment on function td.do_begin_import(td.person, uuid, jsonb) is 'Begins an import: who, when, from which file, by which profile.';

create or replace function td.do_end_import(p_actor td.person, p_request_id uuid, p_import_run_id integer, p_counts jsonb) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'end_import');
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    perform td.for_administrators(p_actor);
    perform td.running_import(p_actor, coalesce(p_import_run_id, 0));
    begin
        update td.import_run as r
        set ended_at = now(), state = case when (p_counts ->> 'whole')::boolean then 2 else 3 end,
            present = coalesce((p_counts ->> 'present')::integer, 0), refused = coalesce((p_counts ->> 'refused')::integer, 0)
        where r.id = p_import_run_id;
    exception when data_exception or integrity_constraint_violation then
        perform td.refuse_input('counts', 'out_of_range');
    end;
    v_done := row(0, 0, 0, jsonb_build_object('run', p_import_run_id))::td.outcome;
    update td.request as r set outcome = v_done where r.id = p_request_id;
    return v_done;
end
$$;
comment on function td.do_end_import(td.person, uuid, integer, jsonb) is 'Notes how an import ended: whole, or broken off.';

create or replace function td.touched_since(p_run_id integer) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return (
        select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'ref', t.external_ref) order by t.id), '[]')
        from td.import_case as i join td.ticket as t on t.id = i.ticket_id
        where i.run_id = p_run_id
          -- Whoever does something with a case leaves a step; a link leaves one on the other side's case alone when that one is hidden.
          and (t.seq <> i.seq or exists (select from td.link as l where t.id in (l.from_id, l.to_id))
               or exists (select from td.ticket as p where p.parent_id = t.id)));
end
$$;
comment on function td.touched_since(integer) is 'The cases of an import with which somebody has done something since.';

create or replace function td.do_undo_import(p_actor td.person, p_request_id uuid, p_import_run_id integer) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'undo_import');
    v_run td.import_run;
    v_touched jsonb;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    perform td.for_administrators(p_actor);
    select r.* into v_run from td.import_run as r where r.id = p_import_run_id for update;
    if v_run.id is null or v_run.state = 5 then
        raise exception 'no such import' using errcode = 'TD404';
    end if;
    if v_run.state <> 4 then
        -- Nobody writes in between: whoever was first is waited for, and is seen below.
        perform t.id from td.ticket as t join td.import_case as i on i.ticket_id = t.id where i.run_id = v_run.id order by t.id for update of t;
        v_touched := td.touched_since(v_run.id);
        if v_touched <> '[]' then
            v_done := row(0, 0, 0, jsonb_build_object('removed', 0, 'left', v_run.imported, 'touched', v_touched))::td.outcome;
            update td.request as r set outcome = v_done where r.id = p_request_id;
            return v_done;
        end if;
        update td.import_run as r set state = 4, undone_at = now(), undone_by = p_actor.id where r.id = v_run.id;
    else
        perform td.take_back(v_run.id);
    end if;
    v_done := row(0, 0, 0, (
        select jsonb_build_object('removed', r.removed, 'left', case when r.state = 5 then 0 else greatest(r.imported - r.removed, 1) end,
            'touched', jsonb_build_array())
        from td.import_run as r where r.id = v_run.id))::td.outcome;
    update td.request as r set outcome = v_done where r.id = p_request_id;
    return v_done;
end
$$;
comment on function td.do_undo_import(td.person, uuid, integer)
    is 'Undoes an import piece by piece, each call a few hundred cases; the first one refuses whole when something rests on a case of it.';

create or replace function td.take_back(p_run_id integer) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_ids bigint[];
    v_print bytea;
begin
    with next as (
        select i.ticket_id, sum(i.seq) over (order by i.ticket_id) as steps from td.import_case as i where i.run_id = p_run_id order by i.ticket_id limit 500
    )
    select array_agg(n.ticket_id order by n.ticket_id) into v_ids from next as n
    where n.steps <= 5000 or n.ticket_id = (select min(m.ticket_id) from next as m);
    if v_ids is null then
        perform td.leave_unused(p_run_id);
        update td.import_run as r set state = 5 where r.id = p_run_id;
        return;
    end if;
    -- What went is no longer there to be read, and yet can be proved to have been this and nothing else.
    select sha256(coalesce((select r.fingerprint from td.import_run as r where r.id = p_run_id), ''::bytea) || string_agg(t.head, ''::bytea order by t.id))
    into v_print from td.ticket as t where t.id = any (v_ids);
    insert into td.event (ticket_id, seq, what, audience, hidden, group_ids)
    select t.id, t.seq, 'import_undone', 0, false, array_remove(array[t.group_id], null) from td.ticket as t where t.id = any (v_ids);
    delete from td.time_due as d where d.ticket_id = any (v_ids);
    delete from td.case_time as c where c.ticket_id = any (v_ids);
    delete from td.group_time as g where g.ticket_id = any (v_ids);
    delete from td.hand_over as h where h.ticket_id = any (v_ids);
    delete from td.notice as n where n.ticket_id = any (v_ids);
    delete from td.due_done as d where d.ticket_id = any (v_ids);
    delete from td.clock as c where c.ticket_id = any (v_ids);
    delete from td.pause as p where p.ticket_id = any (v_ids);
    delete from td.entry as e where e.ticket_id = any (v_ids);
    delete from td.log as l where l.ticket_id = any (v_ids);
    delete from td.ticket as t where t.id = any (v_ids);
    update td.import_run as r set removed = r.removed + cardinality(v_ids), fingerprint = v_print where r.id = p_run_id;
    perform pg_notify('td_in', '');
end
$$;
comment on function td.take_back(integer) is 'Takes the next cases of an import that is being undone away, and ends it with the last.';

create or replace function td.leave_unused(p_run_id integer) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_run td.import_run := (select r from td.import_run as r where r.id = p_run_id);
    v_persons integer[];
    v_groups integer[];
begin
    -- Only those who came with this import and whom no other one names.
    select array_agg(p.id) into v_persons from td.person as p
    where p.id = any (v_run.persons) and p.source = 1 and p.class = 0 and p.id not in (
        select l.actor_id from td.log as l where l.actor_id = any (v_run.persons));
    update td.person as p set active = false where p.id = any (v_persons);
    update td.person_detail as d set name = '', company = '', department = '' where d.person_id = any (v_persons);
    select array_agg(g.id) into v_groups from td.work_group as g
    where g.id = any (v_run.groups) and g.source = 1 and not exists (select from td.ticket as t where t.group_id = g.id);
    update td.work_group as g set active = false where g.id = any (v_groups);
end
$$;
comment on function td.leave_unused(integer) is 'Takes contacts that only an undone import named their names, and its teams out of use.';

create or replace function api.begin_import(request_id uuid, run jsonb) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_begin_import(td.actor(), $1, $2) $$;
comment on function api.begin_import(uuid, jsonb) is 'Begin an import (BeginImport).';
grant execute on function api.begin_import(uuid, jsonb) to td_admin;

create or replace function api.end_import(request_id uuid, import_run_id integer, counts jsonb) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_end_import(td.actor(), $1, $2, $3) $$;
comment on function api.end_import(uuid, integer, jsonb) is 'Note how an import ended (EndImport).';
grant execute on function api.end_import(uuid, integer, jsonb) to td_admin;

create or replace function api.undo_import(request_id uuid, import_run_id integer) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_undo_import(td.actor(), $1, $2) $$;
comment on function api.undo_import(uuid, integer) is 'Undo an import while nothing rests on it, piece by piece (UndoImport).';
grant execute on function api.undo_import(uuid, integer) to td_admin;

create or replace function api.imports() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
begin
    perform td.for_oversight(v_actor);
    return (
        select coalesce(jsonb_agg(jsonb_build_object(
            'id', r.id, 'by', td.person_name(r.person_id), 'began_at', r.began_at, 'ended_at', r.ended_at, 'state', r.state,
            'file_name', r.file_name, 'file_sha256', encode(r.file_sha256, 'hex'), 'profile_name', r.profile_name, 'lines', r.lines,
            'imported', r.imported, 'present', r.present, 'refused', r.refused, 'removed', r.removed, 'undone_at', r.undone_at,
            'undone_by', td.person_name(r.undone_by), 'fingerprint', encode(r.fingerprint, 'hex')) order by r.id desc), '[]')
        from (select s.* from td.import_run as s order by s.id desc limit td.transfers_told()) as r);
end
$$;
comment on function api.imports() is 'The newest imports: who, when, which file, what became of it; for administration and auditor.';
grant execute on function api.imports() to td_admin, td_auditor;
