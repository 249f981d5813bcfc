-- Questions to the catalogue, each of which must be answered with no row. Run as the cluster's superuser, in the tests and as the
-- administrator's security check.
--
-- Form: a line "-- question: <name>: <what must not be>" begins a question, one statement with the single column "found" follows and
-- ends with the file's next question. "-- everywhere" before a question: ask it in every database of the cluster; otherwise in the main one.

-- ---------------------------------------------------------------------------------------------------------------- the whole cluster

-- question: login_of_owner: a role that only owns or groups can log in
select r.rolname::text as found
from pg_catalog.pg_roles as r
where r.rolcanlogin and r.rolname in ('td_owner', 'td_api', 'td_preview', 'td_prov', 'td_install', 'td_requester', 'td_handler',
    'td_coordinator', 'td_admin', 'td_auditor', 'td_mail');

-- question: powerful_role: one of our roles has an attribute that gives power over the cluster
select r.rolname::text as found
from pg_catalog.pg_roles as r
where r.rolname like 'td\_%'
  and (r.rolsuper or r.rolcreatedb or r.rolreplication
       or r.rolcreaterole and r.rolname <> 'td_prov' or r.rolbypassrls and r.rolname <> 'td_backup');

-- question: powerful_membership: one of our roles is a member of a role of the system's own
select m.member::regrole::text || ' in ' || m.roleid::regrole::text as found
from pg_catalog.pg_auth_members as m join pg_catalog.pg_roles as r on r.oid = m.member
where r.rolname like 'td\_%' and m.roleid::regrole::text like 'pg\_%'
  -- The reaper has to see which sessions hold on too long, and to end them.
  and not (r.rolname = 'td_reaper' and m.roleid::regrole::text in ('pg_signal_backend', 'pg_read_all_stats'));

-- question: member_of_owner: somebody but the upgrade is a member of a role that owns tables or functions
select m.member::regrole::text || ' in ' || m.roleid::regrole::text as found
from pg_catalog.pg_auth_members as m
where m.roleid::regrole::text in ('td_owner', 'td_api', 'td_preview', 'td_prov', 'td_install')
  and m.member::regrole::text <> 'td_install';

-- question: class_in_class: a class of persons is a member of another role
select m.member::regrole::text || ' in ' || m.roleid::regrole::text as found
from pg_catalog.pg_auth_members as m
where m.member::regrole::text in ('td_requester', 'td_handler', 'td_coordinator', 'td_admin', 'td_auditor', 'td_mail', 'td_relay', 'td_worker',
    'td_backup');

-- question: two_classes: a person's log-in is a member of more than one role
select m.member::regrole::text as found
from pg_catalog.pg_auth_members as m
where m.member::regrole::text ~ '^td_[a-z2-7]{26}$'
group by m.member having count(distinct m.roleid) > 1;

-- question: settable_class: a person's log-in may switch to its class or hand it on (PostgreSQL 16 and later)
select m.member::regrole::text as found
from pg_catalog.pg_auth_members as m
where m.member::regrole::text ~ '^td_[a-z2-7]{26}$'
  and (m.admin_option or coalesce((to_jsonb(m) ->> 'set_option')::boolean, false) and current_setting('server_version_num')::integer >= 160000);

-- question: unlimited_connections: a person's log-in may open as many sessions as it likes
select r.rolname::text as found
from pg_catalog.pg_roles as r
where r.rolname ~ '^td_[a-z2-7]{26}$' and r.rolconnlimit not between 0 and 20;

-- question: weak_password: a password is kept in another form than SCRAM-SHA-256
select a.rolname::text as found
from pg_catalog.pg_authid as a
where a.rolpassword is not null and a.rolpassword not like 'SCRAM-SHA-256$%';

-- question: weak_door: a rule lets somebody in without TLS, or with less than SCRAM
select concat_ws(' ', h.type, h.user_name::text, h.address, h.auth_method) as found
from pg_catalog.pg_hba_file_rules as h
where h.error is not null
   or h.auth_method not in ('reject', 'scram-sha-256', 'peer', 'gss', 'sspi', 'cert')
   or h.type in ('host', 'hostnossl') and h.auth_method <> 'reject'
   or h.type = 'local' and h.auth_method not in ('peer', 'reject');

