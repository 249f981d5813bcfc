"""Side doors: everything that a log-in could try besides relations and functions. Each line is tried by everybody.

A door is shut (42501), leads to nothing, or is open and harmless; the open ones are named here so that nobody mistakes them for a hole.
"""

from __future__ import annotations

from typing import Any

import psycopg

from tests.access.matrix import DENIED, Matrix
from ticketdesk.server.postgres_conf import BELL

SHUT = (
    # Becoming somebody else.
    "set role td_owner",
    "set role td_api",
    "set role td_preview",
    "set role td_install",
    "set role td_prov",
    "set role postgres",
    "set role td_backup",
    "set role td_worker",
    "set session authorization postgres",
    "set session authorization td_owner",
    "set local role td_api",
    "alter role current_user superuser",
    "alter role current_user createrole",
    "alter role current_user bypassrls",
    "alter role current_user connection limit -1",
    "alter role current_user valid until 'infinity'",
    "alter role current_user noinherit",
    "alter role all set search_path = pg_temp",
    "alter role td_coordinator set search_path = pg_temp",
    "revoke td_requester from current_user",
    "grant td_requester to td_worker",
    "comment on role td_owner is 'probe'",
    "alter role td_api login",
    "alter role postgres password 'x'",
    "create role probe",
    "drop role td_worker",
    "grant td_coordinator to current_user",
    "grant td_api to current_user",
    "grant pg_read_all_data to current_user",
    "grant pg_execute_server_program to current_user",
    "grant pg_signal_backend to current_user",
    "reassign owned by td_owner to current_user",
    "drop owned by td_owner",
    # Code of one's own.
    "do $$ begin perform 1; end $$",
    "do language plpgsql 'begin end'",
    "create function public.probe() returns int language sql as 'select 1'",
    "create function pg_temp.probe() returns int language sql as 'select 1'",
    "create or replace function api.hello() returns jsonb language sql as 'select null'",
    "create procedure probe() language sql as ''",
    "create aggregate public.probe (int) (sfunc = int4pl, stype = int)",
    "create operator public.=== (function = int4eq, leftarg = int, rightarg = int)",
    "create cast (text as int) with inout",
    "create language plperl",
    "create extension dblink",
    "create extension file_fdw",
    "load 'auto_explain'",
    # Objects of one's own.
    "create temporary table probe (a int)",
    "create temporary view probe as select 1",
    "create temporary sequence probe",
    "select 1 as a into temporary probe",
    "create table probe (a int)",
    "create table td.probe (a int)",
    "create table api.probe (a int)",
    "create schema probe",
    "create schema authorization current_user",
    "create view public.probe as select 1",
    "create materialized view public.probe as select 1",
    "create type public.probe as (a int)",
    "create domain public.probe as int",
    "create sequence public.probe",
    'create collation public.probe from "C"',
    "create publication probe for all tables",
    "create subscription probe connection '' publication x with (connect = false)",
    "create event trigger probe on ddl_command_start execute function td.tg_log__append_only()",
    "create foreign data wrapper probe",
    "create server probe foreign data wrapper x",
    "create database probe",
    "create tablespace probe location '/tmp'",
    "create text search configuration public.probe (copy = english)",
    "create statistics public.probe on id, kind from td.ticket",
    # The schema itself.
    "alter schema td owner to current_user",
    "drop schema td cascade",
    "drop schema api cascade",
    "alter function api.hello() security invoker",
    "alter function td.me() owner to current_user",
    "drop function td.me() cascade",
    "alter type td.outcome add attribute probe int",
    "drop policy functions on td.ticket",
    "alter policy functions on td.ticket using (true)",
    "drop trigger log__append_only on td.log",
    "alter default privileges for role td_api grant execute on functions to public",
    "alter sequence td.ticket_id_seq restart",
    "alter database postgres set search_path = public",
    "grant usage on schema td_upgrade to current_user",
    "select * from td_upgrade.laid",
    # Sequences.
    "select nextval('td.ticket_id_seq')",
    "select currval('td.ticket_id_seq')",
    "select setval('td.ticket_id_seq', 1)",
    "select last_value from td.ticket_id_seq",
    "select nextval('td.event_id_seq')",
    # Large objects.
    "select lo_create(0)",
    "select lo_creat(-1)",
    "select lo_from_bytea(0, 'x')",
    "select lo_import('/etc/passwd')",
    "select lo_export(1, '/tmp/x')",
    "select lo_open(1, 131072)",
    "select lo_unlink(1)",
    "select lo_put(1, 0, 'x')",
    "select pg_logical_emit_message(false, 'x', repeat('x', 1000))",
    "select pg_logical_emit_message(true, 'x', '\\x00'::bytea)",
    "select pg_export_snapshot()",
    # The server.
    "select pg_notify('td_in', 'forged')",
    "select pg_notify('td', '')",
    "select pg_read_file('/etc/passwd')",
    "select pg_ls_dir('/')",
    "select pg_read_binary_file('PG_VERSION')",
    "select pg_stat_file('PG_VERSION')",
    "select * from pg_ls_waldir()",
    "select pg_reload_conf()",
    "select pg_rotate_logfile()",
    "select pg_switch_wal()",
    "select pg_create_restore_point('x')",
    "select pg_stat_reset()",
    "select pg_promote()",
    "alter system set fsync = off",
    "checkpoint",
    "set session_replication_role = replica",
    "set log_statement = 'all'",
    "set log_min_messages = debug5",
    "set log_min_duration_statement = 0",
    "set temp_file_limit = -1",
    "set zero_damaged_pages = on",
    "set session_preload_libraries = 'x'",
    "set allow_system_table_mods = on",
    "set lc_messages = 'C'",
    "set dynamic_library_path = '/tmp'",
    "copy (select 1) to '/tmp/probe'",
    "copy (select 1) to program 'id'",
    "select * from pg_hba_file_rules",
    "select * from pg_file_settings",
    "select * from pg_config",
    "select pg_get_backend_memory_contexts()",
    "select pg_log_backend_memory_contexts(1)",
    # The catalogue where secrets lie.
    "select * from pg_authid",
    "select rolpassword from pg_authid",
    "select * from pg_shadow",
    "select * from pg_statistic",
    "select * from pg_statistic_ext_data",
    "select * from pg_largeobject",
    "select * from pg_subscription",
    "select * from pg_user_mapping",
    "update pg_class set relrowsecurity = false",
    "delete from pg_policy",
    "insert into pg_auth_members default values",
    # Second channels to what is not granted.
    "explain select * from td.ticket where head = 'x' and xmin = 1",
    "explain analyze select * from td.entry",
    "explain select * from td.log where ctid is null",
    "declare probe cursor for select * from td.entry",
    "declare probe cursor with hold for table td.request",
    "prepare probe as select * from td.entry; execute probe",
    "select query_to_xml('select * from td.entry', true, true, '')",
    "select table_to_xml('td.entry', true, true, '')",
    "select ts_stat('select to_tsvector(body) from td.entry')",
    "select query_to_xml('select xmin from td.ticket_public', true, true, '')",
    "with probe as (delete from td.notice returning id) select * from probe",
    "select * from td.event as e where e.requester_id is not null",
    "select hidden from td.event",
    "select group_ids from td.event",
    "select what from td.event",
    "select audience from td.event",
    "select seq from td.event",
    "select login from td.person",
    "select user_name from td.person_detail",
    "select login_salt from td.office",
    "select outcome from td.request",
    "select seq from td.entry_public",
    "values ((select max(seq) from td.entry_public))",
    "select count(*) from td.entry natural join td.ticket_public",
)

