"""Settings of a test lie in its own folder: nothing is left over from the person at the machine, or from the test before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings


def own_settings(folder: Path) -> None:
    """Let QSettings read and write below a folder from now on."""
    QCoreApplication.setOrganizationName("ticketdesk")
    QCoreApplication.setApplicationName("ticketdesk")
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, str(folder))
