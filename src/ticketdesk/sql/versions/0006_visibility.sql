-- Releases, correspondence of every kind, what a requester sees: steps of the log and functions; no relation of their own.
-- A release of an entry is looked up by its case and its step, the newest first.
create index log_released on td.log (ticket_id, seq) where what = 'released';