-- question: weak_setting: TLS is off, or new passwords would be kept in another form than SCRAM-SHA-256
select s.name || ' = ' || s.setting as found
from pg_catalog.pg_settings as s
where s.name = 'ssl' and s.setting <> 'on' or s.name = 'password_encryption' and s.setting <> 'scram-sha-256'
   or s.name = 'row_security' and s.setting <> 'on' or s.name = 'allow_system_table_mods' and s.setting <> 'off';

-- question: owned_by_person: a class or a person owns something
select d.refobjid::regrole::text || ' ' || d.classid::regclass::text || ' ' || d.objid::text as found
from pg_catalog.pg_shdepend as d join pg_catalog.pg_roles as r on r.oid = d.refobjid
where d.refclassid = 'pg_catalog.pg_authid'::regclass and d.deptype = 'o'
  and r.rolname like 'td\_%' and r.rolname not in ('td_owner', 'td_api', 'td_preview', 'td_prov');

-- ---------------------------------------------------------------------------------------------------------------- every database

-- everywhere
-- question: public_database: everybody may connect to this database, or make temporary tables in it
select d.datname || ' ' || coalesce(a.privilege_type, 'everything by default') as found
from pg_catalog.pg_database as d left join lateral aclexplode(d.datacl) as a on a.grantee = 0
where d.datname = current_database() and (d.datacl is null or a.grantee = 0);

-- everywhere
-- question: database_right: one of our roles may create schemas or temporary tables in this database
select r.rolname || ' ' || p.right as found
from pg_catalog.pg_roles as r cross join (values ('CREATE'), ('TEMPORARY')) as p ("right")
where r.rolname like 'td\_%' and has_database_privilege(r.oid, current_database(), p.right)
  and not (p.right = 'CREATE' and r.rolname in ('td_owner', 'td_install')) and not r.rolsuper;

-- everywhere
-- question: schema_right: somebody may create objects in a schema, or everybody may look into it
select n.nspname || ' ' || coalesce(nullif(a.grantee, 0)::regrole::text, 'PUBLIC') || ' ' || a.privilege_type as found
from pg_catalog.pg_namespace as n cross join lateral aclexplode(n.nspacl) as a
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and a.grantee <> n.nspowner and (a.grantee = 0 or a.privilege_type = 'CREATE')
  and coalesce(nullif(a.grantee, 0)::regrole::text, '') not in ('postgres', 'pg_database_owner');

-- everywhere
-- question: public_language: everybody may write code in a language of the server
select l.lanname::text as found
from pg_catalog.pg_language as l left join lateral aclexplode(l.lanacl) as a on a.grantee = 0
where l.lanpltrusted and (l.lanacl is null or a.grantee = 0);

-- everywhere
-- question: public_large_objects: everybody may write large objects, messages in the write-ahead log or files of snapshots
select p.oid::regprocedure::text as found
from pg_catalog.pg_proc as p left join lateral aclexplode(p.proacl) as a on a.grantee = 0
where p.pronamespace = 'pg_catalog'::regnamespace
  and (p.proname like 'lo\_%' or p.proname in ('loread', 'lowrite', 'pg_logical_emit_message', 'pg_export_snapshot'))
  and (p.proacl is null or a.grantee = 0);

-- everywhere
-- question: public_notify: everybody may call pg_notify
select p.oid::regprocedure::text as found
from pg_catalog.pg_proc as p left join lateral aclexplode(p.proacl) as a on a.grantee = 0
where p.pronamespace = 'pg_catalog'::regnamespace and p.proname = 'pg_notify' and (p.proacl is null or a.grantee = 0);

-- everywhere
-- question: large_object: a large object exists; attachments belong into rows
select m.oid::text as found from pg_catalog.pg_largeobject_metadata as m;

-- everywhere
-- question: extension: something is installed that this check does not know
select e.extname::text as found from pg_catalog.pg_extension as e where e.extname <> 'plpgsql';

-- everywhere
-- question: foreign_data: the database reaches out to other servers
select w.fdwname::text as found from pg_catalog.pg_foreign_data_wrapper as w;

