-- as td_api
-- Record a report, for oneself or on behalf of somebody; straight to a handler or group, or to coordination.
create or replace function td.requester_of(
    p_actor td.person, p_requester_id integer, p_name text, p_phone text, p_email text, p_company text, p_department text) returns td.ticket
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_ticket td.ticket;
    v_known td.person_detail;
    v_name text := td.checked_line('requester_name', p_name);
    v_for_oneself boolean := coalesce(p_requester_id, p_actor.id) = p_actor.id and (p_requester_id is not null or td.trimmed(p_name) = '');
begin
    if not v_for_oneself and p_actor.class not in (2, 3) then
        raise exception 'only staff record for others' using errcode = 'TD403';
    end if;
    v_ticket.requester_id := case when v_for_oneself then p_actor.id else p_requester_id end;
    if v_ticket.requester_id is not null then
        select d.* into v_known from td.person_detail as d join td.person as p on p.id = d.person_id
        where d.person_id = v_ticket.requester_id and p.active;
        if v_known.person_id is null then
            perform td.refuse_input('requester_id', 'unknown');
        end if;
    end if;
    -- As they were that day: what was typed counts, the person's own record fills the gaps; nobody reports under another name.
    v_ticket.requester_name := case when v_ticket.requester_id is not null then v_known.name else v_name end;
    v_ticket.requester_phone := coalesce(nullif(td.checked_line('requester_phone', p_phone), ''), v_known.phone, '');
    v_ticket.requester_email := coalesce(nullif(td.checked_line('requester_email', p_email), ''), v_known.email, '');
    v_ticket.requester_company := coalesce(nullif(td.checked_line('requester_company', p_company), ''), v_known.company, '');
    v_ticket.requester_department := coalesce(nullif(td.checked_line('requester_department', p_department), ''), v_known.department, '');
    v_ticket.customer_group_id := case when v_for_oneself then p_actor.customer_group_id end;
    if v_ticket.customer_group_id is null then
        select coalesce((select p.customer_group_id from td.person as p where p.id = v_ticket.requester_id),
                        (select g.id from td.customer_group as g
                         where v_ticket.requester_id is null and g.active and td.folded(g.name, false) = td.folded(v_ticket.requester_company, false)
                         order by g.id limit 1),
                        p_actor.customer_group_id,
                        (select min(g.id) from td.customer_group as g))
        into v_ticket.customer_group_id;
    end if;
    return v_ticket;
end
$$;
comment on function td.requester_of(td.person, integer, text, text, text, text, text)
    is 'The requester''s part of a new case; TD403 when a requester reports for others, TD422 for an unknown person.';

create or replace function td.new_contact(p_actor td.person, p_ticket td.ticket) returns integer
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_id integer;
begin
    if p_actor.class not in (2, 3) then
        raise exception 'only staff keep contacts' using errcode = 'TD403';
    end if;
    if p_ticket.requester_id is not null then
        perform td.refuse_input('requester_id', 'known_already');
    end if;
    if p_ticket.requester_name = '' then
        perform td.refuse_input('requester_name', 'empty');
    end if;
    insert into td.person (class, customer_group_id, language) values (0, p_ticket.customer_group_id, p_actor.language) returning id into v_id;
    insert into td.person_detail (person_id, name, phone, email, company, department)
    values (v_id, p_ticket.requester_name, p_ticket.requester_phone, p_ticket.requester_email, p_ticket.requester_company,
        p_ticket.requester_department);
    return v_id;
end
$$;
comment on function td.new_contact(td.person, td.ticket)
    is 'Keeps who reports as a contact without log-in, to be found next time; in the customer group of the new case.';

create or replace function td.locked_to_carry_on(p_actor td.person, p_ticket_id bigint) returns td.ticket
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_old td.ticket;
begin
    -- One's own, or one that one works on; everything else is answered alike.
    select t.* into v_old from td.ticket as t
    where t.id = p_ticket_id and (t.requester_id = p_actor.id or p_actor.class = 3 or p_actor.class = 2 and (
        p_actor.id = any (t.participants)
        or t.group_id in (select m.group_id from td.group_member as m where m.person_id = p_actor.id)))
    for update;
    if v_old.id is null then
        perform td.refuse_input('follow_up_of', 'unknown');
    end if;
    return v_old;
end
$$;
comment on function td.locked_to_carry_on(td.person, bigint) is 'Locks a case that a new one carries on; TD422 for one that this person may not see.';

create or replace function td.carry_on(p_actor td.person, p_cause smallint, p_old td.ticket, p_new td.ticket) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_own boolean := coalesce(p_old.requester_id = p_actor.id, false);
    v_same boolean := coalesce(p_old.requester_id = p_new.requester_id, false);
    v_after td.ticket := p_old;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'followed_up', v_own::integer);
begin
    -- The message after the end has found its place, once somebody of the desk has given it one.
    if not v_own then
        v_after.late_message_at := null;
    end if;
    v_step.by_requester := v_own;
    v_step.data := jsonb_build_object('link', td.make_link(p_actor.id, p_new.id, p_old.id, 4::smallint, v_same::integer::smallint),
        'kind', 4, 'outgoing', false);
    perform td.write_step(p_old, v_after, v_step, null);
end
$$;
comment on function td.carry_on(td.person, smallint, td.ticket, td.ticket) is 'Links a new case with the one it carries on, and notes it there.';

