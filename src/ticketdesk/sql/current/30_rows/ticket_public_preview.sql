-- as td_owner
-- The role of the functions that show a case as its requester gets it: public rows are all that it can reach, and no column more than he.
create policy preview on td.ticket_public for select to td_preview using (true);
create policy preview on td.entry_public for select to td_preview using (true);
grant usage on schema td to td_preview;
do $$
declare
    v_column name;
begin
    for v_column in
        select a.attname from pg_catalog.pg_attribute as a
        where a.attrelid = 'td.ticket_public'::regclass and a.attnum > 0 and not a.attisdropped
          and has_column_privilege('td_requester', a.attrelid, a.attnum, 'SELECT')
    loop
        execute format('grant select (%I) on td.ticket_public to td_preview', v_column);
    end loop;
end
$$;
grant select (ticket_id, ordinal, requester_id, at, what, author_label, by_requester, kind, channel, body, detail, data)
    on td.entry_public to td_preview;
