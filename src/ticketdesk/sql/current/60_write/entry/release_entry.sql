-- as td_api
-- A release is a step of its own that names another step; what it shows is that step's text, as of the moment of the release.
create or replace function td.as_released(p_ticket_id bigint, p_step td.step) returns td.step
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_step td.step := p_step;
    v_entry td.entry;
    v_named boolean := (p_step.data ->> 'named')::boolean;
begin
    select e.* into v_entry from td.entry as e where e.ticket_id = p_ticket_id and e.seq = (p_step.data ->> 'entry')::integer;
    v_step.entry_kind := v_entry.kind;
    v_step.entry_audience := 1;
    v_step.channel := v_entry.channel;
    v_step.body := v_entry.body;
    -- With its files. When it was said stays inside, since only the moment of the release is the requester's to know.
    v_step.detail := v_entry.detail - array['internal', 'happened_at'] - case when v_named then '' else 'party' end;
    v_step.actor_id := case when v_named then (
        select l.actor_id from td.log as l where l.ticket_id = p_ticket_id and l.seq = v_entry.seq) end;
    return v_step;
end
$$;
comment on function td.as_released(bigint, td.step) is 'The step of a release as the requester reads it: the released text with its files, with its author''s name or without.';

create or replace function td.is_released(p_ticket_id bigint, p_seq integer) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return exists (
        select from td.log as l
        where l.ticket_id = p_ticket_id and l.what = 'released' and (l.data ->> 'entry')::integer = p_seq);
end
$$;
comment on function td.is_released(bigint, integer) is 'Whether an entry was released to the requester.';

create or replace function td.do_release_entry(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_seq integer, p_named boolean) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'release_entry');
    v_old td.ticket;
    v_entry td.entry;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'released', 1);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_coordination(p_actor, p_ticket_id, null);
    -- A part has no requester.
    if v_old.way = 2 then
        perform td.refuse_step(v_old, v_old.state);
    end if;
    select e.* into v_entry from td.entry as e where e.ticket_id = p_ticket_id and e.seq = p_seq;
    if v_entry.seq is null or v_entry.body = '' then
        perform td.refuse_input('seq', 'unknown');
    end if;
    if v_entry.kind = 2 then
        perform td.refuse_input('seq', 'note_stays_internal');
    end if;
    if v_entry.audience = 1 or td.is_released(p_ticket_id, p_seq) then
        perform td.refuse_input('seq', 'visible_already');
    end if;
    v_step.data := jsonb_build_object('entry', p_seq, 'named', coalesce(p_named, false));
    v_step.tell_requester_kind := 44;
    return td.write_step(v_old, v_old, v_step, p_request_id);
end
$$;
comment on function td.do_release_entry(td.person, smallint, uuid, bigint, integer, boolean)
    is 'Shows one internal entry with its files to the requester from now on; cannot be taken back. A note never.';

create or replace function api.release_entry(request_id uuid, ticket_id bigint, seq integer, named boolean) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_release_entry(td.actor(), 1::smallint, $1, $2, $3, $4) $$;
comment on function api.release_entry(uuid, bigint, integer, boolean) is 'Release an entry to the requester (ReleaseEntry).';
grant execute on function api.release_entry(uuid, bigint, integer, boolean) to td_coordinator;
