-- as td_api
-- The list behind a figure of the dashboard: as many rows as the figure says. Rows are numbers and moments; the cases themselves are read
-- as every list reads them.

create or replace function td.board_open(p_view td.board_view, p_figure text, p_first integer, p_from date, p_to date)
    returns table (ticket_id bigint, at timestamptz, nr integer)
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_now timestamptz := statement_timestamp();
    v_today date := (v_now at time zone td.board_zone())::date;
    v_due_until date := case when p_figure = 'due_week' then v_today + 7 - extract(isodow from v_today)::integer else v_today end;
begin
    return query
        select f.ticket_id, case when p_figure in ('overdue', 'due_today', 'due_week') then x.at else t.recorded_at::timestamptz end, 0
        from td.board_fact as f join td.ticket as t on t.id = f.ticket_id
        cross join lateral (
            select least(t.due_at, t.promised_at, case when t.promise_stopped_at is null then t.promise_due_at end) as at) as x
        where f.state <= 7 and (f.kept_from is null or f.kept_from is distinct from p_view.me)
          and (p_view.customer_group_id is null or f.customer_group_id = p_view.customer_group_id)
          and (p_view.group_id is null or f.group_id = p_view.group_id) and (p_view.kind is null or f.kind = p_view.kind)
          and (p_from is null or f.recorded_on >= p_from) and (p_to is null or f.recorded_on <= p_to)
          and case p_figure
              when 'open' then true
              when 'state' then f.state = p_first
              when 'group' then f.group_id = p_first
              when 'group_overdue' then f.group_id = p_first and (f.due_on < v_today or f.due_on = v_today and x.at < v_now)
              when 'overdue' then f.due_on < v_today or f.due_on = v_today and x.at < v_now
              else f.due_on between v_today and v_due_until end;
end
$$;
comment on function td.board_open(td.board_view, text, integer, date, date) is 'Open cases of a choice: all, of a state, of a group, of an age, due or overdue.';

create or replace function td.board_ended(p_view td.board_view, p_figure text, p_from date, p_to date)
    returns table (ticket_id bigint, at timestamptz, nr integer)
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return query
        select f.ticket_id, coalesce(t.answered_at, t.closed_at, t.updated_at)::timestamptz, 0
        from td.board_fact as f join td.ticket as t on t.id = f.ticket_id
        where f.finished_on between p_from and p_to and (f.kept_from is null or f.kept_from is distinct from p_view.me)
          and (p_view.customer_group_id is null or f.customer_group_id = p_view.customer_group_id)
          and (p_view.group_id is null or f.group_id = p_view.group_id) and (p_view.kind is null or f.kind = p_view.kind)
          and case p_figure when 'finished' then true when 'reopened' then f.reopened when 'worked' then f.business_s is not null
              else f.clock_s is not null end;
end
$$;
comment on function td.board_ended(td.board_view, text, date, date) is 'Cases that were finished between two days: all, those opened again before, those that were solved.';

create or replace function td.board_stood(p_view td.board_view, p_figure text, p_from date, p_to date)
    returns table (ticket_id bigint, at timestamptz, nr integer)
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return query
        select f.ticket_id, t.recorded_at::timestamptz, 0
        from td.board_fact as f join td.ticket as t on t.id = f.ticket_id
        where f.recorded_on between case when p_figure = 'new' then p_from else '1990-01-01' end and p_to
          and (p_figure = 'new' or f.finished_on is null or f.finished_on > p_to)
          and (f.kept_from is null or f.kept_from is distinct from p_view.me)
          and (p_view.customer_group_id is null or f.customer_group_id = p_view.customer_group_id)
          and (p_view.group_id is null or f.group_id = p_view.group_id) and (p_view.kind is null or f.kind = p_view.kind);
end
$$;
comment on function td.board_stood(td.board_view, text, date, date) is 'Cases that were reported between two days, or that were open at the end of the second one.';