EMPTY = (
    "select * from pg_stats where schemaname = 'td' and tablename not in ('transition', 'schema_info')",
    "select * from pg_stats_ext where schemaname = 'td'",
    "select query from pg_stat_activity where usename <> session_user and query <> '<insufficient privilege>'",
    "select client_addr from pg_stat_activity where usename <> session_user and client_addr is not null",
    "select * from pg_prepared_xacts",
    "select * from pg_views where schemaname in ('td', 'api', 'public')",
    "select * from pg_matviews",
    "select * from information_schema.role_table_grants where table_schema = 'td' and privilege_type <> 'SELECT'",
    "select last_value from pg_sequences where schemaname = 'td' and last_value is not null",
    "select * from information_schema.column_privileges where table_schema = 'td' and privilege_type <> 'SELECT'",
)
"""What anybody may ask and gets no row of."""

OPEN = (
    "listen td",
    "notify td_in",
    "notify td",
    'notify td, \'{"ticket": 1, "text": "forged"}\'',
    "select pg_try_advisory_xact_lock(1)",
    "set search_path = pg_temp, td, api, public",
    "set work_mem = '1GB'",
    "set statement_timeout = 0",
    "reset role",
    "set role none",
    "select rolname from pg_roles",
    "select pg_get_functiondef('api.hello()'::regprocedure)",
    "select polname from pg_policy",
    "explain select ticket_id from td.ticket_public",
    "select set_config('td.me', '1', false)",
    "set row_security = on",
    "select api.hello()",
    "select pg_current_xact_id()",
    "select 1 from pg_stat_user_tables",
)
"""Open and harmless: bells without payload, one's own session, the catalogue without content. SECURITY lists them as accepted."""


