-- as td_owner
-- Imports are told of through api.imports alone. Cases of an undone import go, by the guards beside the log and by nobody's hand.
grant select, insert, update on td.import_run to td_api;
grant select, insert, delete on td.import_case to td_api;
grant delete on td.log, td.entry, td.ticket, td.clock, td.pause, td.notice, td.due_done, td.case_time, td.group_time, td.hand_over to td_api;
