-- as td_api
create or replace function td.do_record_part_answer(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_body text, p_channel smallint,
    p_happened_at timestamptz) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'record_part_answer');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'part_answer_recorded', 0);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_part(p_actor, p_ticket_id, td.given_version(p_version), 7, true);
    -- Who has a log-in answers for himself.
    if v_old.contact_label = '' or not td.is_out(v_old.state) then
        perform td.refuse_step(v_old, 7);
    end if;
    if p_channel is null or p_channel not between 1 and 4 then
        perform td.refuse_input('channel', 'out_of_range');
    end if;
    v_new := td.moved(v_old, 7);
    v_step.body := td.checked_text('body', p_body, true);
    v_step.entry_kind := 3;
    v_step.channel := p_channel;
    v_step.happened_at := td.checked_moment('happened_at', p_happened_at);
    v_step.detail := jsonb_build_object('contact', v_old.contact_label);
    v_step.data := jsonb_build_object('from', v_old.state, 'to', v_new.state);
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_record_part_answer(td.person, smallint, uuid, bigint, integer, text, smallint, timestamptz)
    is 'Files what an outside contact answered; the part is reported.';

create or replace function api.record_part_answer(
    request_id uuid, ticket_id bigint, version integer, body text, channel smallint, happened_at timestamptz) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_record_part_answer(td.actor(), 1::smallint, $1, $2, $3, $4, $5, $6) $$;
comment on function api.record_part_answer(uuid, bigint, integer, text, smallint, timestamptz)
    is 'Record the answer of an outside contact to a part (RecordPartAnswer).';
grant execute on function api.record_part_answer(uuid, bigint, integer, text, smallint, timestamptz) to td_handler, td_coordinator;
