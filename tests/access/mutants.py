"""Seeded mistakes of the kind that happen: each must be noticed by the checks that its line names."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

import psycopg
from psycopg import sql as compose

from tests.access.arguments import arguments, rows_of_links
from tests.access.canaries import canaries, names
from tests.access.doors import doors, shadowed
from tests.access.exports import exports
from tests.access.matrix import Matrix
from tests.access.questions import findings
from tests.access.reports import group_targets, reports
from tests.access.story import deactivated, story
from tests.sql.desk import Desk
from ticketdesk.domain.commands import (
    AddNote,
    CloseTicket,
    Command,
    ConfirmSolution,
    DeclineTicket,
    EndWaiting,
    ForwardTicket,
    GiveBack,
    HandToCoordination,
    RecallPart,
    RecallTicket,
    ReleaseEntry,
    RemindTicket,
    ReopenTicket,
    ReturnTicket,
    SendAnswer,
    SendInterimAnswer,
    SetWaiting,
    TakeOver,
)


@dataclass(frozen=True)
class Mutant:
    """A mistake, what notices it, and whose log-ins are enough for that."""

    name: str
    seen_by: tuple[str, ...]
    sql: str = ""
    function: str = ""
    swaps: tuple[tuple[str, str], ...] = ()
    keys: tuple[str, ...] = ("requester", "handler", "coordinator")
    only: tuple[type[Command], ...] | None = None
    """Commands of the check «calling» that can notice it; with none of them the functions that read."""
    undo: str = ""
    """For what belongs to the whole cluster."""

    def seed(self, connection: psycopg.Connection[object], login: str) -> None:
        """Make the mistake."""
        if self.sql:
            connection.execute(self.sql.format(login=login, database=connection.info.dbname).encode())
        if self.function:
            row = connection.execute("select pg_get_functiondef(%s::regproc)", [self.function]).fetchone()
            text = str(row[0]) if row else ""
            for old, new in self.swaps:
                assert old in text, f"{self.function} no longer says: {old}"
                text = text.replace(old, new)
            connection.execute(compose.SQL(text))  # type: ignore[arg-type]  # the function's own text


def notice(desk: Desk, matrix: Matrix | None, check: str, only: tuple[type[Command], ...] | None = None) -> list[str]:
    """Run a check over an attacked office; returns what it noticed. The lint needs no matrix, and its first finding is enough."""
    if check == "lint":
        return [f"lint {name}: {found}" for name, found in islice(findings(desk.behind), 1)]
    assert matrix is not None
    matrix.deviations.clear()
    match check:
        case "rows":
            matrix.rows_only()
        case "columns":
            matrix.reading()
        case "writing":
            matrix.writing()
        case "calling":
            matrix.calling(only)
        case "files":
            matrix.files()
        case "inner":
            matrix.inner_functions()
        case _:
            {
                "doors": doors, "shadowed": shadowed, "arguments": arguments, "canaries": canaries, "names": names, "story": story,
                "deactivated": deactivated, "rows_of_links": rows_of_links, "exports": exports, "reports": reports,
                "targets": group_targets,
            }[check](matrix)  # fmt: skip
    return list(matrix.deviations)


CHECKS = (
    "lint", "rows", "columns", "writing", "calling", "inner", "doors", "shadowed", "arguments", "canaries", "names", "story", "deactivated",
    "rows_of_links", "files", "exports", "reports", "targets",
)  # fmt: skip
HIDDEN = "(not hidden or coalesce(requester_id, kept_from) is distinct from (select td.me()))"

MUTANTS = (
    # Rows.
    Mutant("requester's policy gone", ("rows",), "drop policy own on td.ticket_public"),
    Mutant("requester sees all", ("rows", "lint", "canaries"), "alter policy own on td.ticket_public using (true)", keys=("requester",)),
    Mutant("requester may ask the desk's face", ("columns", "canaries"),
           "grant select (id, subject) on td.ticket to td_requester; create policy probe on td.ticket for select to td_requester"
           " using (requester_id = (select td.me()))", keys=("requester",)),
    Mutant("and became or", ("rows",),
           f"alter policy handler_by_group on td.ticket using (group_id = any ((select td.my_groups())::integer[]) or {HIDDEN})"),
    Mutant("own hidden case seen by coordination", ("rows",), "alter policy coordinator on td.ticket using ((select td.me()) is not null)"),
    Mutant("own hidden case seen by its group", ("rows",),
           "alter policy handler_by_group on td.ticket using (group_id = any ((select td.my_groups())::integer[]))"),
    Mutant("taking part means everybody", ("rows", "lint"), "alter policy handler_taking_part on td.ticket using (participants <> '{{}}')"),
    Mutant("internal events reach the requester", ("rows",), "alter policy own on td.event using (requester_id = (select td.me()))"),
    Mutant("notices of others", ("rows", "lint"), "alter policy own on td.notice using (true)"),
    Mutant("requester knows everybody", ("rows", "canaries"),
           "alter policy own on td.person_detail using ((select td.me()) is not null)", keys=("requester",)),
    Mutant("inactive categories", ("rows",),
           "alter policy in_use on td.category using ((select td.me()) is not null)", keys=("requester",)),
    Mutant("anybody may set up", ("arguments", "lint"),
           "grant execute on function api.change_office(uuid, integer, text, boolean, integer, integer, boolean) to public",
           keys=("handler",)),
    Mutant("a colleague is a contact", ("arguments",), function="td.contact_of", swaps=(("p.class in (0, 1)", "p.class in (0, 1, 2)"),)),
    Mutant("events of setting up are kept to oneself", ("rows",), "drop policy set_up on td.event", keys=("requester",)),
    Mutant("deactivated coordinators go on reading", ("deactivated",), f"alter policy coordinator on td.ticket using {HIDDEN}"),
    Mutant("the session says who it is", ("shadowed",), function="td.me",
           swaps=(("select p.id", "select coalesce(nullif(current_setting('td.me', true), '')::integer, p.id)"),)),
    Mutant("promises told to requesters", ("rows", "canaries"),
           "grant select (id, name) on td.commitment to td_requester; create policy probe on td.commitment for select to td_requester"
           " using ((select td.me()) is not null)", keys=("requester",)),
    Mutant("promises in the requester's steps", ("canaries",), function="api.own_timeline", keys=("requester", "colleague"), swaps=(
        ("e.data,", "(select td.for_promise(l.data) from td.log as l where (l.ticket_id, l.seq) = (e.ticket_id, e.seq)),"),)),
    Mutant("durations without asking who", ("calling",), function="api.durations", keys=("handler",),
           swaps=(("not td.reads_desk(v_actor, durations.ticket_id)", "v_actor is null"),)),
    Mutant("promises without asking who", ("calling",), function="api.clocks", keys=("handler",),
           swaps=(("not td.reads_desk(td.actor(), clocks.ticket_id)", "td.actor() is null"),)),
    Mutant("promises of others' cases", ("calling",), function="td.reads_desk", keys=("handler",),
           swaps=(("p_actor.class in (3, 5)", "p_actor.class in (2, 3, 5)"),)),
    Mutant("promises of one's own hidden case", ("calling",), function="td.reads_desk", keys=("coordinator", "second_coordinator"),
           swaps=(("p_actor.class = 5 or not t.hidden", "true or not t.hidden"),)),
    Mutant("figures for everybody at a desk", ("calling",), only=(), keys=("handler",), function="td.board_view",
           sql="grant execute on function api.board, api.board_cases to td_handler",
           swaps=(("v_actor.class not in (3, 5)", "v_actor.class not in (2, 3, 5)"),)),
    Mutant("figures count one's own hidden case", ("calling",), only=(), keys=("coordinator",), function="td.tallied",
           swaps=(("if exists (select from td.board_fact as f where f.kept_from = p_view.me)", "if false"),)),
    Mutant("the list behind a figure names one's own hidden case", ("calling",), only=(), keys=("coordinator",), function="td.board_open",
           swaps=(("f.kept_from is distinct from p_view.me", "true"),)),
    Mutant("figures granted", ("columns", "lint"), "grant select on td.board_tally to td_coordinator;"
           " create policy probe on td.board_tally for select to td_coordinator using (true)", keys=("coordinator",)),
    # Columns and rights.
    Mutant("whole relation granted", ("lint", "columns"), "grant select on td.ticket_public to td_requester", keys=("requester",)),
    Mutant("texts granted", ("columns",),
           "grant select (body) on td.entry_public to td_requester;"
           " create policy probe on td.entry_public for select to td_requester using (requester_id = (select td.me()))",
           keys=("requester",)),
    Mutant("update granted", ("lint", "writing"), "grant update on td.ticket to td_handler", keys=("handler",)),
    Mutant("insert on one column granted", ("lint",), "grant insert (body) on td.entry to td_coordinator"),
    Mutant("truncate granted", ("lint", "writing"), "grant truncate on td.log to td_admin", keys=("admin",)),
    Mutant("functions may rewrite the log", ("lint",), "grant update on td.log to td_api"),
    Mutant("policy for everybody", ("lint",), "create policy probe on td.entry using (true)"),
    Mutant("restrictive policy", ("lint",), "create policy probe on td.ticket as restrictive for select to td_handler using (true)"),
    Mutant("owner's view", ("lint",), "create view td.probe as select * from td.ticket; grant select on td.probe to td_requester"),
    Mutant("row security off", ("lint",), "alter table td.entry disable row level security"),
    Mutant("owner exempt", ("lint",), "alter table td.log no force row level security"),
    Mutant("temporary tables", ("lint", "doors"), "grant temporary on database {database} to td_requester", keys=("requester",)),
    Mutant("snapshots in files", ("lint", "doors"), "grant execute on function pg_export_snapshot() to public", keys=("requester",)),
    Mutant("large objects", ("lint", "doors"), "grant execute on function lo_from_bytea(oid, bytea) to public", keys=("requester",)),
    Mutant("own code", ("lint", "doors"), "grant usage on language plpgsql to public", keys=("requester",)),
    Mutant("two classes", ("lint", "rows"), "grant td_coordinator to {login}", keys=("requester",),
           undo="revoke td_coordinator from {login}"),
    # Functions.
    Mutant("search path without pg_temp", ("lint",), "alter function api.send_answer set search_path = pg_catalog"),
    Mutant("no search path", ("lint",), "alter function td.do_add_note reset search_path"),
    Mutant("text that the session may read otherwise", ("lint",), function="td.chained", swaps=(("''::bytea", "'\\x'::bytea"),)),
    Mutant("inner function callable", ("inner", "lint"), "grant execute on function td.do_add_note to td_requester"),
    Mutant("function for everybody", ("lint",), "grant execute on function api.timeline to public"),
    Mutant("absent told from foreign", ("calling",), only=(AddNote,), function="td.locked_for_staff", keys=("handler",),
           swaps=(("raise exception 'no such case' using errcode = 'TD404'",
                   "raise exception 'no such case' using errcode = case when exists (select from td.ticket as t where t.id = p_ticket_id)"
                   " then 'TD403' else 'TD404' end"),)),
    Mutant("absent told from foreign by a detail", ("calling",), only=(ConfirmSolution,), function="td.locked_for_requester",
           keys=("requester",),
           swaps=(("errcode = 'TD404'", "errcode = 'TD404', hint = (select t.state::text from td.ticket as t where t.id = p_ticket_id)"),)),
    Mutant("other people's cases confirmed", ("calling",), only=(ConfirmSolution,), function="td.locked_for_requester", keys=("colleague",),
           swaps=(("t.id = p_ticket_id and t.requester_id = p_actor.id for update", "t.id = p_ticket_id for update"),)),
    Mutant("own hidden case worked on", ("calling",), only=(AddNote,), function="td.locked_for_staff",
           swaps=(("and (not t.hidden or coalesce(t.requester_id, t.kept_from) is distinct from p_actor.id)\n    for update",
                   "for update"),)),
    Mutant("anybody takes over", ("calling",), only=(TakeOver,), function="td.do_take_over",
           swaps=(("m.group_id = v_old.group_id and ", "true or "),)),
    Mutant("handler closes coordinated cases", ("calling",), only=(GiveBack,), function="td.do_give_back", keys=("mate", "coordinator"),
           swaps=(("v_old.handler_id is distinct from p_actor.id", "false"),)),
    Mutant("timeline of own hidden case", ("calling", "canaries"), only=(), function="td.reads_desk", keys=("coordinator",),
           swaps=(("and (p_actor.class = 5 or not t.hidden or coalesce(t.requester_id, t.kept_from) is distinct from p_actor.id)", ""),)),
    Mutant("timeline of others' reports", ("calling", "canaries"), only=(), function="api.own_timeline", keys=("colleague",),
           swaps=(("and p.requester_id = v_actor.id", ""),)),
    Mutant("addressees for everybody", ("arguments",), function="td.may_address", keys=("requester",),
           swaps=(("p_actor.class in (2, 3)", "true"),)),
    Mutant("open to one customer group, open to all", ("arguments",), function="td.may_address", keys=("requester",),
           swaps=(("a.customer_group_id = p_actor.customer_group_id and ", ""),)),
    Mutant("templates of others", ("rows", "canaries"),
           "alter policy staff on td.template using (active and (select td.me()) is not null)"),
    Mutant("office's texts reach requesters", ("rows", "canaries"), keys=("requester",), sql=
           "alter policy reporting on td.template using (active and scope = 3 and (select td.me()) is not null)"),
    Mutant("deleted templates", ("rows", "canaries"), keys=("admin",), sql=
           "alter policy admin on td.template using (scope = 3 and (select td.me()) is not null)"),
    Mutant("search words readable", ("columns", "lint"), "grant select on td.person_detail to td_handler", keys=("handler",)),
    Mutant("anybody's case is similar", ("canaries",), function="api.similar_tickets", keys=("other_handler",),
           swaps=(("v_actor.class = 3 or", "true or"),)),
    Mutant("others' reports are similar", ("canaries",), function="api.similar_tickets", keys=("colleague",),
           swaps=(("p.requester_id = v_actor.id and ", ""),)),
    Mutant("letters know what was changed while hidden", ("names",), function="api.letter_facts", keys=("coordinator",),
           swaps=(("coalesce(v_public.subject, v_ticket.subject)", "v_ticket.subject"),)),
    Mutant("letters know the hidden date", ("names",), function="api.letter_facts", keys=("coordinator",),
           swaps=(("case when not v_ticket.hidden then v_ticket.target_at end", "v_ticket.target_at"),)),
    Mutant("letters about others' cases", ("calling",), only=(), function="api.letter_facts", keys=("handler",),
           swaps=(("v_actor.class = 3\n", "true\n"),)),
    Mutant("others' notices marked", ("arguments",), function="api.mark_notices_seen", swaps=(("and n.person_id = v_actor.id", ""),)),
    Mutant("version not asked", ("story",), function="td.locked_for_staff", swaps=(("p_version <> v_ticket.version", "false"),)),
    Mutant("request id of somebody else", ("story",), function="td.repeated", swaps=(("v_request.person_id <> p_actor_id or", ""),)),
    Mutant("reading leaves no trace", ("story",), function="td.note_access",
           swaps=(("insert into td.access", "return; insert into td.access"),)),
    # Hidden clarification.
    Mutant("mode turned round", ("story",), function="td.mode_audience", swaps=(("then 0 else 1", "then 1 else 0"),)),
    Mutant("text shown one step too early", ("story",), function="td.write_public",
           swaps=(("p_step.entry_audience = 1", "p_step.entry_audience >= 0"),)),
    Mutant("internal steps counted", ("story",), function="td.write_step",
           swaps=(("if p_step.audience = 1 and p_new.requester_id", "if p_step.audience >= 0 and p_new.requester_id"),)),
    Mutant("note made public", ("story",), "drop trigger entry__audience on td.entry", function="td.do_add_note",
           swaps=(("'noted', 0)", "'noted', 1)"), ("v_step.entry_audience := 0", "v_step.entry_audience := 1"))),
    Mutant("handler's name in a hidden case", ("story",), function="td.owner_label",
           swaps=(("when p_ticket.hidden then ''", "when false then ''"),)),
    Mutant("who got it while hidden is named later", ("story",), function="td.write_public",
           swaps=(("then p.owner_label", "then td.owner_label(p_new)"),)),
    Mutant("hidden changes brought along", ("story",), function="td.write_public",
           swaps=(("case when v_changes ? 'subject' then p_new.subject else p.subject end", "p_new.subject"),)),
    # Links.
    Mutant("link tells the title", ("canaries",), function="api.links", keys=("handler", "other_handler"),
           swaps=(("case when s.seen then o.subject else '' end", "o.subject"),)),
    Mutant("linking with a case one may not see", ("arguments",), function="td.do_link_tickets", keys=("handler", "coordinator"),
           swaps=(("perform td.lock_both(p_actor, p_ticket_id, p_other_id);", ""),
                  ("v_other := td.locked_for_staff(p_actor, p_other_id, null);",
                   "select t.* into v_other from td.ticket as t where t.id = p_other_id;"))),
    Mutant("requester reads the links of clarification", ("rows_of_links",), function="api.own_links", keys=("requester",),
           swaps=(("and l.audience = 1 and o.requester_id = v_actor.id", ""),)),
    Mutant("links of others' reports", ("calling",), only=(), function="api.own_links", keys=("colleague",),
           swaps=(("and p.requester_id = v_actor.id", ""),)),
    Mutant("link guard gone", ("lint",), "drop trigger link__audience on td.link"),
    # Files.
    Mutant("requester reads every file of his case", ("files", "canaries"), function="td.shown_file", keys=("requester",),
           swaps=(("e.seq = p_attachment.seq or exists", "true or exists"),
                  ("and e.detail -> 'files' @> jsonb_build_array(jsonb_build_object('id', p_attachment.id))", ""))),
    Mutant("files for everybody at a desk", ("files", "canaries"), function="td.sees_file", keys=("other_handler",),
           swaps=(("td.sees_desk(p_actor, t)", "p_actor.class in (2, 3)"),)),
    Mutant("files of own hidden case", ("files", "canaries"), function="td.sees_desk", keys=("coordinator",),
           swaps=(("when p_ticket.hidden and coalesce(p_ticket.requester_id, p_ticket.kept_from) = p_actor.id then false", ""),)),
    Mutant("uploads of others", ("files",), function="td.own_upload", keys=("mate",), swaps=(("and u.person_id = p_actor_id", ""),)),
    Mutant("file of a case may go", ("lint",), "drop trigger content_chunk__kept on td.content_chunk"),
    Mutant("whole file added to", ("lint",), "alter table td.content_chunk disable trigger content_chunk__settled"),
    Mutant("files granted", ("columns", "lint"), "grant select (body) on td.content_chunk to td_coordinator;"
           " create policy probe on td.content_chunk for select to td_coordinator using (true)", keys=("coordinator",)),
    # Preview and release.
    Mutant("preview for requesters", ("calling",), "grant execute on function api.preview_timeline to td_requester",
           keys=("requester",), only=()),
    Mutant("preview of any case", ("calling",), only=(), function="td.previewed", keys=("handler",),
           swaps=(("if not td.reads_desk(v_actor, p_ticket_id) then", "if false then"),)),
    Mutant("proof of any case", ("calling",), only=(), function="api.case_proof", keys=("handler",),
           swaps=(("if not td.reads_desk(td.actor(), case_proof.ticket_id) then", "if false then"),)),
    Mutant("preview's role reads the desk", ("lint",),
           "grant select (id) on td.ticket to td_preview; create policy preview on td.ticket for select to td_preview using (true)"),
    Mutant("preview's role reads numbers of steps", ("lint",), "grant select (seq) on td.entry_public to td_preview"),
    Mutant("preview by another role", ("lint",), "alter function api.preview_timeline owner to td_owner"),
    Mutant("handler releases", ("calling",), "grant execute on function api.release_entry to td_handler", keys=("handler",),
           only=(ReleaseEntry,)),
    Mutant("release names its author", ("story",), function="td.as_released",
           swaps=(("case when v_named then (", "case when true then ("),)),
    Mutant("release brings who was spoken to", ("story",), function="td.as_released",
           swaps=(("case when v_named then '' else 'party' end", "''"),)),
    Mutant("release of a note", ("story",), function="td.do_release_entry", swaps=(("v_entry.kind = 2", "v_entry.kind = -2"),)),
    Mutant("release of another text", ("story",), function="td.tg_entry_public__audience", swaps=(("and e.body = new.body", ""),)),
    Mutant("handler speaks to a hidden case's requester", ("story",), function="td.refuse_addressing_requester",
           swaps=(("p_ticket.hidden and p_actor.class <> 3", "false"),)),
    # Parts.
    Mutant("parts of one's own hidden case", ("rows", "canaries"),
           "alter policy coordinator on td.ticket using ((select td.me()) is not null"
           " and (not hidden or requester_id is distinct from (select td.me())))", keys=("second_coordinator",)),
    Mutant("events of parts of one's own hidden case", ("story",), function="td.write_step", keys=("second_coordinator",),
           swaps=(("coalesce(p_new.requester_id, p_new.kept_from)", "p_new.requester_id"),)),
    Mutant("siblings seen by whoever sees the case", ("canaries",), function="api.parts", keys=("handler",),
           swaps=((" and td.sees_desk(v_actor, t)", ""),)),
    Mutant("parts without the case", ("calling",), only=(), function="api.parts", keys=("other_handler",),
           swaps=(("raise exception 'no such case' using errcode = 'TD404'", "null"),)),
    Mutant("a part's steps are public", ("story",), function="td.write_step", swaps=(("p_step.audience := 0", "p_step.audience := 1"),)),
    Mutant("anybody recalls", ("calling",), only=(RecallPart,), function="td.locked_part", keys=("mate",),
           swaps=(("p_commissioner and p_actor.class <> 3", "false and p_actor.class <> 3"),)),
    Mutant("answers past the open parts", ("calling",), only=(SendAnswer,), function="td.do_send_answer",
           swaps=(("v_old.parts_blocking > 0 and td.trimmed", "false and td.trimmed"),)),
    # The way of a case.
    Mutant("anybody lets a case wait", ("calling",), only=(SetWaiting,), function="td.do_set_waiting", keys=("mate",),
           swaps=(("p_actor.class <> 3 and v_old.handler_id is distinct from p_actor.id", "false"),)),
    Mutant("anybody ends the waiting", ("calling",), only=(EndWaiting,), function="td.do_end_waiting", keys=("mate",),
           swaps=(("p_actor.class <> 3 and v_old.handler_id is distinct from p_actor.id", "false"),)),
    Mutant("anybody declines", ("calling",), only=(DeclineTicket,), function="td.do_decline_ticket", keys=("coordinator",),
           swaps=(("v_old.handler_id is distinct from p_actor.id and (", "false and ("),)),
    Mutant("a case declined in the midst of work", ("calling",), only=(DeclineTicket,), function="td.do_decline_ticket", keys=("handler",),
           swaps=(("v_old.way = 2 and v_old.state = 5", "v_old.state = 5"),)),
    Mutant("what is reported recalled", ("calling",), only=(RecallTicket,), function="td.do_recall_ticket", keys=("coordinator",),
           swaps=((" or v_old.state not in (4, 5, 6)", ""),)),
    Mutant("returned to nobody", ("calling",), only=(ReturnTicket,), function="td.do_return_ticket", keys=("coordinator",),
           swaps=((" or coalesce(v_old.handler_id, v_old.group_id) is null", ""),)),
    Mutant("others' cases forwarded", ("calling",), only=(ForwardTicket,), function="td.do_forward_ticket", keys=("mate",),
           swaps=(("v_old.handler_id is distinct from p_actor.id", "false"),)),
    Mutant("handed to coordination that has it", ("calling",), only=(HandToCoordination,), function="td.do_hand_to_coordination",
           keys=("handler",), swaps=(("v_old.way = 1 and ", ""),)),
    Mutant("anybody answers in between", ("calling",), only=(SendInterimAnswer,), function="td.do_send_interim_answer", keys=("mate",),
           swaps=(("p_actor.class <> 3 and not (v_old.way = 1 and v_old.handler_id is not distinct from p_actor.id)", "false"),)),
    Mutant("anybody closes", ("calling",), only=(CloseTicket,), function="td.do_close_ticket", keys=("handler",),
           swaps=(("p_actor.class <> 3 and not (v_old.way = 1 and v_old.handler_id is not distinct from p_actor.id)", "false"),)),
    Mutant("a question confirmed as an answer", ("calling",), only=(ConfirmSolution,), function="td.do_confirm_solution",
           keys=("requester",), swaps=(("v_old.state <> 8", "v_old.state not in (6, 8)"),)),
    Mutant("handler is told what he may not open again", ("calling",), only=(ReopenTicket,), function="td.locked_from_either_side",
           keys=("handler",), swaps=(("p_actor.class = 3", "p_actor.class in (2, 3)"),)),
    Mutant("anybody reminds", ("calling",), only=(RemindTicket,), function="td.do_remind_ticket", keys=("mate",),
           swaps=(("p_actor.class <> 3 and v_old.commissioned_by is distinct from p_actor.id", "false"),)),
    Mutant("placeholders go out", ("story",), function="td.refuse_open_places", swaps=(("v_written is not null", "false"),)),
    # Taking out, and filling an empty server.
    Mutant("export of others' cases", ("exports", "canaries"), function="api.export_cases", keys=("handler",),
           swaps=(("and td.sees_desk(v_actor, t)", ""),
                  ("td.export_roots(v_actor, ", "td.export_roots((select p from td.person as p where p.class = 5), "))),
    Mutant("export of others' reports", ("exports",), function="api.export_own", keys=("colleague",),
           swaps=(("p.requester_id = v_actor.id", "true"), ("e.requester_id = v_actor.id", "true"))),
    Mutant("requesters take all names along", ("canaries",), function="api.export_people", keys=("requester",),
           swaps=(("v_actor.class <> 1 or p.id = v_actor.id", "true"),)),
    Mutant("personal texts are taken along", ("canaries",), function="api.export_office", keys=("mate",),
           swaps=(("t.scope = 1 and t.owner_id = v_actor.id", "t.scope = 1"),)),
    Mutant("others' exports gone on with", ("exports",), function="td.open_export", swaps=(("e.person_id = p_actor.id and ", ""),)),
    Mutant("an export taken back", ("exports",), function="td.own_export", keys=("handler",),
           swaps=(("v_export.begun_at >= now()", "false"),)),
    Mutant("history for a living server", ("exports",), function="td.refuse_unless_empty", keys=("admin",),
           swaps=(("exists (select from td.ticket) or exists (select from td.log)", "false"),
                  ("exists (select from td.work_group)", "false"),
                  ("exists (select from td.category)", "false"), ("exists (select from td.template)", "false"),
                  ("exists (select from td.calendar)", "false"), ("exists (select from td.commitment)", "false"),
                  ("exists (select from td.export)", "false"), ("p.class <> 4", "false"), ("> 1 then", "> 99 then"))),
    Mutant("always a restore", ("exports",), function="td.restores_now", swaps=(("return exists", "return true or exists"),)),
    Mutant("a class raised", ("lint", "exports"), "drop trigger person__settled on td.person"),
    # Reports.
    Mutant("who reported a hidden case counts it", ("reports",), function="td.report_counts", keys=("second_coordinator", "coordinator"),
           swaps=(("p_me is null or not p_ticket.hidden or", "true or"),)),
    Mutant("a customer reads the desk's words", ("reports",), function="td.report_misses", keys=("coordinator",),
           swaps=(("case when p_public then coalesce(f.subject, '') else t.subject end", "t.subject"),)),
    Mutant("a customer reads the desk's words for what is open", ("reports",), function="api.report_stock", keys=("coordinator",),
           swaps=(("case when v_public then coalesce(o.public_subject, '') else o.subject end", "o.subject"),)),
    Mutant("a group of two is told", ("reports",), function="td.report_months", keys=("coordinator",), swaps=(("return 5", "return 2"),)),
    Mutant("what is left over is not asked for", ("reports",), function="td.report_tellable", keys=("coordinator",),
           swaps=(("while cardinality(v_told) > 0", "while false"),)),
    Mutant("customers are a sieve", ("reports",), function="td.report_whole", keys=("auditor",),
           swaps=(("p_customers is not null and v_enough", "false"),)),
    Mutant("a day may be asked for", ("reports",), function="td.report_months", keys=("coordinator",),
           swaps=(("extract(day from p_since) <> 1 or extract(day from p_until) <> 1", "false"),)),
    Mutant("this month may be asked for", ("reports",), function="td.report_months", keys=("coordinator",),
           swaps=(("p_until > (now() at time zone td.board_zone())::date", "false"),)),
    Mutant("a customer reads of our targets", ("targets",), function="api.report_service", keys=("coordinator",),
           swaps=(("case when not v_public then td.report_targets(since, until, v_customers, v_me) end",
                   "td.report_targets(since, until, null, v_me)"),)),
    Mutant("targets for one customer", ("targets",), function="td.report_targets", keys=("coordinator",),
           swaps=(("if p_customers is not null then", "if false then"),)),
    Mutant("targets of a pair of few", ("targets",), function="td.report_target_sums", keys=("auditor",),
           swaps=(("p_least, '{}') into v_near", "0, '{}') into v_near"),)),
    Mutant("targets of a group of few", ("targets",), function="td.report_target_sums", keys=("coordinator",),
           swaps=(("array_agg(u.person), p_least,\n        array(", "array_agg(u.person), 0,\n        array("),)),
    Mutant("missed targets of a group of few", ("targets",), function="td.report_target_misses", keys=("coordinator",),
           swaps=((" and w.group_id * 4 + w.measure = any (p_told)", ""),)),
    Mutant("targets of one's own hidden case", ("targets",), function="td.report_targets_in", keys=("second_coordinator", "coordinator"),
           swaps=(("p_me is null or not t.hidden or", "true or"),)),
    Mutant("persons without a key", ("reports",), function="api.report_persons", keys=("coordinator",),
           swaps=(("if not td.persons_evaluated()", "if false"),)),
    Mutant("a reading taken back", ("reports",), function="api.report_persons", keys=("coordinator",), swaps=(("return null;", ""),)),
    Mutant("one key opens", ("reports",), function="td.persons_evaluated", keys=("auditor",),
           swaps=(("join td.person as u on u.id = e.auditor_id", "left join td.person as u on u.id = e.auditor_id"),
                  ("a.id <> u.id", "a.id is distinct from u.id"))),
    Mutant("a key without its holder", ("reports",), function="td.persons_evaluated", keys=("coordinator",),
           swaps=(("a.active and a.class = 4", "true"),)),
    Mutant("anybody turns a key", ("lint",), "grant execute on function api.turn_evaluation_key(uuid, integer, boolean) to public"),
    Mutant("who read it may be struck out", ("lint",), "drop trigger evaluation_log__append_only on td.evaluation_log"),
    Mutant("coordination reads who exported", ("calling",), only=(), function="api.transfers", keys=("coordinator",),
           swaps=(("perform td.for_oversight(v_actor);", ""),), sql="grant execute on function api.transfers() to td_coordinator"),
    # Guards.
    Mutant("transition guard gone", ("lint", "story"), "drop trigger ticket__transition on td.ticket"),
    Mutant("transition guard asleep", ("lint", "story"), "alter table td.ticket disable trigger ticket__transition"),
    Mutant("log guard gone", ("lint",), "drop trigger log__append_only on td.log"),
    Mutant("steps of the log may go", ("lint",), "drop trigger log__goes on td.log"),
    Mutant("cases may go", ("lint",), "alter table td.ticket disable trigger ticket__goes"),
    Mutant("audience guard gone", ("lint", "story"), "drop trigger entry_public__audience on td.entry_public"),
    Mutant("chain without its values", ("story",), function="td.chained",
           swaps=(("octet_length(convert_to(v_data, 'UTF8')), v_data)", "0)"),)),
)  # fmt: skip