-- everywhere
-- question: shadow: an object outside our schemas could be taken for one of ours or of the system's
select c.oid::regclass::text as found
from pg_catalog.pg_class as c join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname = 'public' and c.relkind in ('r', 'v', 'm', 'p', 'f')
union all
select p.oid::regprocedure::text
from pg_catalog.pg_proc as p join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
where n.nspname = 'public' or n.nspname = 'pg_catalog' and p.oid >= 16384;

-- ---------------------------------------------------------------------------------------------------------------- the main database

-- question: no_row_security: a relation without row security, or one whose owner is exempt from it
select c.oid::regclass::text as found
from pg_catalog.pg_class as c
where c.relnamespace = 'td'::regnamespace and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity);

-- question: view: a view that reads with its owner's rights, or a materialised view
select c.oid::regclass::text as found
from pg_catalog.pg_class as c join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and (c.relkind = 'm'
       or c.relkind = 'v' and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1']);

-- question: relation_owner: a relation of ours is owned by somebody else than td_owner
select c.oid::regclass::text || ' ' || c.relowner::regrole::text as found
from pg_catalog.pg_class as c
where c.relnamespace = 'td'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S') and c.relowner <> 'td_owner'::regrole;

-- question: function_owner: a function of ours is owned by somebody with more rights than it needs
select p.oid::regprocedure::text || ' ' || p.proowner::regrole::text as found
from pg_catalog.pg_proc as p
where p.pronamespace in ('td'::regnamespace, 'api'::regnamespace)
  and p.proowner::regrole::text not in ('td_api', 'td_preview', 'td_prov')
  and not (p.proowner::regrole::text = 'td_owner' and not p.prosecdef);

-- question: search_path: a function that could be made to call somebody else's
select p.oid::regprocedure::text as found
from pg_catalog.pg_proc as p
where p.pronamespace in ('td'::regnamespace, 'api'::regnamespace)
  and not coalesce(p.proconfig, '{}') @> array['search_path=pg_catalog, pg_temp'];

-- question: definer_elsewhere: a function outside our schemas that runs with its owner's rights
select p.oid::regprocedure::text as found
from pg_catalog.pg_proc as p
where p.prosecdef and p.pronamespace not in ('td'::regnamespace, 'api'::regnamespace) and p.oid >= 16384;

-- question: composed_sql: a function that composes statements, where a value could become code
select p.oid::regprocedure::text as found
from pg_catalog.pg_proc as p
where p.pronamespace in ('td'::regnamespace, 'api'::regnamespace) and p.proowner::regrole::text <> 'td_prov' and p.prosrc ~* '\mexecute\M';

-- question: session_string: a text in a function that is read differently when the session's standard_conforming_strings is off
select p.oid::regprocedure::text as found
from pg_catalog.pg_proc as p
where p.pronamespace in ('td'::regnamespace, 'api'::regnamespace)
  and exists (
      select from regexp_matches(regexp_replace(p.prosrc, E'--[^\\n]*', '', 'g'), E'(.?)\'((?:[^\']|\'\')*)\'', 'g') as m
      where m[1] not in ('E', 'e') and position(E'\\' in m[2]) > 0);

-- question: public_function: everybody may call a function of ours
select p.oid::regprocedure::text as found
from pg_catalog.pg_proc as p left join lateral aclexplode(p.proacl) as a on a.grantee = 0
where p.pronamespace in ('td'::regnamespace, 'api'::regnamespace) and (p.proacl is null or a.grantee = 0);

-- question: function_default: a function made tomorrow could be called by everybody
select r.rolname::text as found
from (values ('td_owner'), ('td_api')) as r (rolname)
where not exists (
    select from pg_catalog.pg_default_acl as d
    where d.defaclrole = r.rolname::regrole and d.defaclnamespace = 0 and d.defaclobjtype = 'f'
      and not exists (select from aclexplode(d.defaclacl) as a where a.grantee = 0));

-- question: inner_function: a person may call a function that is not meant for persons
select p.oid::regprocedure::text || ' ' || a.grantee::regrole::text as found
from pg_catalog.pg_proc as p cross join lateral aclexplode(p.proacl) as a
where p.pronamespace = 'td'::regnamespace and p.proname not in ('me', 'my_groups') and a.grantee <> p.proowner
  and a.grantee::regrole::text in ('td_requester', 'td_handler', 'td_coordinator', 'td_admin', 'td_auditor', 'td_mail');

-- question: not_a_function: something else than functions lies in schema api
select c.oid::regclass::text as found
from pg_catalog.pg_class as c where c.relnamespace = 'api'::regnamespace;

-- question: no_comment: a function nobody has described
select p.oid::regprocedure::text as found
from pg_catalog.pg_proc as p
where p.pronamespace in ('td'::regnamespace, 'api'::regnamespace)
  and coalesce(obj_description(p.oid, 'pg_proc'), '') = '';

-- question: public_relation: everybody holds a right on a relation of ours
select c.oid::regclass::text || ' ' || a.privilege_type as found
from pg_catalog.pg_class as c join pg_catalog.pg_namespace as n on n.oid = c.relnamespace cross join lateral aclexplode(c.relacl) as a
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and a.grantee = 0
union all
select c.oid::regclass::text || '.' || t.attname || ' ' || a.privilege_type
from pg_catalog.pg_attribute as t join pg_catalog.pg_class as c on c.oid = t.attrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace cross join lateral aclexplode(t.attacl) as a
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and a.grantee = 0;

-- question: direct_write: somebody but the functions may write, lock or point at a relation
select c.oid::regclass::text || ' ' || a.grantee::regrole::text || ' ' || a.privilege_type as found
from pg_catalog.pg_class as c cross join lateral aclexplode(c.relacl) as a
where c.relnamespace = 'td'::regnamespace and a.grantee not in (c.relowner, 'td_api'::regrole) and a.privilege_type <> 'SELECT'
union all
select c.oid::regclass::text || '.' || t.attname || ' ' || a.grantee::regrole::text || ' ' || a.privilege_type
from pg_catalog.pg_attribute as t join pg_catalog.pg_class as c on c.oid = t.attrelid cross join lateral aclexplode(t.attacl) as a
where c.relnamespace = 'td'::regnamespace and a.grantee not in (c.relowner, 'td_api'::regrole) and a.privilege_type <> 'SELECT';

-- question: whole_relation: a person may read a relation as a whole, its hidden system columns included
select c.oid::regclass::text || ' ' || a.grantee::regrole::text as found
from pg_catalog.pg_class as c cross join lateral aclexplode(c.relacl) as a
where c.relnamespace = 'td'::regnamespace and c.relkind <> 'S' and a.grantee not in (c.relowner, 'td_api'::regrole);

-- question: log_changeable: the functions may do more with the log than add to it
select c.relname || ' ' || a.privilege_type as found
from pg_catalog.pg_class as c cross join lateral aclexplode(c.relacl) as a
where c.relnamespace = 'td'::regnamespace and a.grantee = 'td_api'::regrole
  and (c.relname in ('entry_public', 'access') and a.privilege_type not in ('SELECT', 'INSERT')
       -- What an import brought may go again with it, and the guards see to it that nothing else does.
       or c.relname = 'log' and a.privilege_type not in ('SELECT', 'INSERT', 'DELETE')
       or c.relname = 'event' and a.privilege_type not in ('SELECT', 'INSERT', 'DELETE')
       or a.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN')
       or a.privilege_type = 'DELETE' and c.relname not in ('group_member', 'addressable_by', 'event', 'request', 'content', 'content_chunk', 'upload',
           'calendar_hours', 'calendar_day', 'business_span', 'time_due',
           'log', 'entry', 'ticket', 'clock', 'pause', 'notice', 'due_done', 'import_case',
           'case_time', 'group_time', 'hand_over', 'board_fact', 'board_tally'))
union all
select c.relname || '.' || t.attname
from pg_catalog.pg_attribute as t join pg_catalog.pg_class as c on c.oid = t.attrelid cross join lateral aclexplode(t.attacl) as a
where c.relname in ('log', 'entry', 'entry_public', 'event', 'access') and c.relnamespace = 'td'::regnamespace and a.privilege_type = 'UPDATE';

-- question: unchangeable_column: the functions may rewrite whose case it is, or when it began
select c.relname || '.' || t.attname as found
from pg_catalog.pg_class as c join pg_catalog.pg_attribute as t on t.attrelid = c.oid
where c.oid in ('td.ticket'::regclass, 'td.ticket_public'::regclass) and t.attnum > 0 and not t.attisdropped
  and t.attname in ('id', 'ticket_id', 'requester_id', 'recorded_by', 'recorded_at', 'requester_name')
  and has_column_privilege('td_api', c.oid, t.attnum, 'UPDATE');

-- question: guard_missing: a guard of the log, the states or the audience is gone or switched off
select g.rel || ' ' || g.name as found
from (values ('log', 'log__append_only'), ('evaluation_log', 'evaluation_log__append_only'), ('log', 'log__goes'), ('entry', 'entry__goes'), ('ticket', 'ticket__goes'), ('ticket', 'ticket__goes_soon'), ('entry_public', 'entry_public__append_only'), ('entry_public', 'entry_public__audience'),
    ('entry', 'entry__audience'), ('link', 'link__audience'),
    ('content', 'content__kept'), ('content_chunk', 'content_chunk__kept'), ('content_chunk', 'content_chunk__settled'),
    ('ticket', 'ticket__transition'), ('ticket', 'ticket__birth'),
    ('work_group', 'work_group__open_cases'), ('category', 'category__tree'),
    ('person', 'person__settled'), ('restore', 'restore__kept'), ('restore', 'restore__emptied')) as g (rel, name)
where not exists (
    select from pg_catalog.pg_trigger as t
    where t.tgrelid = ('td.' || g.rel)::regclass and t.tgname = g.name and t.tgenabled in ('O', 'A'));

-- question: unchained: two steps of a log could have the same number
select 'td.log' as found
where not exists (
    select from pg_catalog.pg_constraint as k
    where k.conrelid = 'td.log'::regclass and k.contype = 'p'
      and (select array_agg(a.attname::text order by a.attname) from pg_catalog.pg_attribute as a
           where a.attrelid = k.conrelid and a.attnum = any (k.conkey)) = array['seq', 'ticket_id']);

-- question: policy_for_public: a policy that holds for everybody
select p.polrelid::regclass::text || ' ' || p.polname as found from pg_catalog.pg_policy as p where 0 = any (p.polroles);

-- question: policy_to_write: a policy through which a person could write
select p.polrelid::regclass::text || ' ' || p.polname as found
from pg_catalog.pg_policy as p join pg_catalog.pg_class as c on c.oid = p.polrelid
where p.polcmd <> 'r' and not p.polroles <@ array['td_api'::regrole::oid]
  and not (p.polroles <@ array['td_owner'::regrole::oid] and c.relnamespace <> 'td'::regnamespace);

-- question: preview_reach: the role that shows a case as its requester gets it can reach more than public rows, or their step numbers
select c.relname || '.' || t.attname as found
from pg_catalog.pg_class as c join pg_catalog.pg_attribute as t on t.attrelid = c.oid
where c.relnamespace = 'td'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and t.attnum > 0 and not t.attisdropped
  and has_column_privilege('td_preview', c.oid, t.attnum, 'SELECT')
  and not (c.relname = 'ticket_public' and has_column_privilege('td_requester', c.oid, t.attnum, 'SELECT')
           or c.relname = 'entry_public' and t.attname not in ('seq'))
union all
select p.polrelid::regclass::text || ' ' || p.polname
from pg_catalog.pg_policy as p
where 'td_preview'::regrole = any (p.polroles) and p.polrelid not in ('td.ticket_public'::regclass, 'td.entry_public'::regclass);

-- question: preview_owner: a function that shows a case as its requester gets it belongs to a role that can read more
select p.oid::regprocedure::text as found
from pg_catalog.pg_proc as p
where p.pronamespace = 'api'::regnamespace and p.proname like 'preview%' and p.proowner <> 'td_preview'::regrole;

-- question: policy_restrictive: a restrictive policy, which would also cut the rights that a person has in another role
select p.polrelid::regclass::text || ' ' || p.polname as found from pg_catalog.pg_policy as p where not p.polpermissive;

-- question: policy_reads_setting: a policy that trusts something the session can set itself
select p.polrelid::regclass::text || ' ' || p.polname as found
from pg_catalog.pg_policy as p
where concat_ws(' ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) ~* 'current_setting|current_user|current_role';

-- question: policy_on_api: a policy rests on a function that the next upgrade drops
select p.polrelid::regclass::text || ' ' || p.polname as found
from pg_catalog.pg_policy as p join pg_catalog.pg_depend as d on d.classid = 'pg_catalog.pg_policy'::regclass and d.objid = p.oid
join pg_catalog.pg_proc as f on d.refclassid = 'pg_catalog.pg_proc'::regclass and f.oid = d.refobjid
where f.pronamespace = 'api'::regnamespace;

-- question: policy_without_person: a policy that does not ask who reads
select p.polrelid::regclass::text || ' ' || p.polname as found
from pg_catalog.pg_policy as p
where pg_get_expr(p.polqual, p.polrelid) !~ 'td\.(me|my_groups)\('
  and not p.polroles <@ array['td_api'::regrole::oid, 'td_preview'::regrole::oid]
  and not (p.polroles <@ array['td_owner'::regrole::oid] and p.polrelid::regclass::text not like 'td.%')
  and p.polroles <> array['td_auditor'::regrole::oid]
  and p.polrelid not in ('td.transition'::regclass, 'td.schema_info'::regclass);

-- question: policy_asks_per_row: a policy that asks who reads once per row instead of once per statement
select p.polrelid::regclass::text || ' ' || p.polname as found
from pg_catalog.pg_policy as p
where regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\( SELECT (td\.)?(me|my_groups)\(\)', '', 'g') ~ '(me|my_groups)\(\)';

-- question: endless_moment: a column could hold a moment that clients cannot read back
select c.relname || '.' || t.attname as found
from pg_catalog.pg_attribute as t join pg_catalog.pg_class as c on c.oid = t.attrelid
where c.relnamespace = 'td'::regnamespace and c.relkind in ('r', 'p') and t.attnum > 0 and not t.attisdropped and t.attgenerated = ''
  and t.atttypid in ('timestamptz'::regtype, 'timestamp'::regtype, 'date'::regtype, 'interval'::regtype)
  and not (c.relname = 'schema_info' and t.attname = 'upgraded_at');

-- question: endless_text: a text that people write has no limit of length
select c.relname || '.' || t.attname as found
from pg_catalog.pg_attribute as t join pg_catalog.pg_class as c on c.oid = t.attrelid
where c.relname in ('ticket', 'entry', 'attachment', 'upload', 'person_detail', 'category', 'work_group', 'customer_group') and c.relnamespace = 'td'::regnamespace
  and t.attnum > 0 and t.atttypid = 'text'::regtype
  and not exists (
      select from pg_catalog.pg_constraint as k
      where k.conrelid = c.oid and k.contype = 'c' and t.attnum = any (k.conkey) and pg_get_constraintdef(k.oid) ~ 'length\(');

-- question: person_without_class: a person's log-in and his row disagree
select p.id::text || ' ' || p.login as found
from td.person as p
where p.login is not null and (
    p.active and not exists (
        select from pg_catalog.pg_auth_members as m join pg_catalog.pg_roles as r on r.oid = m.member
        where r.rolname = p.login and r.rolcanlogin
          and m.roleid::regrole::text = (array['', 'td_requester', 'td_handler', 'td_coordinator', 'td_admin', 'td_auditor'])[p.class + 1])
    or not p.active and exists (
        select from pg_catalog.pg_roles as r
        where r.rolname = p.login and (r.rolcanlogin or exists (select from pg_catalog.pg_auth_members as m where m.member = r.oid))));

-- question: login_without_person: a class role is held by somebody who is no person of this office
select m.member::regrole::text as found
from pg_catalog.pg_auth_members as m
where m.roleid::regrole::text in ('td_requester', 'td_handler', 'td_coordinator', 'td_admin', 'td_auditor', 'td_mail')
  and not exists (select from td.person as p where p.login = m.member::regrole::text::name);
