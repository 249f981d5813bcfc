-- as td_owner
-- No transition exists that is not in td.transition, whoever asks for it.
create or replace function td.tg_ticket__transition() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_same td.ticket;
begin
    -- No step of the case: only what lists show of its clocks may move then.
    if new.version = old.version then
        v_same := new;
        v_same.promise_due_at := old.promise_due_at;
        v_same.promise_stopped_at := old.promise_stopped_at;
        v_same.promise_minutes := old.promise_minutes;
        v_same.promise_calendar_id := old.promise_calendar_id;
        v_same.promise_measure := old.promise_measure;
        v_same.promise_internal := old.promise_internal;
        -- Not computed yet.
        v_same.due_at := old.due_at;
        v_same.is_open := old.is_open;
        if v_same is not distinct from old then
            return new;
        end if;
    end if;
    if old.state <> new.state
       and not exists (
           select from td.transition as t where t.before = old.state and t.after = new.state and t.way = old.way
       )
       -- Merged by this very step, or back from a merge that is still the last step; the link says so, and it is no way of a case otherwise.
       and not exists (
           select from td.link as l
           where l.from_id = old.id and l.undone_at is null
             and (new.state = 9 and old.state = l.state_before and new.seq = l.merged_seq
                  or old.state = 9 and new.state = l.state_before
                     -- What the merge itself did to the parts is no step of anybody's.
                     and not exists (
                         select from td.log as g
                         where g.ticket_id = old.id and g.seq > l.merged_seq and g.seq <= old.seq and g.what <> 'part_moved'))
       ) then
        raise exception 'no such transition' using errcode = 'TD411',
            detail = jsonb_build_object('from', old.state, 'to', new.state)::text;
    end if;
    -- A draft is no answer: what makes a case answered has gone out in the same step.
    if new.state = 8 and old.state <= 7 and not exists (
        select from td.entry as e where e.ticket_id = new.id and e.seq = new.seq and e.kind = 5 and e.audience = 1
    ) then
        raise exception 'answered without an answer' using errcode = 'TD411',
            detail = jsonb_build_object('from', old.state, 'to', new.state)::text;
    end if;
    if new.id <> old.id or new.requester_id is distinct from old.requester_id or new.recorded_at <> old.recorded_at
       or new.version <> old.version + 1 or new.seq <= old.seq then
        raise exception 'not changeable' using errcode = 'TD403';
    end if;
    return new;
end
$$;
comment on function td.tg_ticket__transition() is 'Refuses state changes that td.transition does not know, answered without an answer, changes of what never changes, and any change without a step but of the clocks.';
drop trigger if exists ticket__transition on td.ticket;
create trigger ticket__transition before update on td.ticket for each row execute function td.tg_ticket__transition();

create or replace function td.tg_ticket__birth() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if td.restores_now() then
        return new;
    end if;
    if new.source = 0 and not (new.state = 1 and new.way = 0 or new.state = 4 and new.way in (1, 2)) then
        raise exception 'a case begins new, or assigned if it goes straight to a handler' using errcode = 'TD411',
            detail = jsonb_build_object('from', 0, 'to', new.state)::text;
    end if;
    if new.parent_id is not null and not exists (
        select from td.ticket as p
        where p.id = new.parent_id and p.is_open and p.depth = new.depth - 1 and coalesce(p.root_id, p.id) = new.root_id
          and new.mark = concat_ws('-', nullif(p.mark, ''), new.letter)
    ) then
        raise exception 'a part belongs to an open case, one step below it' using errcode = 'TD403';
    end if;
    return new;
end
$$;
comment on function td.tg_ticket__birth() is 'A case begins as new (coordinated) or assigned (direct, or a part of an open case); imported and restored history may begin in any state.';
drop trigger if exists ticket__birth on td.ticket;
-- What was imported begins in any state, but never as a part.
create trigger ticket__birth before insert on td.ticket for each row when (new.source = 0 or new.parent_id is not null)
    execute function td.tg_ticket__birth();
