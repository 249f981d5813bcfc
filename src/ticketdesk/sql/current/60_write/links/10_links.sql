-- as td_api
-- Rules that the verbs about links share.
create or replace function td.lock_both(p_actor td.person, p_one bigint, p_other bigint) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_found integer;
begin
    if p_actor.class not in (2, 3) then
        raise exception 'not for this class' using errcode = 'TD403';
    end if;
    -- In the order of their numbers, so that two who link the same pair crosswise wait for each other instead of blocking each other;
    -- and in one statement, so that not even its context tells which of the two is not there.
    with recursive up as (
        -- What stands above a part is locked with it and before it, as every other step of a part does.
        select t.id, t.parent_id, true as meant from td.ticket as t
        where t.id in (p_one, p_other)
          and (p_actor.class = 3
               or t.group_id in (select m.group_id from td.group_member as m where m.person_id = p_actor.id)
               or p_actor.id = any (t.participants))
          and (not t.hidden or coalesce(t.requester_id, t.kept_from) is distinct from p_actor.id)
        union
        select t.id, t.parent_id, false from up join td.ticket as t on t.id = up.parent_id
    ), locked as (
        select t.id from td.ticket as t where t.id in (select up.id from up) order by t.id for update
    )
    select count(*) into v_found from up where up.meant and up.id in (select l.id from locked as l);
    if v_found <> (case when p_one = p_other then 1 else 2 end) then
        raise exception 'no such case' using errcode = 'TD404';
    end if;
end
$$;
comment on function td.lock_both(td.person, bigint, bigint) is 'Locks two cases for staff who may see both; TD404 when either is absent or foreign.';

create or replace function td.make_link(
    p_actor_id integer, p_from_id bigint, p_to_id bigint, p_kind smallint, p_audience smallint) returns bigint
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_id bigint;
begin
    insert into td.link (from_id, to_id, kind, audience, made_by) values (p_from_id, p_to_id, p_kind, p_audience, p_actor_id)
    on conflict (from_id, to_id, kind) where undone_at is null do nothing
    returning id into v_id;
    return v_id;
end
$$;
comment on function td.make_link(integer, bigint, bigint, smallint, smallint)
    is 'Links two cases: kind 1 duplicate of, 2 caused by, 3 belongs to, 4 follow-up of; null when they are linked like that already.';

create or replace function td.write_link_step(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket td.ticket, p_what text, p_link_id bigint, p_kind smallint,
    p_outgoing boolean) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_step td.step := td.new_step(p_actor.id, p_cause, p_what, 0);
begin
    -- The link's number and not the other case's: who may read this log need not know of that one.
    v_step.data := jsonb_build_object('link', p_link_id, 'kind', p_kind, 'outgoing', p_outgoing);
    return td.write_step(p_ticket, p_ticket, v_step, p_request_id);
end
$$;
comment on function td.write_link_step(td.person, smallint, uuid, td.ticket, text, bigint, smallint, boolean)
    is 'Writes into one case''s log that it was linked or unlinked.';
