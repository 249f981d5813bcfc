-- as td_api
create or replace function td.letter(p_number integer) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    return case when p_number > 26 then chr(64 + (p_number - 1) / 26) else '' end || chr(65 + (p_number - 1) % 26);
end
$$;
comment on function td.letter(integer) is 'The letter of a case''s n-th part: A, B … Z, AA, AB …';

create or replace function td.part_wish(p_wish jsonb) returns td.ticket
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_part td.ticket;
    v_order text := td.checked_text('order_text', p_wish ->> 'order_text', true);
begin
    v_part.subject := td.checked_line('subject', p_wish ->> 'subject', 300);
    perform td.refuse_open_places('subject', v_part.subject);
    perform td.refuse_open_places('order_text', v_order);
    if v_part.subject = '' then
        -- Nobody has to think of a title: the first line of the question is one.
        v_part.subject := left(td.trimmed(regexp_replace(split_part(td.trimmed(v_order), E'\n', 1), E'[\\x01-\\x1f\\x7f]', ' ', 'g')), 120);
    end if;
    v_part.handler_id := (p_wish ->> 'handler_id')::integer;
    v_part.group_id := (p_wish ->> 'group_id')::integer;
    v_part.contact_label := td.checked_line('contact', p_wish ->> 'contact');
    v_part.target_at := td.checked_moment('target_at', (p_wish ->> 'target_at')::timestamptz);
    v_part.blocking := coalesce((p_wish ->> 'blocking')::boolean, true);
    if num_nonnulls(v_part.handler_id, v_part.group_id, nullif(v_part.contact_label, '')) <> 1 then
        perform td.refuse_input('handler_id', 'empty');
    end if;
    return v_part;
exception when data_exception then
    -- A value that is none: no client of ours writes it.
    perform td.refuse_input('parts', 'unknown');
end
$$;
comment on function td.part_wish(jsonb) is 'What a part shall be, from the words of the command; TD422 for what cannot be.';

