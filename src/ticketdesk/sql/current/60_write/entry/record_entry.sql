-- as td_api
create or replace function td.refuse_addressing_requester(p_actor td.person, p_ticket td.ticket, p_field text) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    if p_ticket.way = 2 then
        perform td.refuse_input(p_field, 'no_requester');
    end if;
    -- In a hidden case the requester knows nobody but the coordination, and a handler's question goes through it; a direct one has none.
    if p_ticket.hidden and p_actor.class <> 3 and not (p_ticket.way = 1 and p_ticket.handler_id is not distinct from p_actor.id) then
        perform td.refuse_input(p_field, 'through_coordination');
    end if;
end
$$;
comment on function td.refuse_addressing_requester(td.person, td.ticket, text)
    is 'TD422 when there is no requester, or when a handler of a hidden case would turn to him past the coordination.';

create or replace function td.party_of(p_ticket td.ticket, p_person_id integer, p_party text) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_party text := td.checked_line('party', p_party);
begin
    if p_person_id is null then
        return v_party;
    end if;
    if not exists (select from td.person as p where p.id = p_person_id) then
        perform td.refuse_input('person_id', 'unknown');
    end if;
    -- As he was called that day; the requester as the case calls him.
    return case when p_person_id = p_ticket.requester_id then p_ticket.requester_name else td.person_name(p_person_id) end;
end
$$;
comment on function td.party_of(td.ticket, integer, text) is 'The name of the other side of a piece of correspondence: a known person''s, else what was typed.';

create or replace function td.do_record_entry(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_kind smallint, p_body text, p_incoming boolean,
    p_person_id integer, p_party text, p_channel smallint, p_happened_at timestamptz, p_for_requester boolean) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp set timezone = 'UTC'
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'record_entry');
    v_old td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'entry_recorded', 0);
    v_party text;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_staff(p_actor, p_ticket_id, null);
    if p_kind is null or p_kind not between 20 and 26 then
        perform td.refuse_input('kind', 'unknown');
    end if;
    if p_channel is null or p_channel not between 0 and 4 then
        perform td.refuse_input('channel', 'out_of_range');
    end if;
    -- A minute's grace: the clocks of desktops differ.
    if td.checked_moment('happened_at', p_happened_at) > now() + interval '1 minute' then
        perform td.refuse_input('happened_at', 'in_future');
    end if;
    v_party := td.party_of(v_old, p_person_id, p_party);
    if v_party = '' then
        perform td.refuse_input('party', 'empty');
    end if;
    if p_for_requester then
        perform td.refuse_addressing_requester(p_actor, v_old, 'for_requester');
        v_step.audience := 1;
        v_step.tell_requester_kind := 41;
    end if;
    v_step.body := td.checked_text('body', p_body, true);
    -- What somebody else said or wrote is filed as it is.
    if p_for_requester and not coalesce(p_incoming, false) then
        perform td.refuse_open_places('body', v_step.body);
    end if;
    v_step.entry_kind := p_kind;
    v_step.entry_audience := v_step.audience;
    v_step.channel := p_channel;
    v_step.happened_at := p_happened_at;
    v_step.detail := jsonb_strip_nulls(jsonb_build_object(
        'party', v_party, 'incoming', coalesce(p_incoming, false), 'happened_at', p_happened_at));
    v_step.data := jsonb_strip_nulls(jsonb_build_object('incoming', coalesce(p_incoming, false), 'person', p_person_id));
    v_step.tell := array_remove(array[v_old.coordinator_id, v_old.handler_id], null);
    v_step.tell_kind := 40;
    return td.write_step(v_old, v_old, v_step, p_request_id);
end
$$;
comment on function td.do_record_entry(td.person, smallint, uuid, bigint, smallint, text, boolean, integer, text, smallint, timestamptz, boolean)
    is 'Files what was said or written outside the program: kind, other side, direction, channel, when it happened, and who may read it.';

create or replace function api.record_entry(
    request_id uuid, ticket_id bigint, kind smallint, body text, incoming boolean, person_id integer, party text, channel smallint,
    happened_at timestamptz, for_requester boolean) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_record_entry(td.actor(), 1::smallint, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) $$;
comment on function api.record_entry(uuid, bigint, smallint, text, boolean, integer, text, smallint, timestamptz, boolean)
    is 'File a conversation or a piece of writing (RecordEntry).';
grant execute on function api.record_entry(uuid, bigint, smallint, text, boolean, integer, text, smallint, timestamptz, boolean)
    to td_handler, td_coordinator;
