"""What the tiles say: six figures, each with one line of meaning and both with the list behind them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ticketdesk.domain.board import Behind, Board, Figure
from ticketdesk.ui.kit import text
from ticketdesk.ui.panes.board.tiles import TileLook
from ticketdesk.ui.panes.board.words import BoardWords, Opening, share_of


def _tr(source: str, **values: str) -> str:
    for name, value in values.items():
        source = source.replace("{" + name + "}", value)
    return source


def tile_looks(words: BoardWords, board: Board) -> list[TileLook]:
    """Return the tiles of a board, from left to right."""
    return [_open(board), _overdue(board), _due(board), _promises(board), _durations(words, board), _reopened(board)]


def _open(board: Board) -> TileLook:
    title = QCoreApplication.translate("BoardTiles", "Open")
    new = next((one.open for one in board.ages if one.what == 0), 0)
    meaning = _tr(QCoreApplication.translate("BoardTiles", "{n} of these from today"), n=text.number(new))
    today = QCoreApplication.translate("BoardTiles", "Open, reported today")
    return TileLook(
        title, text.number(board.open), Opening(Behind(Figure.OPEN), title, board.open), meaning,
        Opening(Behind(Figure.OPEN, from_day=board.today, to_day=board.today), today, new), "inbox",
    )  # fmt: skip


def _overdue(board: Board) -> TileLook:
    title = QCoreApplication.translate("BoardTiles", "Overdue")
    opening = Opening(Behind(Figure.OVERDUE), title, board.overdue)
    if not board.overdue:
        return TileLook(title, "0", opening, QCoreApplication.translate("BoardTiles", "every date is kept"), None, "check", "ok")
    meaning = _tr(QCoreApplication.translate("BoardTiles", "{share} of what is open"), share=share_of(board.overdue, board.open))
    return TileLook(title, text.number(board.overdue), opening, meaning, opening, "clock-exclamation", "bad")


def _due(board: Board) -> TileLook:
    title = QCoreApplication.translate("BoardTiles", "Due today")
    week = QCoreApplication.translate("BoardTiles", "Due this week")
    meaning = _tr(QCoreApplication.translate("BoardTiles", "{n} this week"), n=text.number(board.due_week))
    return TileLook(
        title, text.number(board.due_today), Opening(Behind(Figure.DUE_TODAY), title, board.due_today), meaning,
        Opening(Behind(Figure.DUE_WEEK), week, board.due_week), "calendar",
    )  # fmt: skip


def _nothing(title: str, board: Board) -> TileLook:
    if board.work is None:
        return TileLook(title, "–", None, QCoreApplication.translate("BoardTiles", "group too small"), None, "lock")
    return TileLook(title, "–", None, QCoreApplication.translate("BoardTiles", "nothing in this period"), None)


def _promises(board: Board) -> TileLook:
    title = QCoreApplication.translate("BoardTiles", "Commitments kept")
    kept = sum(one.kept for one in board.work.promises) if board.work is not None else 0
    missed = sum(one.missed for one in board.work.promises) if board.work is not None else 0
    if kept + missed == 0:
        return _nothing(title, board)
    opening = Opening(Behind(Figure.PROMISED, second=1), title, kept)
    if missed == 0:
        return TileLook(title, share_of(kept, kept), opening, QCoreApplication.translate("BoardTiles", "none missed"), None, "check", "ok")
    meaning = _tr(QCoreApplication.translate("BoardTiles", "{n} missed"), n=text.number(missed))
    late = QCoreApplication.translate("BoardTiles", "Commitments missed")
    return TileLook(
        title, share_of(kept, kept + missed), opening, meaning, Opening(Behind(Figure.PROMISED, second=0), late, missed),
        "alert-triangle", "warn",
    )  # fmt: skip


def _durations(words: BoardWords, board: Board) -> TileLook:
    title = QCoreApplication.translate("BoardTiles", "To the answer, median")
    work = board.work
    if work is None or work.clock.median is None:
        return _nothing(title, board)
    clock = words.span(work.clock.median)
    solved = QCoreApplication.translate("BoardTiles", "Solved")
    opening = Opening(Behind(Figure.SOLVED), solved, work.clock.n)
    if work.business.median is None:
        return TileLook(title, clock, opening, QCoreApplication.translate("BoardTiles", "by the clock"), opening, "clock")
    meaning = _tr(QCoreApplication.translate("BoardTiles", "in working time; {span} by the clock"), span=clock)
    worked = Opening(Behind(Figure.WORKED), solved, work.business.n)
    return TileLook(title, words.span(work.business.median), worked, meaning, opening, "clock")


def _reopened(board: Board) -> TileLook:
    title = QCoreApplication.translate("BoardTiles", "Opened again")
    work = board.work
    if work is None or not work.finished:
        return _nothing(title, board)
    again = Opening(Behind(Figure.REOPENED), title, work.reopened)
    meaning = QCoreApplication.translate("BoardTiles", "{n} of {all} finished")
    meaning = _tr(meaning, n=text.number(work.reopened), all=text.number(work.finished))
    finished = Opening(Behind(Figure.FINISHED), QCoreApplication.translate("BoardTiles", "Finished"), work.finished)
    return TileLook(title, share_of(work.reopened, work.finished), again, meaning, finished, "rotate")
