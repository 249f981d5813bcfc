-- as td_api
-- What a placeholder in a text to the requester may say: never more than his own face of the case says.
create or replace function api.letter_facts(ticket_id bigint) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
    v_ticket td.ticket;
    v_public td.ticket_public;
begin
    select t.* into v_ticket from td.ticket as t
    where t.id = letter_facts.ticket_id
      and (v_actor.class = 3
           or v_actor.class = 2 and (v_actor.id = any (t.participants) or t.group_id in (
               select m.group_id from td.group_member as m where m.person_id = v_actor.id)))
      and (not t.hidden or coalesce(t.requester_id, t.kept_from) is distinct from v_actor.id);
    if v_ticket.id is null then
        raise exception 'no such case' using errcode = 'TD404';
    end if;
    select p.* into v_public from td.ticket_public as p where p.ticket_id = v_ticket.id;
    return jsonb_build_object(
        'language', coalesce((select p.language from td.person as p where p.id = v_ticket.requester_id), ''),
        'requester_name', v_ticket.requester_name, 'company', v_ticket.requester_company, 'department', v_ticket.requester_department,
        'subject', coalesce(v_public.subject, v_ticket.subject),
        'document_ref', coalesce(v_public.document_ref, v_ticket.document_ref),
        'category_id', case when v_public.ticket_id is null then v_ticket.category_id else v_public.category_id end,
        'wished_at', v_ticket.wished_at,
        -- In a hidden case neither the coordination's date nor who clarifies is for the requester; a coordinator signs his own case.
        'target_at', case when not v_ticket.hidden then v_ticket.target_at end,
        'owner', case when not v_ticket.hidden then td.owner_label(v_ticket) else '' end,
        'signs', not v_ticket.hidden or v_ticket.coordinator_id is not distinct from v_actor.id);
end
$$;
comment on function api.letter_facts(bigint) is 'What may stand in a text to the requester of a case, as his own face of it has it; for staff who may see the case.';
grant execute on function api.letter_facts(bigint) to td_handler, td_coordinator;
