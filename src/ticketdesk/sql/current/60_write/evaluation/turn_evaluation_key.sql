-- as td_api
create or replace function td.persons_evaluated() returns boolean
language sql stable set search_path = pg_catalog, pg_temp
as $$
    -- Whoever is gone or has another class has no key any more.
    select exists (
        select from td.evaluation as e
        join td.person as a on a.id = e.admin_id and a.active and a.class = 4
        join td.person as u on u.id = e.auditor_id and u.active and u.class = 5
        where a.id <> u.id)
$$;
comment on function td.persons_evaluated() is 'Whether single persons may be evaluated: an administrator and an auditor have turned their keys, and both are still what they were.';

create or replace function td.do_turn_evaluation_key(p_actor td.person, p_request_id uuid, p_version integer, p_turned boolean) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'turn_evaluation_key');
    v_old td.evaluation;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    perform td.for_oversight(p_actor);
    if p_turned is null then
        perform td.refuse_input('turned', 'empty');
    end if;
    select e.* into v_old from td.evaluation as e for update;
    perform td.refuse_old(p_version, v_old.version, v_old.changed_by, v_old.changed_at);
    update td.evaluation as e
    set -- One's own key is turned alone; drawing one draws both, so that nobody finds it half turned afterwards.
        admin_id = case when p_turned and p_actor.class = 4 then p_actor.id when p_turned then e.admin_id end,
        admin_at = case when p_turned and p_actor.class = 4 then now() when p_turned then e.admin_at end,
        auditor_id = case when p_turned and p_actor.class = 5 then p_actor.id when p_turned then e.auditor_id end,
        auditor_at = case when p_turned and p_actor.class = 5 then now() when p_turned then e.auditor_at end,
        version = e.version + 1, changed_by = p_actor.id, changed_at = now();
    insert into td.evaluation_log (person_id, what) values (p_actor.id, case when p_turned then 1 else 2 end);
    return td.set_up(p_request_id, v_old.version + 1, 'evaluation', 1);
end
$$;
comment on function td.do_turn_evaluation_key(td.person, uuid, integer, boolean)
    is 'Turns one''s own of the two keys for evaluating persons, or draws both; every turn is logged.';

create or replace function api.turn_evaluation_key(request_id uuid, version integer, turned boolean) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_turn_evaluation_key(td.actor(), $1, $2, $3) $$;
comment on function api.turn_evaluation_key(uuid, integer, boolean) is 'Turn one''s key for the evaluation of persons, or switch it off (TurnEvaluationKey).';
grant execute on function api.turn_evaluation_key(uuid, integer, boolean) to td_admin, td_auditor;
