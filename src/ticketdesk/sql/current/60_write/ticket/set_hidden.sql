-- as td_api
create or replace function td.do_set_hidden(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_hidden boolean) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'set_hidden');
    v_old td.ticket;
    v_new td.ticket;
    v_part td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'hidden_set', 0);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_coordination(p_actor, p_ticket_id, td.given_version(p_version));
    -- A part is hidden as its case is.
    if v_old.way = 2 or not v_old.is_open then
        perform td.refuse_step(v_old, v_old.state);
    end if;
    if p_hidden is null then
        perform td.refuse_input('hidden', 'empty');
    end if;
    if v_old.hidden = p_hidden then
        return row(v_old.id, v_old.seq, v_old.version, '{"unchanged": true}')::td.outcome;
    end if;
    v_step.data := jsonb_build_object('hidden', p_hidden);
    -- Whose own case it is may see its parts only while he may see the case.
    for v_part in select t.* from td.ticket as t where t.root_id = v_old.id order by t.depth, t.id for update loop
        v_new := v_part;
        v_new.hidden := p_hidden;
        perform td.write_step(v_part, v_new, v_step, null);
    end loop;
    v_new := v_old;
    v_new.hidden := p_hidden;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_set_hidden(td.person, smallint, uuid, bigint, integer, boolean)
    is 'Switches the mode of clarification from now on; the step itself stays internal and nothing old is shown or taken back.';

create or replace function api.set_hidden(request_id uuid, ticket_id bigint, version integer, hidden boolean) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_set_hidden(td.actor(), 1::smallint, $1, $2, $3, $4) $$;
comment on function api.set_hidden(uuid, bigint, integer, boolean) is 'Transparent or hidden clarification (SetHidden).';
grant execute on function api.set_hidden(uuid, bigint, integer, boolean) to td_coordinator;
