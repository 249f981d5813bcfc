-- as td_api
-- What is being reported may be known already. Each sees only what he may see anyway: staff the desk's cases, others their own reports.
create or replace function td.subject_query(p_subject text) returns tsquery
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_words text[] := (tsvector_to_array(to_tsvector('pg_catalog.german', left(coalesce(p_subject, ''), 300))))[1:8];
    v_query text;
begin
    -- Two words in common; of a subject of a single word, that one.
    if cardinality(v_words) = 1 then
        return phraseto_tsquery('pg_catalog.simple', v_words[1]);
    end if;
    select string_agg(concat('(', quote_literal(a.word), ' & ', quote_literal(b.word), ')'), ' | ') into v_query
    from unnest(v_words) with ordinality as a (word, n) join unnest(v_words) with ordinality as b (word, n) on a.n < b.n
    where position(E'\\' in a.word || b.word) = 0;
    return v_query::tsquery;
end
$$;
comment on function td.subject_query(text) is 'Finds subjects that share two words with this one, by German word forms; null when there is nothing to compare.';

create or replace function api.similar_tickets(subject text, requester_id integer) returns table (
    ticket_id bigint, own boolean, title text, state smallint, waiting_reason smallint, requester_name text, recorded_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
    v_query tsquery := td.subject_query(subject);
    v_groups integer[] := td.my_groups();
begin
    if v_actor.class in (2, 3) then
        -- Two questions with an index each: asked as one, they would read every open case.
        return query
            with fitting as (
                select t.id
                from td.ticket as t
                where t.is_open and to_tsvector('pg_catalog.german', t.subject) @@ v_query and t.way <> 2
                  and (v_actor.class = 3 or v_actor.id = any (t.participants) or t.group_id = any (v_groups))
                  and (not t.hidden or coalesce(t.requester_id, t.kept_from) is distinct from v_actor.id)
                limit 1000
            ), newest as (
                select f.id from fitting as f order by f.id desc limit 60
            ), known as (
                select n.id from newest as n
                union
                (select t.id
                 from td.ticket as t
                 where t.requester_id = similar_tickets.requester_id and t.is_open and t.way <> 2
                   and (v_actor.class = 3 or v_actor.id = any (t.participants) or t.group_id = any (v_groups))
                   and (not t.hidden or coalesce(t.requester_id, t.kept_from) is distinct from v_actor.id)
                 order by t.id desc
                 limit 20)
            )
            select t.id, false, t.subject, t.state, t.waiting_reason, t.requester_name::text, t.recorded_at::timestamptz
            from known as k join td.ticket as t on t.id = k.id
            order by coalesce(ts_rank(to_tsvector('pg_catalog.german', t.subject), v_query), 0)
                     + case when t.requester_id = similar_tickets.requester_id then 0.05 else 0 end desc, t.recorded_at desc
            limit 6;
    else
        return query
            select p.ticket_id, true, p.subject, p.state, null::smallint, p.requester_name::text, p.recorded_at::timestamptz
            from td.ticket_public as p
            where p.requester_id = v_actor.id and p.state <= 3 and to_tsvector('pg_catalog.german', p.subject) @@ v_query
            order by ts_rank(to_tsvector('pg_catalog.german', p.subject), v_query) desc, p.recorded_at desc
            limit 6;
    end if;
end
$$;
comment on function api.similar_tickets(text, integer)
    is 'Up to six open cases like the one being reported, or of the same requester, among those that one may see.';
grant execute on function api.similar_tickets(text, integer) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
