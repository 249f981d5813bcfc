"""The built-in views as data: who finds which in his navigation, their words and icons, and what an empty one says.

Not here: what belongs to a view (domain/query.py), how the navigation looks (navigation.py).
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ticketdesk.domain.people import Me, PersonClass
from ticketdesk.domain.query import DESK_ORDERS, OWN_VIEWS, WAITING_VIEWS, Listing, Narrow, Order, View


@dataclass(frozen=True, slots=True)
class Place:
    """One view of the navigation; texts are English sources of the context Places."""

    view: View
    icon: str
    title: object
    empty_title: object
    empty_text: object
    alarm: str = ""
    """The colour its count takes when there is something in it."""
    instead: View | None = None
    """Where an empty view leads."""
    records: bool = False
    """Whether an empty view offers to record a report."""


@dataclass(frozen=True, slots=True)
class Section:
    """Views under one heading."""

    title: object
    views: tuple[View, ...]


PLACES: dict[View, Place] = {
    place.view: place
    for place in (
        Place(
            View.ASSIGNED_TO_ME,
            "user",
            QT_TRANSLATE_NOOP("Places", "Assigned to me"),
            QT_TRANSLATE_NOOP("Places", "Nothing is assigned to you"),
            QT_TRANSLATE_NOOP("Places", "What is handed to you appears here by itself. Free tickets of your groups can be taken over."),
            instead=View.GROUPS_FREE,
        ),
        Place(
            View.GROUPS_FREE,
            "users",
            QT_TRANSLATE_NOOP("Places", "Groups, free"),
            QT_TRANSLATE_NOOP("Places", "Nothing is free in your groups"),
            QT_TRANSLATE_NOOP("Places", "New tickets appear here by themselves. Select one and take it over."),
            instead=View.GROUPS_IN_WORK,
        ),
        Place(
            View.GROUPS_IN_WORK,
            "users-group",
            QT_TRANSLATE_NOOP("Places", "Groups, in work"),
            QT_TRANSLATE_NOOP("Places", "Your groups have nothing in work"),
            QT_TRANSLATE_NOOP("Places", "As soon as somebody takes a ticket over, it stands here with the name."),
            instead=View.GROUPS_FREE,
        ),
        Place(
            View.TAKING_PART,
            "user-check",
            QT_TRANSLATE_NOOP("Places", "Taking part"),
            QT_TRANSLATE_NOOP("Places", "You take part in no other ticket"),
            QT_TRANSLATE_NOOP("Places", "Tickets that you have handled or coordinated before stay here until they are finished."),
            instead=View.ASSIGNED_TO_ME,
        ),
        Place(
            View.ALL_OPEN,
            "list",
            QT_TRANSLATE_NOOP("Places", "All open"),
            QT_TRANSLATE_NOOP("Places", "No open tickets"),
            QT_TRANSLATE_NOOP("Places", "Everything is answered or closed. New reports appear here by themselves."),
            instead=View.CLOSED,
        ),
        Place(
            View.NEW,
            "message-report",
            QT_TRANSLATE_NOOP("Places", "Newly received"),
            QT_TRANSLATE_NOOP("Places", "Nothing new"),
            QT_TRANSLATE_NOOP("Places", "New reports appear here by themselves. Accept one to take it into coordination."),
            instead=View.ALL_OPEN,
        ),
        Place(
            View.REPORTED,
            "corner-up-left",
            QT_TRANSLATE_NOOP("Places", "Reported back"),
            QT_TRANSLATE_NOOP("Places", "Nothing reported back"),
            QT_TRANSLATE_NOOP("Places", "Answers of the handlers to the coordination appear here by themselves."),
            instead=View.ALL_OPEN,
        ),
        Place(
            View.WAITING,
            "player-pause",
            QT_TRANSLATE_NOOP("Places", "Waiting"),
            QT_TRANSLATE_NOOP("Places", "Nothing waits"),
            QT_TRANSLATE_NOOP("Places", "Tickets that wait for an answer, a third party or a date stand here."),
            instead=View.ALL_OPEN,
        ),
        Place(
            View.RESUBMISSION,
            "calendar-time",
            QT_TRANSLATE_NOOP("Places", "Resubmission"),
            QT_TRANSLATE_NOOP("Places", "No ticket comes back at a date"),
            QT_TRANSLATE_NOOP("Places", "Waiting tickets with a date stand here; at that moment they come back by themselves."),
            instead=View.WAITING,
        ),
        Place(
            View.LATE_MESSAGE,
            "message-exclamation",
            QT_TRANSLATE_NOOP("Places", "Late messages"),
            QT_TRANSLATE_NOOP("Places", "Nobody has written after the end"),
            QT_TRANSLATE_NOOP("Places", "If a requester writes about a finished ticket, it stands here until somebody deals with it."),
            alarm="warn",
            instead=View.CLOSED,
        ),
        Place(
            View.OVERDUE,
            "clock-exclamation",
            QT_TRANSLATE_NOOP("Places", "Overdue"),
            QT_TRANSLATE_NOOP("Places", "Nothing is overdue"),
            QT_TRANSLATE_NOOP("Places", "Tickets whose date or service commitment has passed appear here."),
            alarm="bad",
            instead=View.ALL_OPEN,
        ),
        Place(
            View.ANSWERED,
            "circle-check",
            QT_TRANSLATE_NOOP("Places", "Answered"),
            QT_TRANSLATE_NOOP("Places", "No answer waits for confirmation"),
            QT_TRANSLATE_NOOP("Places", "Answered tickets stand here until they are confirmed or closed."),
            instead=View.CLOSED,
        ),
        Place(
            View.CLOSED,
            "archive",
            QT_TRANSLATE_NOOP("Places", "Closed"),
            QT_TRANSLATE_NOOP("Places", "Nothing is closed yet"),
            QT_TRANSLATE_NOOP("Places", "Closed, withdrawn and rejected tickets stay here."),
            instead=View.ALL_OPEN,
        ),
        Place(
            View.OWN_OPEN,
            "list",
            QT_TRANSLATE_NOOP("Places", "Open"),
            QT_TRANSLATE_NOOP("Places", "You have no open reports"),
            QT_TRANSLATE_NOOP("Places", "Report a disturbance, an error or a request. You follow here what becomes of it."),
            records=True,
        ),
        Place(
            View.OWN_ANSWER_NEEDED,
            "bell-ringing",
            QT_TRANSLATE_NOOP("Places", "Answer needed"),
            QT_TRANSLATE_NOOP("Places", "No question waits for you"),
            QT_TRANSLATE_NOOP("Places", "If something must be asked about your report, it stands here."),
            alarm="warn",
            instead=View.OWN_OPEN,
        ),
        Place(
            View.OWN_ANSWERED,
            "circle-check",
            QT_TRANSLATE_NOOP("Places", "Answered"),
            QT_TRANSLATE_NOOP("Places", "No answer waits for your confirmation"),
            QT_TRANSLATE_NOOP("Places", "When your report is answered, confirm the solution here or say that it is not solved."),
            instead=View.OWN_OPEN,
        ),
        Place(
            View.OWN_CLOSED,
            "archive",
            QT_TRANSLATE_NOOP("Places", "Closed"),
            QT_TRANSLATE_NOOP("Places", "None of your reports is closed yet"),
            QT_TRANSLATE_NOOP("Places", "Closed reports stay here and can be read at any time."),
            instead=View.OWN_OPEN,
        ),
    )
}

_MY_WORK = Section(QT_TRANSLATE_NOOP("Places", "My work"), (View.ASSIGNED_TO_ME, View.GROUPS_FREE, View.GROUPS_IN_WORK, View.TAKING_PART))
_COORDINATION = Section(
    QT_TRANSLATE_NOOP("Places", "Coordination"),
    (View.ALL_OPEN, View.NEW, View.REPORTED, View.WAITING, View.RESUBMISSION, View.OVERDUE, View.LATE_MESSAGE),
)
_ALL = Section(QT_TRANSLATE_NOOP("Places", "All tickets"), (View.ALL_OPEN, View.WAITING, View.RESUBMISSION, View.OVERDUE))
_AUDITED = Section(QT_TRANSLATE_NOOP("Places", "All tickets"), (View.ALL_OPEN, View.NEW, View.REPORTED, View.OVERDUE))
_FINISHED = Section(QT_TRANSLATE_NOOP("Places", "Finished"), (View.ANSWERED, View.CLOSED))
_OWN = Section(QT_TRANSLATE_NOOP("Places", "My reports"), (View.OWN_OPEN, View.OWN_ANSWER_NEEDED, View.OWN_ANSWERED, View.OWN_CLOSED))

_SECTIONS: dict[PersonClass, tuple[Section, ...]] = {
    PersonClass.COORDINATOR: (_MY_WORK, _COORDINATION, _FINISHED, _OWN),
    PersonClass.HANDLER: (_MY_WORK, _ALL, _FINISHED, _OWN),
    PersonClass.REQUESTER: (_OWN,),
    PersonClass.AUDITOR: (_AUDITED, _FINISHED),
}
_FIRST: dict[PersonClass, View] = {
    PersonClass.COORDINATOR: View.ALL_OPEN,
    PersonClass.HANDLER: View.ASSIGNED_TO_ME,
    PersonClass.REQUESTER: View.OWN_OPEN,
    PersonClass.AUDITOR: View.ALL_OPEN,
}

ORDERS: dict[Order, object] = {
    Order.UPDATED: QT_TRANSLATE_NOOP("Places", "Last changed"),
    Order.RECORDED: QT_TRANSLATE_NOOP("Places", "Received"),
    Order.DUE: QT_TRANSLATE_NOOP("Places", "Due date"),
    Order.PRIORITY: QT_TRANSLATE_NOOP("Places", "Priority"),
    Order.NUMBER: QT_TRANSLATE_NOOP("Places", "Number"),
    Order.RETURN: QT_TRANSLATE_NOOP("Places", "Comes back"),
    Order.PROMISE: QT_TRANSLATE_NOOP("Places", "Service commitment"),
    Order.STILL: QT_TRANSLATE_NOOP("Places", "In this state since"),
}
"""What a list may be sorted by, in the words of its menu."""


def orders(view: View) -> tuple[Order, ...]:
    """Return what a view may be sorted by; only what waits comes back, and a requester has no promises before him."""
    return tuple(
        order
        for order in ORDERS
        if (order is not Order.RETURN or view in WAITING_VIEWS) and not (order in DESK_ORDERS and view in OWN_VIEWS)
    )


NARROWS: tuple[tuple[object, tuple[tuple[Narrow, object], ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Places", "Service commitment"),
        (
            (Narrow.PROMISE_TODAY, QT_TRANSLATE_NOOP("Places", "Broken, or due today")),
            (Narrow.PROMISE_BROKEN, QT_TRANSLATE_NOOP("Places", "Broken")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Places", "Age"),
        (
            (Narrow.OLDER_3, QT_TRANSLATE_NOOP("Places", "Older than 3 days")),
            (Narrow.OLDER_7, QT_TRANSLATE_NOOP("Places", "Older than 7 days")),
            (Narrow.OLDER_14, QT_TRANSLATE_NOOP("Places", "Older than 14 days")),
            (Narrow.OLDER_30, QT_TRANSLATE_NOOP("Places", "Older than 30 days")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Places", "Time in this state"),
        (
            (Narrow.STILL_1, QT_TRANSLATE_NOOP("Places", "Unchanged for more than 1 day")),
            (Narrow.STILL_3, QT_TRANSLATE_NOOP("Places", "Unchanged for more than 3 days")),
            (Narrow.STILL_7, QT_TRANSLATE_NOOP("Places", "Unchanged for more than 7 days")),
        ),
    ),
)
"""What a list may be narrowed to, in groups, in the words of its menu."""


_SHORT = {
    Narrow.PROMISE_TODAY: QT_TRANSLATE_NOOP("Places", "Commitment today"),
    Narrow.PROMISE_BROKEN: QT_TRANSLATE_NOOP("Places", "Commitment broken"),
    Narrow.STILL_1: QT_TRANSLATE_NOOP("Places", "Unchanged > 1 day"),
    Narrow.STILL_3: QT_TRANSLATE_NOOP("Places", "Unchanged > 3 days"),
    Narrow.STILL_7: QT_TRANSLATE_NOOP("Places", "Unchanged > 7 days"),
}
"""Beside the title there is room for few words; the others are short in the menu already."""


def narrow_word(narrow: Narrow) -> str:
    """Return in few words what a list is narrowed to."""
    found = next(word for _title, entries in NARROWS for one, word in entries if one is narrow)
    return say(_SHORT.get(narrow, found))


def sections(me: Me) -> tuple[Section, ...]:
    """Return what a person finds in the navigation; an administrator has no cases."""
    return _SECTIONS.get(me.person_class, ())


def views(me: Me) -> tuple[View, ...]:
    """Return all views of a person in their order."""
    return tuple(view for section in sections(me) for view in section.views)


def first_view(me: Me) -> View | None:
    """Return the view that a person sees at the first start."""
    return _FIRST.get(me.person_class)


def default_listing(view: View) -> Listing:
    """Return the order in which a view is shown first: what changed last on top, but the overdue and what waits by their date."""
    if view in WAITING_VIEWS:
        return Listing(view, Order.RETURN, descending=False)
    if view is View.OVERDUE:
        return Listing(view, Order.DUE, descending=False)
    return Listing(view)


def say(source: object) -> str:
    """Return a text of this file in the present language."""
    return QCoreApplication.translate("Places", str(source))
