-- as td_api
-- In plpgsql throughout the write path, also where one expression would do: its plan is kept for the session, while a function in SQL with a
-- search path of its own is parsed and planned again at each of the calls that one write makes.
-- The hash chain of a case's log. Canonical form: fixed-width or length-prefixed values, UTF-8, microseconds of the epoch in UTC.
create or replace function td.genesis(p_ticket_id bigint) returns bytea
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    return sha256(convert_to('ticketdesk log 1 ' || p_ticket_id::text, 'UTF8'));
end
$$;
comment on function td.genesis(bigint) is 'What the first row of a case''s log has as its predecessor.';

create or replace function td.chained(
    p_prev bytea, p_ticket_id bigint, p_seq integer, p_at timestamptz, p_actor_id integer, p_on_behalf_id integer,
    p_cause smallint, p_what text, p_audience smallint, p_data jsonb, p_commitment bytea) returns bytea
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_data text := p_data::text;
begin
    -- All values but data are digits or lower-case words; data comes last with its length, the commitment in a fixed width.
    -- '' and not '\x': a session without standard_conforming_strings would read that as a letter, and its steps would look forged.
    return sha256(p_prev || coalesce(p_commitment, ''::bytea) || convert_to(
        concat_ws('|', p_ticket_id, p_seq, (extract(epoch from p_at) * 1000000)::bigint, coalesce(p_actor_id, 0), coalesce(p_on_behalf_id, 0),
            p_cause, p_what, p_audience, p_commitment is not null, octet_length(convert_to(v_data, 'UTF8')), v_data), 'UTF8'));
end
$$;
comment on function td.chained(bytea, bigint, integer, timestamptz, integer, integer, smallint, text, smallint, jsonb, bytea)
    is 'The hash of one log row, over its predecessor''s hash and its own values.';

create or replace function td.committed(p_salt bytea, p_body text, p_detail jsonb) returns bytea
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    return sha256(p_salt || convert_to(octet_length(convert_to(p_body, 'UTF8'))::text || ':' || p_body || p_detail::text, 'UTF8'));
end
$$;
comment on function td.committed(bytea, text, jsonb) is 'Salted commitment to a text; without the salt, which is erased with the text, it says nothing.';
