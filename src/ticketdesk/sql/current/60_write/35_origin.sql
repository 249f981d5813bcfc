-- as td_api
-- Where a replayed step comes from: the other system's own words, with a step of ours, where they can be erased.
create or replace function td.with_origin(p_step td.step) returns td.step
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    -- Said beside the call and for it alone, so that no function of the lifecycle needs to know of replays.
    v_said text := current_setting('ticketdesk.origin', true);
    v_origin jsonb;
begin
    if coalesce(v_said, '') = '' then
        return p_step;
    end if;
    -- Anybody can set such a word; only the log-ins that a replay made on the server's own host are listened to.
    if not exists (select from td.person as p where p.id = p_step.actor_id and p.source = 2) then
        raise exception 'only a replay says where a step comes from' using errcode = 'TD403';
    end if;
    if octet_length(v_said) > 4000 then
        perform td.refuse_input('origin', 'too_long');
    end if;
    v_origin := v_said::jsonb;
    -- Internal: neither the requester's copy nor his timeline has it.
    p_step.detail := p_step.detail || jsonb_build_object('internal',
        coalesce(p_step.detail -> 'internal', '{}') || jsonb_build_object('origin', v_origin));
    if p_step.entry_kind is null then
        p_step.entry_kind := 2;
        p_step.entry_audience := 0;
    end if;
    return p_step;
end
$$;
comment on function td.with_origin(td.step) is 'The step with the words of the log that it replays, if a replay''s log-in said some; TD403 for everybody else who does.';
