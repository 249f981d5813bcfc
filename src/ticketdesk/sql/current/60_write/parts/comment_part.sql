-- as td_api
create or replace function td.do_comment_part(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_body text) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'comment_part');
    v_old td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'part_commented', 0);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_staff(p_actor, p_ticket_id, null);
    if v_old.way <> 2 then
        perform td.refuse_step(v_old, v_old.state);
    end if;
    v_step.body := td.checked_text('body', p_body, true);
    v_step.entry_kind := 13;
    -- Both sides of the commission; of a group's part that nobody has only the one who asks.
    v_step.tell := array_remove(array[v_old.commissioned_by, v_old.handler_id], null);
    v_step.tell_kind := 26;
    return td.write_step(v_old, v_old, v_step, p_request_id);
end
$$;
comment on function td.do_comment_part(td.person, smallint, uuid, bigint, text) is 'Something said about a part, also a finished one, which stays finished.';

create or replace function api.comment_part(request_id uuid, ticket_id bigint, body text) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_comment_part(td.actor(), 1::smallint, $1, $2, $3) $$;
comment on function api.comment_part(uuid, bigint, text) is 'Say something about a part (CommentPart).';
grant execute on function api.comment_part(uuid, bigint, text) to td_handler, td_coordinator;