create or replace function td.do_record_ticket(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_kind smallint, p_subject text, p_description text, p_priority smallint,
    p_category_id integer, p_wished_at timestamptz, p_document_ref text, p_requester_id integer, p_requester_name text,
    p_requester_phone text, p_requester_email text, p_requester_company text, p_requester_department text, p_channel smallint,
    p_occurred_at timestamptz, p_hidden boolean, p_handler_id integer, p_group_id integer, p_keep_contact boolean,
    p_follow_up_of bigint) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'record_ticket');
    v_new td.ticket;
    v_old td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'recorded', 1);
    v_category td.category;
    v_direct boolean := p_handler_id is not null or p_group_id is not null;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_new := td.requester_of(p_actor, p_requester_id, p_requester_name, p_requester_phone, p_requester_email, p_requester_company,
        p_requester_department);
    v_new.subject := td.checked_line('subject', p_subject, 300);
    if v_new.subject = '' then
        perform td.refuse_input('subject', 'empty');
    end if;
    v_step.body := td.checked_text('description', p_description, true);
    -- What came by another way than a person's own hand is taken as it stands.
    if p_cause = 1 then
        perform td.refuse_open_places('subject', v_new.subject);
        perform td.refuse_open_places('description', v_step.body);
    end if;
    if p_category_id is not null then
        select c.* into v_category from td.category as c where c.id = p_category_id and c.active;
        if v_category.id is null then
            perform td.refuse_input('category_id', 'unknown');
        end if;
    end if;
    if p_kind is null or p_kind not between 1 and 3 then
        perform td.refuse_input('kind', 'out_of_range');
    end if;
    if p_priority is null or p_priority not between 1 and 4 then
        perform td.refuse_input('priority', 'out_of_range');
    end if;
    if p_channel is null or p_channel not between 0 and 4 then
        perform td.refuse_input('channel', 'out_of_range');
    end if;
    if p_hidden is not null and p_actor.class not in (2, 3) then
        raise exception 'only staff choose the mode' using errcode = 'TD403';
    end if;
    v_new.kind := p_kind;
    v_new.priority := p_priority;
    v_new.category_id := p_category_id;
    v_new.wished_at := td.checked_moment('wished_at', p_wished_at);
    -- A few minutes are the time of filling in the form, or of waiting for the server.
    if v_new.wished_at < now() - interval '15 minutes' then
        perform td.refuse_input('wished_at', 'past');
    end if;
    v_new.document_ref := td.checked_line('document_ref', p_document_ref);
    v_new.channel := p_channel;
    if p_keep_contact then
        v_new.requester_id := td.new_contact(p_actor, v_new);
    end if;
    v_new.hidden := coalesce(p_hidden, td.category_hidden(p_category_id)
        or (select g.hidden_by_default from td.customer_group as g where g.id = v_new.customer_group_id)
        or (select o.hidden_by_default from td.office as o), false);
    v_new.state := case when v_direct then 4 else 1 end;
    v_new.way := case when v_direct then 1 else 0 end;
    v_new.participants := '{}';
    if v_direct then
        v_new := td.addressed(p_actor, v_new, p_handler_id, p_group_id);
    end if;
    v_step.by_requester := v_new.requester_id is not distinct from p_actor.id;
    v_step.on_behalf_id := case when not v_step.by_requester then v_new.requester_id end;
    v_step.entry_kind := 1;
    v_step.entry_audience := 1;
    v_step.channel := p_channel;
    v_step.happened_at := td.checked_moment('occurred_at', p_occurred_at);
    v_step.detail := jsonb_build_object('subject', v_new.subject);
    v_step.data := jsonb_strip_nulls(jsonb_build_object('kind', p_kind, 'priority', p_priority, 'way', v_new.way, 'to', v_new.state,
        'handler', p_handler_id, 'group', p_group_id));
    v_step.tell := case when v_direct then td.those_asked(v_new) else td.coordinators() end;
    v_step.tell_kind := case when not v_direct then 1 when p_handler_id is not null then 2 else 3 end;
    v_new.recorded_by := p_actor.id;
    v_new.id := nextval('td.ticket_id_seq'::regclass);
    v_new.head := td.genesis(v_new.id);
    v_new.seq := 0;
    if p_follow_up_of is not null then
        v_old := td.locked_to_carry_on(p_actor, p_follow_up_of);
    end if;
    v_done := td.write_step(null, v_new, v_step, p_request_id);
    if p_follow_up_of is not null then
        perform td.carry_on(p_actor, p_cause, v_old, v_new);
    end if;
    return v_done;
end
$$;
comment on function td.do_record_ticket(td.person, smallint, uuid, smallint, text, text, smallint, integer, timestamptz, text, integer, text,
    text, text, text, text, smallint, timestamptz, boolean, integer, integer, boolean, bigint) is 'Records a case: checks, row, requester''s face, first step.';

create or replace function api.record_ticket(
    request_id uuid, kind smallint, subject text, description text, priority smallint, category_id integer, wished_at timestamptz,
    document_ref text, requester_id integer, requester_name text, requester_phone text, requester_email text, requester_company text,
    requester_department text, channel smallint, occurred_at timestamptz, hidden boolean, handler_id integer, group_id integer,
    keep_contact boolean default false, follow_up_of bigint default null)
returns td.outcome
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
    return td.do_record_ticket(td.actor(), 1::smallint, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21);
end
$$;
comment on function api.record_ticket(uuid, smallint, text, text, smallint, integer, timestamptz, text, integer, text, text, text, text, text,
    smallint, timestamptz, boolean, integer, integer, boolean, bigint) is 'Record a report (domain/commands: RecordTicket).';
grant execute on function api.record_ticket(uuid, smallint, text, text, smallint, integer, timestamptz, text, integer, text, text, text, text,
    text, smallint, timestamptz, boolean, integer, integer, boolean, bigint) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
