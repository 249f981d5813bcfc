-- as td_api
create or replace function td.do_send_interim_answer(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_body text, p_promised_at timestamptz) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp set timezone = 'UTC'
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'send_interim_answer');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'interim_answered', 1);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_staff(p_actor, p_ticket_id, td.given_version(p_version));
    if p_actor.class <> 3 and not (v_old.way = 1 and v_old.handler_id is not distinct from p_actor.id) then
        raise exception 'for coordination or the direct handler' using errcode = 'TD403';
    end if;
    -- A part has nobody outside to answer.
    if v_old.way = 2 or not v_old.is_open or p_actor.class <> 3 and v_old.state not in (5, 6) then
        perform td.refuse_step(v_old, v_old.state);
    end if;
    perform td.refuse_past('promised_at', td.checked_moment('promised_at', p_promised_at));
    v_new := td.joined(v_old, p_actor.id);
    -- What was promised before is kept with this answer; a new promise has a moment of its own.
    v_new.promised_at := p_promised_at;
    v_step.data := jsonb_strip_nulls(jsonb_build_object('promised_at', p_promised_at));
    v_step.detail := v_step.data;
    v_step.body := td.checked_text('body', p_body, true);
    perform td.refuse_open_places('body', v_step.body);
    v_step.entry_kind := 4;
    v_step.entry_audience := 1;
    v_step.tell_requester_kind := 10;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_send_interim_answer(td.person, smallint, uuid, bigint, integer, text, timestamptz)
    is 'Answers the requester without a change of state; may promise him when he hears more.';

create or replace function api.send_interim_answer(request_id uuid, ticket_id bigint, version integer, body text, promised_at timestamptz default null) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_send_interim_answer(td.actor(), 1::smallint, $1, $2, $3, $4, $5) $$;
comment on function api.send_interim_answer(uuid, bigint, integer, text, timestamptz) is 'Send an interim answer (SendInterimAnswer).';
grant execute on function api.send_interim_answer(uuid, bigint, integer, text, timestamptz) to td_handler, td_coordinator;
