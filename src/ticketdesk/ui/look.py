"""How the program looks on this computer, as somebody set it up: language, colours, size of text. Applied and kept at once.

Loaded before anything is painted, hence apart from the dialog that shows it (settings).
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QApplication

from ticketdesk.ui.kit import language, theme

_LANGUAGE, _SCHEME, _SIZE, _TO_TRAY = "language", "colours", "size", "close_to_tray"


class Look(QObject):
    """Sets how the program looks and keeps it; ``changed`` follows, so that menus can show their marks."""

    changed = Signal()

    def __init__(self, app: QApplication, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self.settings = settings

    def apply_kept(self, *, default_language: str = language.DEFAULT) -> None:
        """Show the program as it was set up; a person's own language counts while none was chosen here."""
        language.install(self._app, str(self.settings.value(_LANGUAGE, default_language)))
        size = self.size()
        if size is not None:
            theme.set_base_size(size)
        theme.apply(self._app, self.scheme())

    def set_language(self, code: str) -> None:
        """Show everything in another language from now on."""
        self.settings.setValue(_LANGUAGE, code)
        language.install(self._app, code)
        self.changed.emit()

    def scheme(self) -> theme.Scheme:
        """Return the colours that were chosen."""
        kept = str(self.settings.value(_SCHEME, theme.Scheme.SYSTEM.value))
        return next((scheme for scheme in theme.Scheme if scheme.value == kept), theme.Scheme.SYSTEM)

    def set_scheme(self, scheme: theme.Scheme) -> None:
        """Show other colours from now on."""
        self.settings.setValue(_SCHEME, scheme.value)
        theme.apply(self._app, scheme)
        self.changed.emit()

    def size(self) -> float | None:
        """Return the size of text that was chosen in points, None for the system's."""
        try:
            return float(str(self.settings.value(_SIZE, "")))
        except ValueError:
            return None

    def set_size(self, points: float | None) -> None:
        """Show text in another size from now on; None follows the system."""
        if points is None:
            self.settings.remove(_SIZE)
        else:
            self.settings.setValue(_SIZE, str(min(max(points, theme.SMALLEST_BASE), theme.LARGEST_BASE)))
        theme.set_base_size(self.size())
        self.changed.emit()

    def closes_to_tray(self) -> bool:
        """Tell whether closing the window leaves the program in the tray."""
        return bool(self.settings.value(_TO_TRAY, False, type=bool))

    def set_closes_to_tray(self, on: bool) -> None:
        """Let closing the window leave the program in the tray, or end it."""
        self.settings.setValue(_TO_TRAY, on)
