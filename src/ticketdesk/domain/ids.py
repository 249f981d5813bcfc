"""Identities as types of their own, and the opaque log-in name; no look-ups here."""

from __future__ import annotations

import base64
import hashlib
import hmac
import unicodedata
from typing import NamedTuple, NewType

TicketId = NewType("TicketId", int)
PersonId = NewType("PersonId", int)
GroupId = NewType("GroupId", int)
CategoryId = NewType("CategoryId", int)
CustomerGroupId = NewType("CustomerGroupId", int)
NoticeId = NewType("NoticeId", int)
TemplateId = NewType("TemplateId", int)
CalendarId = NewType("CalendarId", int)
CommitmentId = NewType("CommitmentId", int)


class TicketKey(NamedTuple):
    """Names one row of the store: the desk's face of a case, or the face its own requester sees."""

    id: TicketId
    own: bool = False


def login_name(salt: bytes, user_name: str) -> str:
    """Return the opaque PostgreSQL role name of a person.

    ``td_`` and 26 characters of base32(HMAC-SHA256(salt, folded user name)): every login of a cluster can
    read pg_roles, so that names there must say nothing (PostgreSQL documentation, "Database Roles").
    """
    folded = unicodedata.normalize("NFC", user_name.strip()).casefold()
    digest = hmac.new(salt, folded.encode("utf-8"), hashlib.sha256).digest()
    return "td_" + base64.b32encode(digest).decode("ascii")[:26].lower()
