-- as td_api
create or replace function td.locked_commitment(p_actor td.person, p_commitment_id integer, p_version integer) returns td.commitment
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_commitment td.commitment;
begin
    if p_actor.class <> 4 then
        raise exception 'not for this class' using errcode = 'TD403';
    end if;
    if p_commitment_id is null then
        return null;
    end if;
    select c.* into v_commitment from td.commitment as c where c.id = p_commitment_id for update;
    if v_commitment.id is null then
        raise exception 'no such commitment' using errcode = 'TD404';
    end if;
    -- A row that a newer one took the place of is history.
    if td.given_version(p_version) <> v_commitment.version or v_commitment.valid_until is not null then
        raise exception 'changed meanwhile' using errcode = 'TD409', detail = jsonb_build_object(
            'version', v_commitment.version, 'by', v_commitment.changed_by, 'at', v_commitment.changed_at)::text;
    end if;
    return v_commitment;
end
$$;
comment on function td.locked_commitment(td.person, integer, integer) is 'Locks a promise that is in force or will be, for administrators; TD404, or TD409 when another took its place.';

create or replace function td.checked_commitment(p_given td.commitment) returns td.commitment
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_new td.commitment := p_given;
begin
    v_new.name := td.checked_line('name', p_given.name);
    if v_new.name = '' then
        perform td.refuse_input('name', 'empty');
    end if;
    if v_new.measure is null or v_new.measure not between 1 and 3 or v_new.measure = 2 and v_new.group_id is not null then
        perform td.refuse_input('measure', 'out_of_range');
    end if;
    if v_new.amount_minutes is null or v_new.amount_minutes not between 1 and 2629440 then
        perform td.refuse_input('amount_minutes', 'bad_amount');
    end if;
    if v_new.kind not between 1 and 3 then
        perform td.refuse_input('kind', 'out_of_range');
    end if;
    if v_new.priority not between 1 and 4 then
        perform td.refuse_input('priority', 'out_of_range');
    end if;
    if v_new.warn_percent not between 1 and 99 then
        perform td.refuse_input('warn_percent', 'out_of_range');
    end if;
    if v_new.warn_minutes not between 1 and v_new.amount_minutes then
        perform td.refuse_input('warn_minutes', 'out_of_range');
    end if;
    if exists (select from unnest(v_new.stops) as s (reason) where s.reason is null or s.reason not between 1 and 4) then
        perform td.refuse_input('stops', 'out_of_range');
    end if;
    v_new.stops := coalesce(v_new.stops, '{}');
    v_new.business := coalesce(v_new.business, true);
    if not v_new.business then
        v_new.calendar_id := null;
    elsif v_new.calendar_id is null and not exists (select from td.office as o where o.calendar_id is not null) then
        -- Working hours of nobody: the promise would never run.
        perform td.refuse_input('calendar_id', 'empty');
    end if;
    v_new.raise_priority := coalesce(v_new.raise_priority, false);
    return v_new;
end
$$;
comment on function td.checked_commitment(td.commitment) is 'A promise as it may be kept, or TD422.';

create or replace function td.refuse_unknown(p_given td.commitment) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    if p_given.calendar_id is not null and not exists (select from td.calendar as c where c.id = p_given.calendar_id and c.active) then
        perform td.refuse_input('calendar_id', 'unknown');
    end if;
    if p_given.customer_group_id is not null and not exists (select from td.customer_group as c where c.id = p_given.customer_group_id and c.active) then
        perform td.refuse_input('customer_group_id', 'unknown');
    end if;
    if p_given.category_id is not null and not exists (select from td.category as c where c.id = p_given.category_id and c.active) then
        perform td.refuse_input('category_id', 'unknown');
    end if;
    if p_given.group_id is not null and not exists (select from td.work_group as g where g.id = p_given.group_id and g.active) then
        perform td.refuse_input('group_id', 'unknown');
    end if;
    if p_given.hand_to_group_id is not null and not exists (select from td.work_group as g where g.id = p_given.hand_to_group_id and g.active) then
        perform td.refuse_input('hand_to_group_id', 'unknown');
    end if;
end
$$;
comment on function td.refuse_unknown(td.commitment) is 'TD422 when a promise names something that is not in use.';

create or replace function td.do_save_commitment(p_actor td.person, p_request_id uuid, p_given td.commitment, p_version integer) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'save_commitment');
    v_old td.commitment;
    v_new td.commitment;
    v_outcome td.outcome;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_commitment(p_actor, p_given.id, p_version);
    v_new := td.checked_commitment(p_given);
    perform td.refuse_unknown(v_new);
    v_new.id := nextval('td.commitment_id_seq'::regclass);
    v_new.family_id := coalesce(v_old.family_id, v_new.id);
    v_new.valid_from := coalesce(td.checked_moment('valid_from', p_given.valid_from), clock_timestamp());
    v_new.valid_until := null;
    v_new.version := coalesce(v_old.version, 0) + 1;
    v_new.changed_by := p_actor.id;
    v_new.changed_at := clock_timestamp();
    if v_old.id is not null then
        if v_new.valid_from <= v_old.valid_from then
            perform td.refuse_input('valid_from', 'past');
        end if;
        update td.commitment as c set valid_until = v_new.valid_from where c.id = v_old.id;
    end if;
    insert into td.commitment overriding system value select v_new.*;
    v_outcome := row(0, 0, v_new.version, jsonb_build_object('commitment', v_new.id))::td.outcome;
    update td.request as r set outcome = v_outcome where r.id = p_request_id;
    return v_outcome;
end
$$;
comment on function td.do_save_commitment(td.person, uuid, td.commitment, integer)
    is 'Keeps a promise; a changed one is a new row from its day on, so that running cases keep what was promised to them.';

create or replace function api.save_commitment(
    request_id uuid, commitment_id integer, version integer, name text, measure smallint, amount_minutes integer, business boolean,
    calendar_id integer, group_id integer, customer_group_id integer, category_id integer, kind smallint, priority smallint, stops smallint[],
    warn_percent integer, warn_minutes integer, raise_priority boolean, hand_to_group_id integer, valid_from timestamptz) returns td.outcome
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_given td.commitment;
begin
    v_given.id := commitment_id;
    v_given.name := td.checked_line('name', name);
    v_given.measure := measure;
    v_given.amount_minutes := amount_minutes;
    v_given.business := business;
    v_given.calendar_id := calendar_id;
    v_given.group_id := group_id;
    v_given.customer_group_id := customer_group_id;
    v_given.category_id := category_id;
    v_given.kind := kind;
    v_given.priority := priority;
    v_given.stops := stops;
    v_given.warn_percent := warn_percent;
    v_given.warn_minutes := warn_minutes;
    v_given.raise_priority := raise_priority;
    v_given.hand_to_group_id := hand_to_group_id;
    v_given.valid_from := td.checked_moment('valid_from', valid_from);
    return td.do_save_commitment(td.actor(), request_id, v_given, version);
end
$$;
comment on function api.save_commitment(uuid, integer, integer, text, smallint, integer, boolean, integer, integer, integer, integer, smallint,
    smallint, smallint[], integer, integer, boolean, integer, timestamptz) is 'Keep a service commitment (SaveCommitment).';
grant execute on function api.save_commitment(uuid, integer, integer, text, smallint, integer, boolean, integer, integer, integer, integer, smallint,
    smallint, smallint[], integer, integer, boolean, integer, timestamptz) to td_admin;
