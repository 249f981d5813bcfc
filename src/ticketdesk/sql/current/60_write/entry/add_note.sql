-- as td_api
create or replace function td.do_add_note(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_body text) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'add_note');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'noted', 0);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_staff(p_actor, p_ticket_id, null);
    v_new := v_old;
    v_step.body := td.checked_text('body', p_body, true);
    v_step.entry_kind := 2;
    v_step.entry_audience := 0;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_add_note(td.person, smallint, uuid, bigint, text) is 'Files an internal note; the requester never sees it, in no mode.';

create or replace function api.add_note(request_id uuid, ticket_id bigint, body text) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_add_note(td.actor(), 1::smallint, $1, $2, $3) $$;
comment on function api.add_note(uuid, bigint, text) is 'File an internal note (AddNote).';
grant execute on function api.add_note(uuid, bigint, text) to td_handler, td_coordinator;
