"""The floor of a start, in a process of its own: an empty QMainWindow; or, given a log-in on standard input, the shortest way to a list.

The shortest way: all imports that a client needs, TLS connect, the newest 100 open cases, a plain table, its paint.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QWidget

from bench.paint import Gaps, Paints, of_window, say


def _empty() -> None:
    app = QApplication(["bench"])
    window = QMainWindow()
    window.resize(1200, 800)
    Paints(app, of_window, lambda: say("painted"))
    answer_questions(app, Gaps(app))
    window.show()
    app.exec()


class _Rows(QAbstractTableModel):
    def __init__(self, rows: list[tuple[Any, ...]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 12

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        return str(self._rows[index.row()][index.column()]) if role == Qt.ItemDataRole.DisplayRole else None


def _list() -> None:
    import psycopg
    import sqlalchemy.orm

    assert sqlalchemy.orm
    asked = json.loads(sys.stdin.readline())
    app = QApplication(["bench"])
    with psycopg.connect(**asked["words"], autocommit=True) as connection:
        rows = connection.execute(asked["question"].encode()).fetchall()
    window, table = QMainWindow(), QTableView()
    table.setModel(_Rows(rows))
    window.setCentralWidget(table)
    window.resize(1200, 800)

    def is_list(widget: QWidget) -> bool:
        return widget is table.viewport()

    Paints(app, is_list, lambda: say("usable"))
    answer_questions(app, Gaps(app))
    window.show()
    app.exec()


def answer_questions(app: QApplication, gaps: Gaps) -> None:
    """Answer what the measuring process asks on standard input; its end is the end."""

    def read() -> None:
        word = sys.stdin.readline().strip()
        if word == "measure gaps":
            gaps.start()
        elif word == "gaps":
            say("gaps", gaps.stop())
        elif not word:
            app.quit()

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, app)
    notifier.activated.connect(read)


if __name__ == "__main__":
    _list() if sys.argv[1:] == ["list"] else _empty()
