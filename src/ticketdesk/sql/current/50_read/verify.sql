-- as td_api
-- Proof that the log is whole. What it cannot see: a whole case gone with its log, and a superuser who recomputed everything.
create or replace function td.chain_faults(p_from bigint, p_to bigint) returns table (ticket_id bigint, seq integer, fault text)
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    return query
    with link as (
        select l.*, lag(l.hash) over w as hash_before, coalesce(lag(l.seq) over w, 0) as seq_before, lead(l.seq) over w is null as is_last
        from td.log as l
        where l.ticket_id between p_from and p_to
        window w as (partition by l.ticket_id order by l.seq)
    ), checked as (
        select k.ticket_id, k.seq, case
            when k.seq <> k.seq_before + 1 then 'step_missing'
            when k.prev <> coalesce(k.hash_before, td.genesis(k.ticket_id)) then 'link_broken'
            when k.hash <> td.chained(k.prev, k.ticket_id, k.seq, k.at, k.actor_id, k.on_behalf_id, k.cause, k.what, k.audience, k.data,
                k.commitment) then 'step_changed' end as fault
        from link as k
    )
    select c.ticket_id, c.seq, c.fault from checked as c where c.fault is not null
    union all
    select t.id, t.seq, 'end_missing'
    from td.ticket as t
    where t.id between p_from and p_to
      and not exists (select from link as k where k.ticket_id = t.id and k.is_last and k.seq = t.seq and k.hash = t.head)
    union all
    select k.ticket_id, k.seq, case
        when e.seq is null then 'text_missing'
        when k.commitment is null then 'text_added'
        -- An erased text has lost its salt as well; the step's commitment stays and says nothing any more.
        when e.salt is null then 'text_after_erasure'
        else 'text_changed' end
    from link as k left join td.entry as e on e.ticket_id = k.ticket_id and e.seq = k.seq
    where case when e.seq is null then k.commitment is not null
               when k.commitment is null then true
               when e.salt is null then e.body <> '' or e.detail <> '{}'
               else td.committed(e.salt, e.body, e.detail) <> k.commitment end
    union all
    select k.ticket_id, k.seq, 'shown_though_internal'
    from link as k
    where k.audience = 0
      and (exists (select from td.entry_public as p where p.ticket_id = k.ticket_id and p.seq = k.seq)
           or exists (select from td.entry as e where e.ticket_id = k.ticket_id and e.seq = k.seq and e.audience = 1))
    union all
    select e.ticket_id, e.seq, 'file_missing'
    from td.entry as e cross join lateral jsonb_array_elements(e.detail -> 'files') as f (file)
    where e.ticket_id between p_from and p_to and e.detail ? 'files'
      and not exists (
          select from td.attachment as a join td.content as c on c.id = a.content_id
          where a.id = (f.file ->> 'id')::uuid and a.ticket_id = e.ticket_id and a.seq = e.seq and a.name = f.file ->> 'name'
            and encode(c.sha256, 'hex') = f.file ->> 'sha256')
    union all
    select p.ticket_id, p.seq, 'copy_differs'
    from td.entry_public as p left join td.log as l on l.ticket_id = p.ticket_id and l.seq = p.seq
    left join td.entry as e on e.ticket_id = p.ticket_id
        and e.seq = case when l.what = 'released' then (l.data ->> 'entry')::integer else p.seq end
    where p.ticket_id between p_from and p_to and p.body <> '' and p.body is distinct from e.body
    order by 1, 2, 3;
end
$$;
comment on function td.chain_faults(bigint, bigint) is 'What is wrong with the logs of a range of cases: nothing, if nobody tampered with them.';

create or replace function api.verify_chain(ticket_id bigint) returns table (case_id bigint, seq integer, fault text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
begin
    if v_actor.class <> 5 then
        raise exception 'for auditors only' using errcode = 'TD403';
    end if;
    return query select f.ticket_id, f.seq, f.fault
        from td.chain_faults(coalesce(verify_chain.ticket_id, 0), coalesce(verify_chain.ticket_id, 9223372036854775807)) as f;
end
$$;
comment on function api.verify_chain(bigint) is 'Proves the log of a case, or of all when null: one row per fault found, none when it is whole.';
grant execute on function api.verify_chain(bigint) to td_auditor;

create or replace function api.case_proof(ticket_id bigint) returns table (
    steps integer, head text, checked_at timestamptz, faults integer, first_seq integer, first_fault text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if not td.reads_desk(td.actor(), case_proof.ticket_id) then
        raise exception 'no such case' using errcode = 'TD404';
    end if;
    return query
        select t.seq, encode(t.head, 'hex'), now(), found.number, (found.seqs)[1], (found.words)[1]
        from td.ticket as t, lateral (
            select count(*)::integer as number, array_agg(f.seq order by f.seq) as seqs, array_agg(f.fault order by f.seq) as words
            from td.chain_faults(t.id, t.id) as f) as found
        where t.id = case_proof.ticket_id;
end
$$;
comment on function api.case_proof(bigint) is 'Proves the log of one case to those who read it: its length and head, and the first fault if there is one.';
grant execute on function api.case_proof(bigint) to td_handler, td_coordinator, td_auditor;