create or replace function td.along(p_part td.ticket, p_seqs jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if coalesce(jsonb_typeof(p_seqs), 'null') = 'null' then
        return;
    end if;
    if jsonb_typeof(p_seqs) <> 'array' or exists (
        select from jsonb_array_elements(p_seqs) as s (seq)
        where jsonb_typeof(s.seq) <> 'number' or not exists (
            select from td.entry as e where e.ticket_id = p_part.parent_id and to_jsonb(e.seq) = s.seq)
    ) then
        perform td.refuse_input('entries', 'unknown');
    end if;
    insert into td.part_entry (part_id, ticket_id, seq)
    select distinct p_part.id, p_part.parent_id, (s.seq #>> '{}')::integer from jsonb_array_elements(p_seqs) as s (seq);
end
$$;
comment on function td.along(td.ticket, jsonb) is 'Lets entries of the case go along with a part, by reference; TD422 for what is no entry of this case.';

create or replace function td.new_part(
    p_actor td.person, p_cause smallint, p_case td.ticket, p_number integer, p_wish jsonb) returns td.ticket
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_part td.ticket := td.part_wish(p_wish);
    v_step td.step := td.new_step(p_actor.id, p_cause, 'commissioned', 0);
    v_root td.ticket;
begin
    if v_part.handler_id = p_actor.id then
        perform td.refuse_input('handler_id', 'oneself');
    end if;
    v_part.state := 4;
    v_part.way := 2;
    v_part.kind := p_case.kind;
    v_part.priority := p_case.priority;
    v_part.hidden := p_case.hidden;
    v_part.customer_group_id := p_case.customer_group_id;
    v_part.category_id := p_case.category_id;
    v_part.document_ref := '';
    v_part.requester_name := '';
    v_part.requester_phone := '';
    v_part.requester_email := '';
    v_part.requester_company := '';
    v_part.requester_department := '';
    v_part.channel := 0;
    v_part.recorded_by := p_actor.id;
    v_part.commissioned_by := p_actor.id;
    -- Whoever commissioned it is to it what a coordinator is to a case: he is told what happens to it.
    v_part.coordinator_id := p_actor.id;
    v_part.parent_id := p_case.id;
    v_part.root_id := coalesce(p_case.root_id, p_case.id);
    v_part.depth := p_case.depth + 1;
    v_part.letter := td.letter(p_number);
    v_part.mark := concat_ws('-', nullif(p_case.mark, ''), v_part.letter);
    select t.* into v_root from td.ticket as t where t.id = v_part.root_id;
    v_part.kept_from := v_root.requester_id;
    v_part.participants := array[p_actor.id];
    v_part := td.addressed(p_actor, v_part, v_part.handler_id, v_part.group_id);
    v_step.entry_kind := 7;
    v_step.body := td.checked_text('order_text', p_wish ->> 'order_text', true);
    v_step.detail := jsonb_build_object('subject', v_part.subject);
    v_step.data := jsonb_strip_nulls(jsonb_build_object('to', 4, 'part_of', p_case.id, 'letter', v_part.letter, 'blocking', v_part.blocking,
        'handler', v_part.handler_id, 'group', v_part.group_id));
    v_step.tell := td.those_asked(v_part);
    v_step.tell_kind := case when v_part.handler_id is not null then 20 else 21 end;
    v_part.id := nextval('td.ticket_id_seq'::regclass);
    v_part.head := td.genesis(v_part.id);
    v_part.seq := 0;
    perform td.write_step(null, v_part, v_step, null);
    perform td.along(v_part, p_wish -> 'entries');
    return v_part;
end
$$;
comment on function td.new_part(td.person, smallint, td.ticket, integer, jsonb) is 'Writes one part of a locked case.';

create or replace function td.do_commission_parts(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_parts jsonb, p_wait boolean) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'commission_parts');
    v_old td.ticket;
    v_new td.ticket;
    v_part td.ticket;
    v_wish jsonb;
    v_made jsonb := '[]';
    v_words jsonb := '[]';
    v_step td.step := td.new_step(p_actor.id, p_cause, 'parts_commissioned', 0);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_staff(p_actor, p_ticket_id, td.given_version(p_version));
    if p_actor.class <> 3 and v_old.handler_id is distinct from p_actor.id then
        raise exception 'not in charge' using errcode = 'TD403';
    end if;
    -- What is not taken up yet is not split: somebody has to answer for the whole.
    if not v_old.is_open or v_old.state = 1 or p_actor.class <> 3 and v_old.state not in (5, 6) then
        perform td.refuse_step(v_old, v_old.state);
    end if;
    if v_old.depth >= 5 then
        perform td.refuse_input('parts', 'too_deep');
    end if;
    if coalesce(jsonb_typeof(p_parts), '') <> 'array' or jsonb_array_length(p_parts) = 0 then
        perform td.refuse_input('parts', 'empty');
    end if;
    if v_old.parts_total + jsonb_array_length(p_parts) > 99 then
        perform td.refuse_input('parts', 'out_of_range');
    end if;
    v_new := td.joined(v_old, p_actor.id);
    for v_wish in select w.wish from jsonb_array_elements(p_parts) with ordinality as w (wish, place) order by w.place loop
        v_part := td.new_part(p_actor, p_cause, v_old, v_new.parts_total + 1, v_wish);
        v_new := td.counted(v_new, null, 4, v_part.blocking);
        v_made := v_made || jsonb_strip_nulls(jsonb_build_object('part', v_part.id, 'letter', v_part.letter, 'handler', v_part.handler_id,
            'group', v_part.group_id, 'blocking', v_part.blocking));
        v_words := v_words || jsonb_build_object('letter', v_part.letter, 'subject', v_part.subject, 'contact', v_part.contact_label);
    end loop;
    v_step.audience := td.mode_audience(v_new);
    v_step.entry_kind := 12;
    -- Never to be shown, not even when somebody releases this entry.
    v_step.detail := jsonb_build_object('internal', jsonb_build_object('parts', v_words));
    v_step.data := jsonb_build_object('parts', v_made);
    if coalesce(p_wait, false) and v_new.parts_blocking > 0 and v_old.state <> 6 then
        v_new := td.moved(v_new, 6);
        v_new.waiting_reason := 3;
        v_step.data := v_step.data || jsonb_build_object('from', v_old.state, 'to', v_new.state);
    end if;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_commission_parts(td.person, smallint, uuid, bigint, integer, jsonb, boolean)
    is 'Commissions parts of a case, all of them or none, and lets the case wait for them if so wished.';

create or replace function api.commission_parts(request_id uuid, ticket_id bigint, version integer, parts jsonb, wait boolean) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_commission_parts(td.actor(), 1::smallint, $1, $2, $3, $4, $5) $$;
comment on function api.commission_parts(uuid, bigint, integer, jsonb, boolean) is 'Have parts of a case clarified (CommissionParts).';
grant execute on function api.commission_parts(uuid, bigint, integer, jsonb, boolean) to td_handler, td_coordinator;
