-- as td_owner
-- The dashboard's counts: for the functions alone, each of which asks who may know them.
grant select, insert, delete on td.board_fact to td_api;
grant select, insert, update, delete on td.board_tally to td_api;
grant select, update on td.board_state to td_api;
