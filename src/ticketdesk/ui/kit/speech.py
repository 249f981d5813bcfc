"""How a reader's language says dates, names and categories, whatever the language of the screen is."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale

from ticketdesk.domain.letter import Speech
from ticketdesk.services.directory import Directory


def speech(directory: Directory, language: str) -> Speech:
    """Return the words for texts in that language."""
    german = language == "de"
    locale = QLocale(QLocale.Language.German if german else QLocale.Language.English)

    def date(at: datetime) -> str:
        local = at.astimezone()
        return locale.toString(QDate(local.year, local.month, local.day), "dd.MM.yyyy" if german else "d MMMM yyyy")

    def moment(at: datetime) -> str:
        time = f"{at.astimezone():%H:%M}"
        return f"{date(at)} um {time} Uhr" if german else f"{date(at)} at {time}"

    return Speech(language, date, moment, directory.category_path, directory.name, directory.group_name)
