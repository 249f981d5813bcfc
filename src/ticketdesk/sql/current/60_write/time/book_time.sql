-- as td_api
-- Working time booked by hand at a case, where the administration has switched that on. How much stands beside the log and is read by the
-- case's parties alone; the log says that, by whom and when. Nothing is overwritten: a correction is a booking that names the one it is about.
create or replace function td.do_book_time(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_minutes integer, p_on_day date, p_note text,
    p_corrects integer) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'book_time');
    v_old td.ticket;
    v_note text := td.checked_line('note', p_note);
    v_first integer;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'time_booked', 0);
    v_outcome td.outcome;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_staff(p_actor, p_ticket_id, null);
    if not (select o.time_booking from td.office as o) then
        raise exception 'time is not booked here' using errcode = 'TD403', detail = '{"why": "no_time_booking"}';
    end if;
    if p_minutes is null or p_minutes not between (p_corrects is null)::integer and 1440 then
        perform td.refuse_input('minutes', 'out_of_range');
    end if;
    -- The day as it is where people work: until tomorrow in the furthest zone, and not before the case could be.
    if p_on_day is null or p_on_day > (now() + interval '14 hours')::date or p_on_day < '1990-01-02' then
        perform td.refuse_input('on_day', 'out_of_range');
    end if;
    if p_corrects is not null then
        -- One's own alone; a correction of a correction is about the same booking.
        select coalesce(w.corrects, w.seq) into v_first from td.work_time as w
        where w.ticket_id = v_old.id and w.seq = p_corrects and w.person_id = p_actor.id;
        if v_first is null then
            perform td.refuse_input('corrects', 'unknown');
        end if;
        v_step.what := 'time_corrected';
        v_step.data := jsonb_build_object('entry', v_first);
    end if;
    v_outcome := td.write_step(v_old, v_old, v_step, p_request_id);
    insert into td.work_time (ticket_id, seq, person_id, minutes, on_day, note, corrects)
    values (v_old.id, v_outcome.seq, p_actor.id, p_minutes, p_on_day, v_note, v_first);
    return v_outcome;
end
$$;
comment on function td.do_book_time(td.person, smallint, uuid, bigint, integer, date, text, integer)
    is 'Books working time of one''s own at a case, or corrects a booking of one''s own (0 minutes: it never was); TD403 while that is switched off.';

create or replace function api.book_time(
    request_id uuid, ticket_id bigint, minutes integer, on_day date, note text, corrects integer) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_book_time(td.actor(), 1::smallint, $1, $2, $3, $4, $5, $6) $$;
comment on function api.book_time(uuid, bigint, integer, date, text, integer) is 'Book or correct working time at a case (BookTime).';
grant execute on function api.book_time(uuid, bigint, integer, date, text, integer) to td_handler, td_coordinator;
