-- as td_preview
-- A case as its requester's own log-in would get it. The owner of these functions can read public rows and nothing else, so that no mistake
-- in here can show more. Opening a case this way is noted like any other look at it.
create or replace function api.preview_ticket(ticket_id bigint) returns setof td.ticket_public
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform td.previewed(preview_ticket.ticket_id);
    return query select p.* from td.ticket_public as p where p.ticket_id = preview_ticket.ticket_id;
end
$$;
comment on function api.preview_ticket(bigint) is 'The requester''s row of a case, for the desk; no row when nobody is its requester.';
grant execute on function api.preview_ticket(bigint) to td_handler, td_coordinator, td_auditor;

create or replace function api.preview_timeline(ticket_id bigint, after_ordinal integer) returns setof td.timeline_row
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform td.previewed(preview_timeline.ticket_id);
    return query
        select e.ordinal, e.at::timestamptz, e.what, 1::smallint, case when e.by_requester then e.requester_id end, e.author_label::text,
               null::integer, 1::smallint, e.kind, e.channel, e.body, e.detail, e.data, null::timestamptz
        from td.entry_public as e
        where e.ticket_id = preview_timeline.ticket_id and e.ordinal > coalesce(after_ordinal, 0)
        order by e.ordinal;
end
$$;
comment on function api.preview_timeline(bigint, integer) is 'The requester''s steps of a case, for the desk.';
grant execute on function api.preview_timeline(bigint, integer) to td_handler, td_coordinator, td_auditor;
