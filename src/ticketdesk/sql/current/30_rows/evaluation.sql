-- as td_owner
-- Nobody reads these but functions (api.evaluation).
grant select on td.evaluation to td_api;
grant update (admin_id, admin_at, auditor_id, auditor_at, version, changed_by, changed_at) on td.evaluation to td_api;
grant select, insert on td.evaluation_log to td_api;
