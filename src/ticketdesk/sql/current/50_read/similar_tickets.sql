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
begin
    if v_actor.class in (2, 3) then
        return query
            with visible as (
                select t.id, t.subject, t.state, t.waiting_reason, t.requester_name::text as name, t.recorded_at::timestamptz as at,
                       t.requester_id is not distinct from similar_tickets.requester_id as same
                from td.ticket as t
                where t.is_open
                  and t.way <> 2
                  and (to_tsvector('pg_catalog.german', t.subject) @@ v_query or t.requester_id = similar_tickets.requester_id)
                  and (v_actor.class = 3 or v_actor.id = any (t.participants) or t.group_id in (
                      select m.group_id from td.group_member as m where m.person_id = v_actor.id))
                  and (not t.hidden or coalesce(t.requester_id, t.kept_from) is distinct from v_actor.id)
                limit 500
            )
            select v.id, false, v.subject, v.state, v.waiting_reason, v.name, v.at
            from visible as v
            order by coalesce(ts_rank(to_tsvector('pg_catalog.german', v.subject), v_query), 0) + case when v.same then 0.05 else 0 end desc,
                     v.at desc
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
