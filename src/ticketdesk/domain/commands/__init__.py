"""One frozen dataclass per wish; ``ALL`` lists them for the contract test with the database."""

from __future__ import annotations

from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.commands.calendars import SaveCalendar
from ticketdesk.domain.commands.commitments import EndCommitment, SaveCommitment
from ticketdesk.domain.commands.entry import AddMessage, AddNote, RecordEntry, ReleaseEntry, SendAnswer, SendInterimAnswer
from ticketdesk.domain.commands.evaluation import TurnEvaluationKey
from ticketdesk.domain.commands.handling import (
    AssignTicket,
    DeclineTicket,
    EndWaiting,
    ForwardTicket,
    GiveBack,
    HandToCoordination,
    RecallTicket,
    RemindTicket,
    ReportBack,
    ReturnTicket,
    SetWaiting,
    TakeOver,
)
from ticketdesk.domain.commands.links import LinkTickets, MergeTickets, UndoMerge, UnlinkTickets
from ticketdesk.domain.commands.notices import MarkNoticesSeen
from ticketdesk.domain.commands.parts import AcceptPart, CommentPart, CommissionParts, RecallPart, RecordPartAnswer, ReturnPart
from ticketdesk.domain.commands.setup import (
    ChangeCategory,
    ChangeContact,
    ChangeCustomerGroup,
    ChangeGroup,
    ChangeOffice,
    CreateCategory,
    CreateCustomerGroup,
    CreateGroup,
)
from ticketdesk.domain.commands.templates import DeleteTemplate, SaveTemplate
from ticketdesk.domain.commands.ticket import (
    AcceptTicket,
    AcknowledgeMessage,
    ChangeTicket,
    ClarifyTicket,
    CloseTicket,
    ConfirmSolution,
    RecordTicket,
    RejectTicket,
    ReopenTicket,
    SetHidden,
    SetWishedDate,
    WithdrawTicket,
)
from ticketdesk.domain.commands.time import BookTime

ALL: tuple[type[Command], ...] = (
    RecordTicket, AcceptTicket, ClarifyTicket, ChangeTicket, SetHidden, CloseTicket, ConfirmSolution, ReopenTicket,
    AssignTicket, TakeOver, GiveBack, ReportBack, AddNote, SendInterimAnswer, SendAnswer, AddMessage, MarkNoticesSeen,
    LinkTickets, UnlinkTickets, MergeTickets, UndoMerge,
    SaveTemplate, DeleteTemplate,
    SaveCalendar, SaveCommitment, EndCommitment,
    TurnEvaluationKey,
    BookTime,
    RecordEntry, ReleaseEntry,
    CommissionParts, RecallPart, AcceptPart, ReturnPart, RecordPartAnswer, CommentPart,
    SetWaiting, EndWaiting, DeclineTicket, RecallTicket, ForwardTicket, HandToCoordination, ReturnTicket, RemindTicket,
    RejectTicket, WithdrawTicket, SetWishedDate, AcknowledgeMessage,
    CreateCategory, ChangeCategory, CreateCustomerGroup, ChangeCustomerGroup, CreateGroup, ChangeGroup, ChangeContact, ChangeOffice,
)  # fmt: skip

__all__ = ["ALL", "Command", "Outcome", *(c.__name__ for c in ALL)]
