-- as td_api
-- Who is asking: the session's own log-in and nothing else. Policies use these functions, so they live in td and not in api.
create or replace function td.me() returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select p.id from td.person as p where p.login = session_user and p.active
$$;
comment on function td.me() is 'The signed-in person; null once deactivated, which empties every list at the next statement.';

create or replace function td.my_groups() returns integer[]
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(m.group_id), '{}')
    from td.group_member as m join td.person as p on p.id = m.person_id
    where p.login = session_user and p.active
$$;
comment on function td.my_groups() is 'The groups of the signed-in person.';

grant execute on function td.me(), td.my_groups() to td_requester, td_handler, td_coordinator, td_admin, td_auditor;

create or replace function td.actor() returns td.person
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_person td.person;
begin
    select p.* into v_person from td.person as p where p.login = session_user and p.active;
    if v_person.id is null then
        raise exception 'not signed in' using errcode = 'TD401';
    end if;
    return v_person;
end
$$;
comment on function td.actor() is 'The signed-in person''s row, or TD401.';
revoke execute on function td.actor() from public;
