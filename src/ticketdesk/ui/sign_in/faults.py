"""What a person reads when signing in or joining failed: one sentence per reason, and the place where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ticketdesk.domain.errors import Away, BadInput, Forbidden, NotSignedIn, Refused
from ticketdesk.services.servers import DEFAULT_PORT, Place
from ticketdesk.ui.kit import sentences


class Spot(Enum):
    """Where a sentence stands."""

    SERVER = "under the server's address"
    USER = "under the user name"
    PASSWORD = "under the password"
    CODE = "under the invitation's code"
    BAR = "in the bar above the form"
    REFUSAL = "on a page of its own that offers the safe way only"


@dataclass(frozen=True, slots=True)
class Fault:
    """A reason, where it is told, and what fills its places."""

    reason: str
    spot: Spot
    values: Mapping[str, str] = field(default_factory=dict)


_SENTENCES: dict[str, tuple[Spot, object]] = {
    # what was typed
    "server_empty": (Spot.SERVER, QT_TRANSLATE_NOOP("SignIn", "Please give the address of your server, for example desk.example.org.")),
    "server_not_text": (
        Spot.SERVER,
        QT_TRANSLATE_NOOP("SignIn", "This is not an address. Please give name or number, with a port if need be: desk.example.org:54320."),
    ),
    "server_out_of_range": (Spot.SERVER, QT_TRANSLATE_NOOP("SignIn", "A port is a number from 1 to 65535.")),
    "user_empty": (Spot.USER, QT_TRANSLATE_NOOP("SignIn", "Please give your user name.")),
    "password_empty": (Spot.PASSWORD, QT_TRANSLATE_NOOP("SignIn", "Please give your password.")),
    "code_empty": (Spot.CODE, QT_TRANSLATE_NOOP("SignIn", "Please give the code of your invitation, or open its file.")),
    "code_not_text": (Spot.CODE, QT_TRANSLATE_NOOP("SignIn", "The code has 20 letters and digits; {count} are here.")),
    # who one is
    "not_signed_in": (
        Spot.PASSWORD,
        QT_TRANSLATE_NOOP("SignIn", "User name or password is not right, or the access was switched off."),
    ),
    "deactivated": (Spot.BAR, QT_TRANSLATE_NOOP("SignIn", "Your access was switched off. Please ask your administration.")),
    "kept_password": (
        Spot.PASSWORD,
        QT_TRANSLATE_NOOP("SignIn", "The kept password is no longer right, or the access was switched off. Please type your password."),
    ),
    "used_invitation": (
        Spot.BAR,
        QT_TRANSLATE_NOOP("SignIn", "This invitation was used before. Please sign in with your own password, or ask for a new invitation."),
    ),
    # away
    "unknown_host": (
        Spot.SERVER,
        QT_TRANSLATE_NOOP("SignIn", "No computer named “{host}” was found. Please check the address and your network."),
    ),
    "closed": (
        Spot.SERVER,
        QT_TRANSLATE_NOOP("SignIn", "“{host}” is there, but nothing answers at port {port}. Is the port right, and is the server running?"),
    ),
    "silent": (
        Spot.SERVER,
        QT_TRANSLATE_NOOP("SignIn", "“{host}” does not answer. Please check the address and your network, or try again later."),
    ),
    "no_way": (Spot.SERVER, QT_TRANSLATE_NOOP("SignIn", "There is no way to “{host}” from here. Please check your network.")),
    "no_answer": (
        Spot.SERVER,
        QT_TRANSLATE_NOOP("SignIn", "The server at {address} takes calls but does not answer. It may just be starting; please try again."),
    ),
    # somebody else
    "no_database": (Spot.SERVER, QT_TRANSLATE_NOOP("SignIn", "At {address} something answers that is no Ticketdesk server.")),
    "no_ticketdesk": (Spot.SERVER, QT_TRANSLATE_NOOP("SignIn", "At {address} there is a database, but no Ticketdesk in it.")),
    "not_let_in": (
        Spot.BAR,
        QT_TRANSLATE_NOOP("SignIn", "The server does not let this computer in. Please ask your administration."),
    ),
    "pooler": (
        Spot.BAR,
        QT_TRANSLATE_NOOP(
            "SignIn",
            "Something between here and the server answers in somebody else's name (a connection pooler). Please ask your administration.",
        ),
    ),
    "client_too_old": (
        Spot.BAR,
        QT_TRANSLATE_NOOP("SignIn", "This program is too old for the server. Please have it updated; the server is fine."),
    ),
    "server_too_old": (
        Spot.BAR,
        QT_TRANSLATE_NOOP("SignIn", "The server is older than this program. Please ask your administration to update the server."),
    ),
    # not to be trusted
    "unknown_server": (
        Spot.REFUSAL,
        QT_TRANSLATE_NOOP(
            "SignIn",
            "This computer has not joined the server at {address}, so it cannot tell whether it is the right one. Nothing was sent there."
            " You join a server with the invitation that your administration gives you.",
        ),
    ),
    "certificate": (
        Spot.REFUSAL,
        QT_TRANSLATE_NOOP(
            "SignIn",
            "The server at {address} shows a certificate that does not come from the server you joined. Somebody may be trying to get at"
            " your password. Nothing was sent there. Please ask your administration, best by telephone; if the server was set up anew, you"
            " will get a new invitation.",
        ),
    ),
    "expired": (
        Spot.REFUSAL,
        QT_TRANSLATE_NOOP(
            "SignIn",
            "The certificate of {address} comes from the server you joined, but its time is over. Your password was not sent. For this"
            " computer it is {now}; if that is right, your administration must renew the certificate.",
        ),
    ),
    "not_yet": (
        Spot.REFUSAL,
        QT_TRANSLATE_NOOP(
            "SignIn",
            "The certificate of {address} comes from the server you joined, but its time has not begun. Your password was not sent. For"
            " this computer it is {now}; please check date and time.",
        ),
    ),
    "name": (
        Spot.REFUSAL,
        QT_TRANSLATE_NOOP(
            "SignIn",
            "The certificate comes from the server you joined, but is not made out for “{host}”. Your password was not sent. Please use the"
            " address in your invitation, or ask your administration.",
        ),
    ),
    "no_tls": (
        Spot.REFUSAL,
        QT_TRANSLATE_NOOP(
            "SignIn",
            "The server at {address} does not encrypt. The one you joined does, so this is another one, or somebody stands in between."
            " Nothing was sent there.",
        ),
    ),
    "channel_binding": (
        Spot.REFUSAL,
        QT_TRANSLATE_NOOP(
            "SignIn",
            "The server at {address} could not prove that nobody stands in between. Your password was not sent. Please ask your"
            " administration.",
        ),
    ),
    "authentication": (
        Spot.REFUSAL,
        QT_TRANSLATE_NOOP(
            "SignIn",
            "The server at {address} asks for the password in a way in which it could be read. Your password was not sent. Please ask your"
            " administration.",
        ),
    ),
    "no_authority": (
        Spot.REFUSAL,
        QT_TRANSLATE_NOOP(
            "SignIn",
            "What this computer kept to recognise the server at {address} cannot be read any more. Nothing was sent there. Please join the"
            " server anew with an invitation.",
        ),
    ),
    "forged_invitation": (
        Spot.REFUSAL,
        QT_TRANSLATE_NOOP(
            "SignIn",
            "What the server at {address} handed out was not made by whoever gave you the code. Nothing of it is used. Please check the"
            " address with your administration.",
        ),
    ),
    # invitations
    "no_such_invitation": (
        Spot.CODE,
        QT_TRANSLATE_NOOP("SignIn", "The server does not know this code. Is it typed right, and no older than a week?"),
    ),
    "not_ticketdesk": (Spot.SERVER, QT_TRANSLATE_NOOP("SignIn", "At {address} something answers that hands out no invitations.")),
    "no_invitations_there": (
        Spot.SERVER,
        QT_TRANSLATE_NOOP("SignIn", "Nobody hands out invitations at {address}. Please check the address, or open the invitation's file."),
    ),
    "expired_invitation": (
        Spot.BAR,
        QT_TRANSLATE_NOOP("SignIn", "This invitation is too old. Please ask your administration for a new one."),
    ),
    "unreadable_invitation": (
        Spot.BAR,
        QT_TRANSLATE_NOOP("SignIn", "This file is no invitation to a Ticketdesk server, or it is damaged."),
    ),
    "disk": (Spot.BAR, QT_TRANSLATE_NOOP("SignIn", "This computer's disk did not take what must be kept of the server. Is it full?")),
}  # fmt: skip

_TITLES: dict[str, object] = {
    "unknown_server": QT_TRANSLATE_NOOP("SignIn", "This computer does not know this server"),
    "certificate": QT_TRANSLATE_NOOP("SignIn", "This is not the server you joined"),
    "expired": QT_TRANSLATE_NOOP("SignIn", "The server's certificate has expired"),
    "not_yet": QT_TRANSLATE_NOOP("SignIn", "The server's certificate is not valid yet"),
    "name": QT_TRANSLATE_NOOP("SignIn", "The server goes by another name"),
    "no_tls": QT_TRANSLATE_NOOP("SignIn", "The connection would not be encrypted"),
    "channel_binding": QT_TRANSLATE_NOOP("SignIn", "Somebody may stand in between"),
    "authentication": QT_TRANSLATE_NOOP("SignIn", "The server wants the password in an unsafe way"),
    "no_authority": QT_TRANSLATE_NOOP("SignIn", "This server can no longer be recognised"),
    "forged_invitation": QT_TRANSLATE_NOOP("SignIn", "This invitation is not genuine"),
}
BUG = Fault("bug", Spot.BAR)
"""The program itself failed."""
INVITATION_HELPS = frozenset({"unknown_server", "certificate", "no_authority"})
"""Refusals after which a new invitation is the way on."""


def fault(reason: str, **values: str) -> Fault:
    """Return the fault of a reason."""
    return Fault(reason, _SENTENCES[reason][0], values)


def fault_of(error: Exception, **values: str) -> Fault | None:
    """Return what is told about an error; None for what is a bug."""
    if isinstance(error, OSError):
        return fault("disk", **values)
    if not isinstance(error, Refused | Away):
        return None
    why = error.why if isinstance(error, Away) else str(error.detail.get("why", ""))
    if isinstance(error, BadInput):
        field_name = str(error.detail.get("field", ""))
        return fault(f"{field_name}_{why}" if f"{field_name}_{why}" in _SENTENCES else "unreadable_invitation", **values)
    if why in _SENTENCES:
        return fault(why, **values)
    if isinstance(error, Away):
        return fault("no_answer", **values)
    if isinstance(error, NotSignedIn):
        return fault("not_signed_in", **values)
    if isinstance(error, Forbidden):
        return fault("not_let_in", **values)
    return Fault(error.code, Spot.BAR, values)


def values_of(place: Place) -> dict[str, str]:
    """Return what an address fills in: ``host``, ``port`` and ``address``."""
    port = place.port or DEFAULT_PORT
    return {"host": place.host, "port": str(port), "address": str(Place(place.host, port))}


def sentence(told: Fault) -> str:
    """Return a fault's sentence in the present language."""
    if told.reason not in _SENTENCES:
        return sentences.bug() if told.reason == BUG.reason else sentences.sentence(told.reason)
    return _filled(QCoreApplication.translate("SignIn", str(_SENTENCES[told.reason][1])), told.values)


def title(told: Fault) -> str:
    """Return the title of the page that refuses."""
    return QCoreApplication.translate("SignIn", str(_TITLES[told.reason]))


def reasons() -> frozenset[str]:
    """Return all reasons that have a sentence."""
    return frozenset(_SENTENCES)


def _filled(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text
