-- as td_api
-- What people call. The upgrade makes this schema anew each time; nothing but functions lives here, and no policy rests on it.
revoke all on schema api from public;
-- The preview's functions belong to a role of their own; the upgrade takes the right back when everything is laid.
grant usage, create on schema api to td_preview;
grant usage on schema api to td_requester, td_handler, td_coordinator, td_admin, td_auditor, td_mail, td_worker;
