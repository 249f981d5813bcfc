-- as td_api
create or replace function td.do_end_commitment(p_actor td.person, p_request_id uuid, p_commitment_id integer, p_version integer) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'end_commitment');
    v_old td.commitment;
    v_outcome td.outcome;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_commitment(p_actor, p_commitment_id, p_version);
    if v_old.id is null then
        perform td.refuse_input('commitment_id', 'empty');
    end if;
    -- One that was to begin later never does.
    update td.commitment as c
    set valid_until = greatest(clock_timestamp(), c.valid_from + interval '1 microsecond'), version = c.version + 1, changed_by = p_actor.id,
        changed_at = clock_timestamp()
    where c.id = v_old.id;
    v_outcome := row(0, 0, v_old.version + 1, jsonb_build_object('commitment', v_old.id))::td.outcome;
    update td.request as r set outcome = v_outcome where r.id = p_request_id;
    return v_outcome;
end
$$;
comment on function td.do_end_commitment(td.person, uuid, integer, integer) is 'Promises no more from now on; what runs goes on as it was promised.';

create or replace function api.end_commitment(request_id uuid, commitment_id integer, version integer) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_end_commitment(td.actor(), $1, $2, $3) $$;
comment on function api.end_commitment(uuid, integer, integer) is 'End a service commitment (EndCommitment).';
grant execute on function api.end_commitment(uuid, integer, integer) to td_admin;