create or replace function td.board_promised(p_view td.board_view, p_measure integer, p_kept integer)
    returns table (ticket_id bigint, at timestamptz, nr integer)
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_zone text := td.board_zone();
begin
    return query
        select f.ticket_id, k.ended_at::timestamptz, k.measure::integer
        from td.board_fact as f join td.clock as k on k.ticket_id = f.ticket_id
        where f.promised <> '{}' and k.group_id is null and not k.void and k.kept is not null
          and (k.ended_at at time zone v_zone)::date between p_view.since and p_view.until
          and (p_measure is null or k.measure = p_measure) and (p_kept is null or k.kept::integer = p_kept)
          and (f.kept_from is null or f.kept_from is distinct from p_view.me)
          and (p_view.customer_group_id is null or f.customer_group_id = p_view.customer_group_id)
          and (p_view.group_id is null or f.group_id = p_view.group_id) and (p_view.kind is null or f.kind = p_view.kind);
end
$$;
comment on function td.board_promised(td.board_view, integer, integer) is 'Promises that were decided in the time: kept, missed or both; a case stands there once for each.';

create or replace function td.board_moved(p_view td.board_view, p_source integer, p_target integer, p_back boolean)
    returns table (ticket_id bigint, at timestamptz, nr integer)
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_zone text := td.board_zone();
begin
    return query
        select f.ticket_id, h.at::timestamptz, h.seq
        from td.hand_over as h join td.board_fact as f on f.ticket_id = h.ticket_id
        where h.at >= p_view.since::timestamp at time zone v_zone and h.at < (p_view.until + 1)::timestamp at time zone v_zone
          and (p_source is null or h.from_group_id = p_source) and (p_target is null or h.to_group_id = p_target) and (h.back or not p_back)
          and (p_view.group_id is null or p_view.group_id in (h.from_group_id, h.to_group_id))
          and (f.kept_from is null or f.kept_from is distinct from p_view.me)
          and (p_view.customer_group_id is null or f.customer_group_id = p_view.customer_group_id)
          and (p_view.kind is null or f.kind = p_view.kind);
end
$$;
comment on function td.board_moved(td.board_view, integer, integer, boolean) is 'Each time that a case went from one group to another in the time.';

create or replace function api.board_cases(
    since date, until date, figure text, customer_group_id integer default null, group_id integer default null, kind integer default null,
    first integer default null, second integer default null, from_day date default null, to_day date default null,
    rows integer default 200, after_at timestamptz default null, after_id bigint default null, after_nr integer default null)
    returns table (ticket_id bigint, at timestamptz, nr integer)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    v_view td.board_view := td.board_view(since, until, customer_group_id, group_id, kind);
    v_from date := coalesce(from_day, since);
    v_to date := coalesce(to_day, until);
begin
    if figure is null or figure not in ('open', 'state', 'group', 'group_overdue', 'overdue', 'due_today', 'due_week', 'new', 'stood',
        'finished', 'reopened', 'solved', 'worked', 'promised', 'moved', 'moved_back')
    then
        perform td.refuse_input('figure', 'unknown');
    end if;
    if rows is null or rows not between 1 and 1000 then
        perform td.refuse_input('rows', 'out_of_range');
    end if;
    -- What nobody is told as a number, nobody is told as a list.
    if (v_view).group_id = any (td.small_groups()) and figure in ('stood', 'finished', 'reopened', 'solved', 'worked', 'promised') then
        perform td.refuse_input('group_id', 'out_of_range');
    end if;
    return query
        select c.ticket_id, c.at, c.nr from (
            select * from td.board_open(v_view, figure, first, from_day, to_day)
            where figure in ('open', 'state', 'group', 'group_overdue', 'overdue', 'due_today', 'due_week')
            union all
            select * from td.board_ended(v_view, figure, v_from, v_to) where figure in ('finished', 'reopened', 'solved', 'worked')
            union all
            select * from td.board_stood(v_view, figure, v_from, v_to) where figure in ('new', 'stood')
            union all
            select * from td.board_promised(v_view, first, second) where figure = 'promised'
            union all
            select * from td.board_moved(v_view, first, second, figure = 'moved_back') where figure in ('moved', 'moved_back')
        ) as c
        where after_at is null or (c.at, c.ticket_id, c.nr) < (after_at, after_id, after_nr)
        order by c.at desc, c.ticket_id desc, c.nr desc limit rows;
end
$$;
comment on function api.board_cases(date, date, text, integer, integer, integer, integer, integer, date, date, integer, timestamptz, bigint, integer)
    is 'The cases behind a figure of the dashboard, newest first; a row for each that was counted.';
grant execute on function api.board_cases(date, date, text, integer, integer, integer, integer, integer, date, date, integer, timestamptz, bigint, integer)
    to td_coordinator, td_auditor;
