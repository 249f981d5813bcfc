-- as td_api
create or replace function td.do_remind_ticket(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp set timezone = 'UTC'
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'remind_ticket');
    v_old td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'reminded', 0);
    v_last td.log;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_staff(p_actor, p_ticket_id, null);
    if p_actor.class <> 3 and v_old.commissioned_by is distinct from p_actor.id then
        raise exception 'for coordination or whoever commissioned it' using errcode = 'TD403';
    end if;
    -- Of what lies with nobody, or with oneself, nobody is reminded.
    if v_old.state not in (4, 5, 6) or coalesce(v_old.handler_id, v_old.group_id) is null or v_old.handler_id = p_actor.id then
        perform td.refuse_step(v_old, v_old.state);
    end if;
    v_step.data := jsonb_strip_nulls(jsonb_build_object('handler', v_old.handler_id, 'group', v_old.group_id));
    -- Whoever got it since then has not been reminded yet.
    select l.* into v_last from td.log as l
    where l.ticket_id = v_old.id and l.what = 'reminded' and l.at > clock_timestamp() - interval '15 minutes' and l.data = v_step.data
    order by l.seq desc limit 1;
    if v_last.seq is not null then
        raise exception 'reminded a moment ago' using errcode = 'TD422', detail = jsonb_build_object(
            'field', 'ticket_id', 'why', 'reminded_already', 'by', v_last.actor_id, 'at', v_last.at)::text;
    end if;
    v_step.tell := td.those_asked(v_old);
    v_step.tell_kind := 28;
    return td.write_step(v_old, v_old, v_step, p_request_id);
end
$$;
comment on function td.do_remind_ticket(td.person, smallint, uuid, bigint)
    is 'Reminds the handler, or the group that has not taken it over, of a case or part; at most every quarter of an hour.';

create or replace function api.remind_ticket(request_id uuid, ticket_id bigint) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_remind_ticket(td.actor(), 1::smallint, $1, $2) $$;
comment on function api.remind_ticket(uuid, bigint) is 'Remind whoever has a case or part (RemindTicket).';
grant execute on function api.remind_ticket(uuid, bigint) to td_handler, td_coordinator;
