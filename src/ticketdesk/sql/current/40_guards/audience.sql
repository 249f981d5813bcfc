-- as td_owner
-- What is derived is never more public than its source.
create or replace function td.tg_entry_public__audience() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (select from td.log as l where l.ticket_id = new.ticket_id and l.seq = new.seq and l.audience = 1) then
        raise exception 'an internal step cannot be shown to the requester' using errcode = 'TD403';
    end if;
    if (new.body <> '' or new.detail <> '{}') and not exists (
        select from td.entry as e where e.ticket_id = new.ticket_id and e.seq = new.seq and e.audience = 1
    ) and not exists (
        -- Released by a step of the log, and then as it stands in the entry; a note never.
        select from td.log as l join td.entry as e on e.ticket_id = l.ticket_id and e.seq = (l.data ->> 'entry')::integer
        where l.ticket_id = new.ticket_id and l.seq = new.seq and l.what = 'released'
          and e.kind <> 2 and e.body = new.body and e.detail @> new.detail
    ) then
        raise exception 'an internal text cannot be shown to the requester' using errcode = 'TD403';
    end if;
    return new;
end
$$;
comment on function td.tg_entry_public__audience() is 'audience(derived) <= audience(source), for steps and for their texts; a release is a step that names its text.';
drop trigger if exists entry_public__audience on td.entry_public;
create trigger entry_public__audience before insert or update on td.entry_public
    for each row execute function td.tg_entry_public__audience();

create or replace function td.tg_entry__audience() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if new.kind = 2 and new.audience <> 0 then
        raise exception 'an internal note stays internal' using errcode = 'TD403';
    end if;
    if new.audience = 1 and not exists (
        select from td.log as l where l.ticket_id = new.ticket_id and l.seq = new.seq and l.audience = 1
    ) then
        raise exception 'an internal step has no public text' using errcode = 'TD403';
    end if;
    return new;
end
$$;
comment on function td.tg_entry__audience() is 'A note is never public, and no text is more public than its step.';
drop trigger if exists entry__audience on td.entry;
-- An internal text of a case is nothing to ask about.
create trigger entry__audience before insert on td.entry for each row when (new.audience <> 0) execute function td.tg_entry__audience();
