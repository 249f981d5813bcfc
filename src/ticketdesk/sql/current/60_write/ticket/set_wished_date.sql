-- as td_api
create or replace function td.do_set_wished_date(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_wished_at timestamptz) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp set timezone = 'UTC'
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'set_wished_date');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'wished_date_set', 1);
    v_own boolean;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_from_either_side(p_actor, p_ticket_id, p_version);
    v_own := v_old.requester_id is not distinct from p_actor.id;
    if v_old.way = 2 or not v_old.is_open then
        if v_own then
            perform td.refuse_own_step(v_old, td.public_state(v_old));
        end if;
        perform td.refuse_step(v_old, v_old.state);
    end if;
    perform td.refuse_past('wished_at', td.checked_moment('wished_at', p_wished_at), '15 minutes');
    if p_wished_at is not distinct from v_old.wished_at then
        -- Each by the numbers of his own face of the case.
        return case when v_own
            then (select row(p.ticket_id, p.ordinal, p.version, '{"unchanged": true}')::td.outcome from td.ticket_public as p where p.ticket_id = v_old.id)
            else row(v_old.id, v_old.seq, v_old.version, '{"unchanged": true}')::td.outcome end;
    end if;
    v_new := v_old;
    v_new.wished_at := p_wished_at;
    v_step.by_requester := v_own;
    v_step.on_behalf_id := case when not v_own then v_old.requester_id end;
    v_step.data := jsonb_build_object('changes', jsonb_build_object('wished_at', jsonb_build_array(v_old.wished_at, v_new.wished_at)));
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_set_wished_date(td.person, smallint, uuid, bigint, integer, timestamptz)
    is 'Changes the requesters wished date and logs it as old and new; his to see in every mode.';

create or replace function api.set_wished_date(request_id uuid, ticket_id bigint, version integer, wished_at timestamptz) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_set_wished_date(td.actor(), 1::smallint, $1, $2, $3, $4) $$;
comment on function api.set_wished_date(uuid, bigint, integer, timestamptz) is 'Change the wished date, as the requester or on his behalf (SetWishedDate).';
grant execute on function api.set_wished_date(uuid, bigint, integer, timestamptz) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