def doors(matrix: Matrix) -> None:
    """Try every door as everybody."""
    for key in matrix.keys:
        for sql in SHUT:
            got = matrix.code(key, sql)
            # Which check speaks first differs between versions; none of these words lets anybody in.
            shut = DENIED if got in (DENIED, *_OTHER_WORDS.get(sql, ())) else got
            matrix.cell("shut", key, sql, got=shut, want=DENIED)
        for sql in EMPTY:
            matrix.cell("empty", key, sql, got=matrix.rows_of(key, sql), want=("", []))
        for sql in OPEN:
            matrix.cell("open", key, sql, got=matrix.code(key, sql), want="")


_OTHER_WORDS: dict[str, tuple[str, ...]] = {
    "create language plperl": ("0A000", "58P01"),
    "create extension dblink": ("0A000", "58P01", "3F000"),
    "create extension file_fdw": ("0A000", "58P01", "3F000"),
    "create procedure probe() language sql as ''": ("3F000",),
    "create table probe (a int)": ("3F000",),
    "create database probe": ("25001",),
    "create tablespace probe location '/tmp'": ("25001",),
    "alter system set fsync = off": ("25001",),
    "set session_preload_libraries = 'x'": ("42501",),
    "create subscription probe connection '' publication x with (connect = false)": ("25001",),
    "create server probe foreign data wrapper x": ("42704",),
    "select currval('td.ticket_id_seq')": ("55000",),
    "insert into pg_auth_members default values": ("23502",),
}


def row_security_off(matrix: Matrix) -> None:
    """Whoever switches row security off for his session is refused instead of shown everything."""
    for key, me in matrix.persons.items():
        with matrix.desk.undone(key) as connection:
            connection.execute("set local row_security = off")
            try:
                connection.execute("select ticket_id from td.ticket_public")
                got = ""
            except psycopg.Error as error:
                got = error.sqlstate or "?"
        matrix.cell("row_security", key, "off", got=got, want=DENIED)
        matrix.cell("me", key, "td.me()", got=matrix.rows_of(key, "select td.me()"), want=("", [(me.id,)]))


def shadowed(matrix: Matrix) -> None:
    """Whatever a session sets, the functions find the same objects and the same person."""
    settings = (
        "set local search_path = pg_temp, api, td",
        "set local search_path = ''",
        "set local standard_conforming_strings = off",
        "set local datestyle = 'SQL, DMY'",
        "set local timezone = 'Asia/Tokyo'",
        "set local bytea_output = 'escape'",
        "set local transform_null_equals = on",
        "set local array_nulls = off",
        "set local extra_float_digits = 0",
        "set local check_function_bodies = off",
        "set local \"td.me\" = '1'",
        "set local plan_cache_mode = force_generic_plan",
        "set local enable_seqscan = off",
    )
    question = "select id from td.event order by id"
    for key in matrix.keys:
        plain = matrix.rows_of(key, question), matrix.rows_of(key, "select api.hello() -> 'person' -> 'id'")
        for setting in settings:
            with matrix.desk.undone(key) as connection:
                connection.execute(setting.encode())
                rows = connection.execute(question).fetchall(), connection.execute("select api.hello() -> 'person' -> 'id'").fetchall()
            matrix.cell("setting", key, setting, got=rows, want=(plain[0][1], plain[1][1]))


def other_databases(matrix: Matrix) -> None:
    """Nobody gets into another database but the empty bell, and there he can do nothing but listen."""
    office = matrix.desk.office
    for key in matrix.keys:
        for name in ("postgres", "template1"):
            matrix.cell("database", key, name, got=_log_in(office.conninfo(key, database=name)), want="refused")
        for service in ("postgres", "td_owner", "td_api", "td_install", "td_relay", "td_worker", "td_reaper", "td_backup"):
            words = office.conninfo(key) | {"user": service}
            matrix.cell("service", key, service, got=_log_in(words), want="refused")
        with office.connect(key, database=BELL) as bell:
            bell.execute("listen td")
            for sql in ("create temporary table probe (a int)", "do $$ begin end $$", "create table probe (a int)", "select lo_create(0)",
                        "select pg_notify('td', 'x')", "create schema probe"):  # fmt: skip
                try:
                    bell.execute(sql.encode())
                    got = ""
                except psycopg.Error as error:
                    got = error.sqlstate or "?"
                matrix.cell("bell", key, sql, got=DENIED if got == "3F000" else got, want=DENIED)


def _log_in(words: dict[str, Any]) -> str:
    try:
        psycopg.connect(**words).close()
    except psycopg.OperationalError:
        return "refused"
    return "let in"
