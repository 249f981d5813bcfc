"""The dialogs above the main window, each loaded and made when it is wanted, and shown only to whom it is for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from ticketdesk import __version__
from ticketdesk.domain.reads import READ_FUNCTIONS
from ticketdesk.domain.setup import may_set_up_groups
from ticketdesk.ui.panes.overview import places
from ticketdesk.ui.panes.overview.view import Density

if TYPE_CHECKING:
    from ticketdesk.domain.ticket import Ticket
    from ticketdesk.ui.context import Context
    from ticketdesk.ui.kit.action import ActionSet
    from ticketdesk.ui.look import Look
    from ticketdesk.ui.panes.overview.pane import OverviewPane


class WindowDialogs:
    """Opens dialogs for the person of a window. ``ticket`` is asked for the case that is shown there, ``sets`` for what may be done."""

    def __init__(
        self, ctx: Context, overview: OverviewPane, look: Look, window: QWidget, *, ticket: Callable[[], Ticket | None],
        sets: Callable[[], tuple[ActionSet, ...]], tray_there: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._ctx, self._overview, self._look, self._window = ctx, overview, look, window
        self._ticket, self._sets, self._tray_there = ticket, sets, tray_there

    def templates(self) -> None:
        """Show the dialog in which text modules and templates are kept."""
        from ticketdesk.ui.panes.templates.dialog import TemplatesDialog

        _open(TemplatesDialog(self._ctx, self._ticket(), self._window))

    def export(self) -> None:
        """Show the dialog that exports what one may see, beside which one may go on working; there is one at a time."""
        from ticketdesk.ui.panes.export.dialog import ExportDialog, OnScreen

        dialog = self._window.findChild(ExportDialog)
        if dialog is None:
            view = self._overview.view()
            title = places.say(places.PLACES[view].title) if view is not None else ""
            shown = OnScreen(self._overview.model.listing if title else None, title, self._ticket())
            dialog = ExportDialog(self._ctx, shown, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def transfers(self) -> None:
        """Show what was exported and imported to whoever answers for it."""
        from ticketdesk.ui.panes.transfers.dialog import TransfersDialog

        if self._ctx.me.person_class in READ_FUNCTIONS["transfers"]:
            _open(TransfersDialog(self._ctx, self._window))

    def imports(self) -> None:
        """Show the dialog that brings in cases of another system; for administrators."""
        from ticketdesk.ui.panes.exchange.dialog import ImportDialog

        if may_set_up_groups(self._ctx.me):
            _open(ImportDialog(self._ctx, self._window))

    def evaluation(self) -> None:
        """Show where the keys to evaluating single persons stand."""
        from ticketdesk.ui.panes.reports.keys_dialog import KeysDialog

        _open(KeysDialog(self._ctx, self._window))

    def settings(self) -> None:
        """Show the settings; they are applied as they are chosen."""
        from ticketdesk.ui.settings import SettingsDialog

        dialog = SettingsDialog(self._look, tray_there=self._tray_there(), parent=self._window)
        dialog.density_chosen.connect(lambda name: self._overview.set_density(Density(name)))
        _open(dialog)

    def keys(self) -> None:
        """List all keys."""
        from ticketdesk.ui.panes.overview.keys_dialog import KeysDialog

        _open(KeysDialog(self._sets(), self._window))

    def about(self) -> None:
        """Say what this program is."""
        box = QMessageBox(self._window)
        box.setWindowTitle(QCoreApplication.translate("About", "About Ticketdesk"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(f"Ticketdesk {__version__}")
        what = QCoreApplication.translate("About", "Incidents and tickets of an office: report, coordinate, clarify, answer.")
        box.setInformativeText(what + "\n" + QCoreApplication.translate("About", "Free software under the LGPL, version 3 or later."))
        box.setStandardButtons(QMessageBox.StandardButton.Close)
        button = box.button(QMessageBox.StandardButton.Close)
        button.setText(QCoreApplication.translate("About", "Close"))
        button.setIcon(QIcon())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def _open(dialog: QDialog) -> None:
    """Show a dialog that goes when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
