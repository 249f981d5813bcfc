-- as td_api
-- Rules that the verbs of setting up share.
create or replace function td.refuse_unless(p_actor td.person, p_coordinators boolean) returns void
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    if not (p_actor.class = 4 or p_coordinators and p_actor.class = 3) then
        raise exception 'not for this class' using errcode = 'TD403';
    end if;
end
$$;
comment on function td.refuse_unless(td.person, boolean) is 'Lets administrators set up, and coordinators where that is theirs too; TD403 for everybody else.';

create or replace function td.refuse_old(p_given integer, p_version integer, p_by integer, p_at timestamptz) returns void
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    if td.given_version(p_given) <> p_version then
        raise exception 'changed meanwhile' using errcode = 'TD409',
            detail = jsonb_build_object('version', p_version, 'by', p_by, 'at', p_at)::text;
    end if;
end
$$;
comment on function td.refuse_old(integer, integer, integer, timestamptz) is 'Raises TD409 when a row of the set-up moved on since it was read.';

create or replace function td.checked_days(p_field text, p_days integer, p_least integer) returns integer
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    if p_days not between p_least and 3650 then
        perform td.refuse_input(p_field, 'out_of_range');
    end if;
    return p_days;
end
$$;
comment on function td.checked_days(text, integer, integer) is 'A number of days up to ten years, null where none is given, or TD422.';

create or replace function td.checked_name(p_field text, p_name text) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_name text := td.checked_line(p_field, p_name);
begin
    if v_name = '' then
        perform td.refuse_input(p_field, 'empty');
    end if;
    return v_name;
end
$$;
comment on function td.checked_name(text, text) is 'A name that is there, in one line, or TD422.';

create or replace function td.checked_free_name(p_what text, p_id integer, p_name text) returns text
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_name text := td.checked_name('name', p_name);
    v_taken boolean;
begin
    -- Nobody else may take the name between the look and the writing.
    if p_what = 'customer_group' then
        lock table td.customer_group in share row exclusive mode;
        v_taken := exists (select from td.customer_group as g
                           where g.id is distinct from p_id and td.folded(g.name, false) = td.folded(v_name, false));
    else
        lock table td.work_group in share row exclusive mode;
        v_taken := exists (select from td.work_group as g
                           where g.id is distinct from p_id and td.folded(g.name, false) = td.folded(v_name, false));
    end if;
    if v_taken then
        perform td.refuse_input('name', 'name_taken');
    end if;
    return v_name;
end
$$;
comment on function td.checked_free_name(text, integer, text) is 'A name that no other group, or customer group, has; TD422 otherwise.';

create or replace function td.set_up(p_request_id uuid, p_version integer, p_what text, p_id integer) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_outcome td.outcome := row(0, 0, p_version, jsonb_build_object(p_what, p_id))::td.outcome;
begin
    update td.request as r set outcome = v_outcome where r.id = p_request_id;
    -- An event of no case: everybody reads the lists of names anew.
    insert into td.event (ticket_id, seq, what, audience, hidden) values (0, 0, 'set_up', 0, false);
    perform pg_notify('td_in', '');
    return v_outcome;
end
$$;
comment on function td.set_up(uuid, integer, text, integer) is 'Ends a step of setting up: keeps the outcome for a repeated request, and tells all desktops to read the names anew.';
