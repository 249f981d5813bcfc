"""What an export consists of: its files, their columns and types, and how a row stands in a line of JSON or of CSV.

The database makes the rows (sql/current/50_read/export.sql), whole and in this order of columns; docs/export.md explains each. A cell
that a spreadsheet would take for a formula gets an apostrophe before it, and so does one that begins with an apostrophe: taking one away
again gives back what was there.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum, StrEnum
from typing import Any

NAME = "ticketdesk-export"
VERSION = 1
MANIFEST = "manifest.json"
INCOMPLETE = ".incomplete"
"""What the name of an export ends with until it is whole."""

BOM = "\ufeff"
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠'")
LONGEST_CELL = 1 << 24
"""Characters of one cell; a text has 200,000, a detail may hold several."""


class Format(StrEnum):
    """How the rows are written."""

    JSON = "jsonl"
    CSV = "csv"


class Scope(StrEnum):
    """What is exported."""

    ALL = "all"
    CHOSEN = "chosen"


class Type(Enum):
    """What a column holds."""

    INT = "number"
    TEXT = "text"
    BOOL = "true or false"
    TIME = "moment, ISO 8601 in UTC with microseconds"
    DATE = "day, ISO 8601"
    BYTES = "bytes as hexadecimal digits, or a word of the program's own"
    JSON = "JSON"


def _columns(words: str) -> dict[str, Type]:
    """Return columns from ``name name:type …``; without a type a number."""
    kinds = {"": Type.INT, "t": Type.TEXT, "b": Type.BOOL, "m": Type.TIME, "d": Type.DATE, "x": Type.BYTES, "j": Type.JSON}
    return {name: kinds[kind] for name, _, kind in (word.partition(":") for word in words.split())}


_SET_UP = "version changed_by changed_at:m"
_REQUESTER = "requester_name:t requester_phone:t requester_email:t requester_company:t requester_department:t"
_PUBLIC = _columns(
    f"ticket_id requester_id kind subject:t state priority category_id document_ref:t {_REQUESTER} owner_label:t channel wished_at:m"
    " recorded_at:m updated_at:m version ordinal reopen_until:m files"
)

FILES: Mapping[str, Mapping[str, Type]] = {
    "office": _columns("name:t hidden_by_default:b reopen_days close_days calendar_id file_limit parcel_limit time_booking:b " + _SET_UP),
    "customer_groups": _columns("id name:t active:b hidden_by_default:b calendar_id " + _SET_UP),
    "groups": _columns("id name:t active:b directly_addressable:b source calendar_id " + _SET_UP),
    "members": _columns("group_id person_id since:m"),
    "openings": _columns("customer_group_id person_id group_id"),
    "categories": _columns("id parent_id name_de:t name_en:t hidden_by_default:b active:b reopen_days " + _SET_UP),
    "calendars": _columns("id name:t zone:t region:t active:b " + _SET_UP),
    "calendar_hours": _columns("calendar_id weekday opens closes"),
    "calendar_days": _columns("calendar_id on_day:d name_de:t name_en:t opens:j closes:j"),
    "commitments": _columns(
        "id family_id name:t measure group_id customer_group_id category_id kind priority amount_minutes business:b calendar_id stops:j"
        " warn_percent warn_minutes raise_priority:b hand_to_group_id valid_from:m valid_until:m " + _SET_UP
    ),
    "templates": _columns(
        "id purpose scope owner_id group_id for_requesters:b name_de:t name_en:t subject_de:t subject_en:t body_de:t body_en:t"
        " questions_de:j questions_en:j kind priority category_id version"
    ),
    "people": _columns(
        "id class active:b customer_group_id directly_addressable:b language:x name:t phone:t email:t company:t department:t source"
        " created_at:m " + _SET_UP
    ),
    "tickets": _columns(
        "id kind subject:t state came_from way priority hidden:b customer_group_id category_id document_ref:t requester_id " + _REQUESTER
        + " recorded_by channel coordinator_id group_id handler_id participants:j wished_at:m target_at:m waiting_reason waiting_until:m"
        " recorded_at:m updated_at:m answered_at:m closed_at:m reopened source external_ref:t version seq head:x promised_at:m"
        " late_message_at:m closes_at:m reopen_until:m parent_id root_id depth letter:t mark:t commissioned_by blocking:b contact_label:t"
        " parts_total parts_open parts_back parts_blocking files state_since:m"
    ),
    "log": _columns("ticket_id seq at:m actor_id on_behalf_id cause what:x audience data:j commitment:x prev:x hash:x"),
    "entries": _columns("ticket_id seq kind audience channel happened_at:m body:t detail:j salt:x"),
    "public": _PUBLIC,
    "public_entries": _columns(
        "ticket_id ordinal seq requester_id at:m what:x author_label:t by_requester:b kind channel body:t detail:j data:j"
    ),
    "part_entries": _columns("part_id ticket_id seq audience"),
    "given_along": _columns("part_id seq at:m actor_id kind channel body:t files:j"),
    "attachments": _columns("id:x ticket_id seq name:t size sha256:x"),
    "pauses": _columns("ticket_id since:m until:m reason"),
    "work_times": _columns("ticket_id seq person_id minutes on_day:d note:t corrects"),
    "clocks": _columns(
        "id ticket_id commitment_id measure group_id calendar_id started_at:m due_at:m stopped_at:m warn_at:m tell_at:m warned_for:m"
        " told_for:m ended_at:m kept:b void:b"
    ),
    "dues": _columns("ticket_id rule due_at:m done_at:m fault:t"),
    "links": _columns("id from_id to_id kind audience made_by made_at:m undone_at:m merged_seq state_before"),
    "own_cases": _PUBLIC,
    "own_entries": _columns("ticket_id ordinal at:m what:x author_label:t by_requester:b kind channel body:t detail:j data:j"),
    "own_attachments": _columns("id:x ticket_id ordinal name:t size sha256:x"),
    "own_links": _columns("id from_id to_id kind made_at:m"),
}
"""Every file, and its columns in their order. Whatever a class of persons may not read is empty."""

CHOSEN_FILES = frozenset({"customer_groups", "groups", "categories", "calendars", "calendar_hours", "calendar_days", "commitments"})
"""What of the office goes along with chosen cases: names that they are filed under, and no more."""


def unguarded(cell: str) -> str:
    """Return the text of a guarded cell."""
    return cell[1:] if cell[:1] == "'" else cell


def value_of(cell: str, kind: Type) -> Any:
    """Return the value of a cell. Raises ValueError when it is none of that type."""
    if kind is Type.TEXT:
        return unguarded(cell)
    if cell == "":
        return None
    match kind:
        case Type.INT:
            return int(cell)
        case Type.BOOL:
            return {"true": True, "false": False}[cell]
        case Type.JSON:
            return json.loads(cell)
        case _:
            return cell


def _text(value: str | None) -> str | None:
    return f"'{value}" if value and value[0] in _FORMULA else value


_encoded = json.JSONEncoder(ensure_ascii=False).encode
"""Made once: json.dumps makes one at each call."""


def _json(value: Any) -> str | None:
    return None if value is None else _encoded(value) if value else str(value)


_MAKERS: Mapping[Type, Callable[[Any], str | None]] = {
    Type.TEXT: _text, Type.JSON: _json, Type.BOOL: {True: "true", False: "false", None: None}.__getitem__
}  # fmt: skip
"""The types whose values are no cells as they stand."""


def cell_of(value: Any, kind: Type) -> str:
    """Return a value as a cell; a text that a spreadsheet would take for a formula is guarded, and can be had back."""
    make = _MAKERS.get(kind)
    cell = value if make is None else make(value)
    return "" if cell is None else str(cell)


def csv_lines(file: str, lines: str) -> bytes:
    """Return lines of JSON as lines of CSV."""
    columns = FILES[file]
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    # A line's end within a value is escaped; and nothing is written for None by itself.
    rows: list[dict[str, Any]] = json.loads("[" + lines.replace("\n", ",") + "]")
    if rows and list(rows[0]) != list(columns):
        raise ValueError(f"{file}: columns")
    made = [list(row.values()) for row in rows]
    # Most values are cells as they stand: column by column, only what is not is replaced.
    for place, kind in enumerate(columns.values()):
        if kind is Type.TEXT:
            for cells in made:
                if (text := cells[place]) and text[0] in _FORMULA:
                    cells[place] = f"'{text}"
        elif (make := _MAKERS.get(kind)) is not None:
            for cells in made:
                if cells[place] is not None:
                    cells[place] = make(cells[place])
    writer.writerows(made)
    return out.getvalue().encode()


def csv_head(file: str) -> bytes:
    """Return the first line of a CSV file, with the mark by which a German spreadsheet knows UTF-8."""
    return (BOM + ";".join(FILES[file]) + "\r\n").encode()


class BadRow(ValueError):
    """A line that no export has; ``code`` picks the sentence, ``detail`` fills its places."""

    def __init__(self, code: str, **detail: object) -> None:
        super().__init__(f"{code}: {detail}")
        self.code, self.detail = code, detail


def rows_of(file: str, text: Iterable[str], kind: Format) -> Iterator[dict[str, Any]]:
    """Read rows. Raises BadRow where a line is not what an export writes."""
    return _json_rows(file, text) if kind is Format.JSON else _csv_rows(file, text)


def _json_rows(file: str, text: Iterable[str]) -> Iterator[dict[str, Any]]:
    for line, words in enumerate(text, 1):
        try:
            row = json.loads(words)
        except ValueError as error:
            raise BadRow("row_broken", line=line) from error
        if not isinstance(row, dict):
            raise BadRow("row_broken", line=line)
        if row.keys() != FILES[file].keys():
            raise BadRow("row_names", line=line, names=_unlike(row, FILES[file]))
        yield row


def _csv_rows(file: str, text: Iterable[str]) -> Iterator[dict[str, Any]]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(text, delimiter=";", strict=True)
    columns = list(FILES[file].items())
    line = 1
    try:
        head = next(reader, [])
        if head != list(FILES[file]):
            raise BadRow("row_head", names=_unlike(head, FILES[file]))
        line = reader.line_num + 1
        for cells in reader:
            if len(cells) != len(columns):
                raise BadRow("row_width", line=line, found=len(cells), expected=len(columns))
            yield _row(cells, columns, line)
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadRow("row_broken", line=line) from error


def _unlike(found: Iterable[str], wanted: Iterable[str]) -> str:
    """Return the names that are in one of both alone; when it is the order alone, all that was found."""
    found, wanted = list(found), list(wanted)
    names = [name for name in (*wanted, *found) if (name in found) != (name in wanted)] or found
    return ", ".join(dict.fromkeys(name[:40] for name in names[:10]))


def _row(cells: Sequence[str], columns: Sequence[tuple[str, Type]], line: int) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for cell, (name, kind) in zip(cells, columns, strict=True):
        try:
            row[name] = value_of(cell, kind)
        except (KeyError, ValueError) as error:
            raise BadRow("row_value", line=line, column=name, value=cell[:40]) from error
    return row
