"""``ticketdesk admin``: what the host of the server may do without a log-in."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ticketdesk.cli.texts import Texts

if TYPE_CHECKING:
    from ticketdesk.server.admin import Issued, Listed

CLASSES = ("requester", "handler", "coordinator", "admin", "auditor")


def add_commands(top: argparse.ArgumentParser, say: Callable[[str], str]) -> None:
    """Say what may be typed after ``ticketdesk admin``."""
    commands = top.add_subparsers(dest="admin_command", required=True, metavar="…")
    first = commands.add_parser("first", help=say("admin_first"))
    invite = commands.add_parser("invite", help=say("admin_invite"))
    person = commands.add_parser("person", help=say("admin_person")).add_subparsers(dest="person_command", required=True, metavar="…")
    add = person.add_parser("add", help=say("person_add"))
    listing = person.add_parser("list", help=say("person_list"))
    deactivate = person.add_parser("deactivate", help=say("person_deactivate"))
    for command in (first, invite, add, listing, deactivate):
        command.add_argument("--data", type=Path, metavar="FOLDER", help=say("data"))
    for command in (first, invite, add, deactivate):
        command.add_argument("user", help=say("user"))
    for command in (first, add):
        command.add_argument("--name", default="", help=say("name"))
    add.add_argument("--class", dest="person_class", choices=CLASSES, default="requester", help=say("class"))
    add.add_argument("--person", type=int, metavar="NUMBER", help=say("person_number"))
    add.add_argument("--group", action="append", default=[], help=say("group"))
    add.add_argument("--customer-group", default="", help=say("customer_group"))
    for command in (first, invite, add):
        command.add_argument("--host", help=say("host"))
        command.add_argument("--file", type=Path, help=say("file"))


def run(asked: argparse.Namespace, texts: Texts) -> int:
    """Carry out one of the commands."""
    from ticketdesk.domain.people import PersonClass
    from ticketdesk.server import admin
    from ticketdesk.server.provision import NewPerson
    from ticketdesk.server.system_user import default_folder

    folder: Path = (asked.data or default_folder()).absolute()
    if asked.admin_command == "person" and asked.person_command == "list":
        return _list(admin.people(folder), texts)
    if asked.admin_command == "person" and asked.person_command == "deactivate":
        admin.deactivate(folder, asked.user)
        print(texts("admin.deactivated", user=asked.user))
        return 0
    if asked.admin_command == "person" and asked.person is not None:
        issued = admin.let_in(folder, asked.person, asked.user, host=asked.host, file=asked.file)
    elif asked.admin_command == "invite":
        issued = admin.invite(folder, asked.user, host=asked.host, file=asked.file)
    else:
        kind = PersonClass.ADMIN if asked.admin_command == "first" else PersonClass[asked.person_class.upper()]
        person = NewPerson(asked.user, asked.name or asked.user, kind, language=texts.language)
        if asked.admin_command == "person":
            person = replace(person, groups=tuple(asked.group), customer_group=asked.customer_group)
        make = admin.first if asked.admin_command == "first" else admin.add_person
        issued = make(folder, person, host=asked.host, file=asked.file)
    _show(issued, texts)
    return 0


def _show(issued: Issued, texts: Texts) -> None:
    until = issued.expires_at.astimezone().strftime("%d.%m.%Y %H:%M" if texts.language == "de" else "%Y-%m-%d %H:%M")
    print(texts("admin.invited", user=issued.user_name, until=until))
    print(texts("admin.address", address=issued.address))
    print(texts("admin.code", code=issued.code))
    if issued.file is not None:
        print(texts("admin.file", file=issued.file))
    print(texts("admin.once"))


def _list(people: list[Listed], texts: Texts) -> int:
    if not people:
        print(texts("admin.nobody"))
    for person in people:
        state = "" if person.active else f"  ({texts('admin.inactive')})"
        if person.number is not None:
            state = f"  ({texts('admin.silent', number=person.number)})"
        print(f"{person.user_name:<24} {texts('class.' + person.person_class.name.lower()):<18} {person.name}{state}")
    return 0
