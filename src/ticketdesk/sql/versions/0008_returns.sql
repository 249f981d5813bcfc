-- Waiting cases by the moment at which they come back; those without one stand last. The expression is that of services/tickets.py.
create index ticket_returns on td.ticket ((coalesce(waiting_until, '9999-12-31 00:00:00+00'::timestamptz)), id) where state = 6;
