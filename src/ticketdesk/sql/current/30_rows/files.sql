-- as td_owner
-- Nobody reads files but through api.attachment_chunk, which asks who may and notes who did.
grant select, insert, delete on td.content, td.content_chunk, td.upload to td_api;
grant update (sha256) on td.content to td_api;
grant update (content_id, touched_at, complete, attached) on td.upload to td_api;
grant select, insert on td.attachment to td_api;
grant update (files) on td.ticket to td_api;
grant update (files) on td.ticket_public to td_api;
grant select (files) on td.ticket to td_handler, td_coordinator, td_auditor;
grant select (files) on td.ticket_public to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
