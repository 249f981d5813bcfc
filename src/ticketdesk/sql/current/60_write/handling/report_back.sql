-- as td_api
create or replace function td.do_report_back(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_body text, p_parts_reason text) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'report_back');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'reported', 0);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_staff(p_actor, p_ticket_id, td.given_version(p_version));
    if v_old.handler_id is distinct from p_actor.id then
        raise exception 'not in charge' using errcode = 'TD403';
    end if;
    if v_old.state <> 5 then
        perform td.refuse_step(v_old, 7);
    end if;
    if v_old.way = 2 and v_old.parts_blocking > 0 and td.trimmed(p_parts_reason) = '' then
        perform td.refuse_open_parts(v_old);
    end if;
    v_new := td.moved(v_old, 7);
    v_step.body := td.checked_text('body', p_body, true);
    perform td.refuse_open_places('body', v_step.body);
    v_step.audience := td.mode_audience(v_new);
    v_step.entry_kind := 3;
    v_step.entry_audience := v_step.audience;
    v_step.data := jsonb_build_object('from', v_old.state, 'to', v_new.state);
    if v_old.way = 2 then
        v_step.detail := td.parts_reason(p_parts_reason);
        -- The step that this one leaves in the case tells whoever waits for it.
        return td.write_step(v_old, v_new, v_step, p_request_id);
    end if;
    v_step.tell := case when v_new.coordinator_id is null then td.coordinators() else array[v_new.coordinator_id] end;
    v_step.tell_kind := 4;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_report_back(td.person, smallint, uuid, bigint, integer, text, text)
    is 'In progress -> reported, with the answer to the coordination or to whoever commissioned the part.';

create or replace function api.report_back(request_id uuid, ticket_id bigint, version integer, body text, parts_reason text default '') returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_report_back(td.actor(), 1::smallint, $1, $2, $3, $4, $5) $$;
comment on function api.report_back(uuid, bigint, integer, text, text) is 'Answer the coordination (ReportBack).';
grant execute on function api.report_back(uuid, bigint, integer, text, text) to td_handler, td_coordinator;
