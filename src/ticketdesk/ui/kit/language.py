"""The two languages of the program, switched while it runs; German is the default. The texts themselves stand in resources/i18n."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from ticketdesk.ui.kit import built

GERMAN, ENGLISH = "de", "en"
DEFAULT = GERMAN
_NAMES = {GERMAN: "Deutsch", ENGLISH: "English"}
_LOCALES = {GERMAN: "de_DE", ENGLISH: "en_GB"}


class LanguageSignals(QObject):
    """Tells things that are no widgets; widgets get QEvent.LanguageChange."""

    changed = Signal()


class _Present(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.language = DEFAULT
        self.translators: list[QTranslator] = []
        self.signals = LanguageSignals()


@cache
def _present() -> _Present:
    return _Present()


def names() -> dict[str, str]:
    """Return code and own name of each language, the default first."""
    return dict(_NAMES)


def current() -> str:
    """Return the code of the language that is shown: ``de`` or ``en``."""
    return _present().language


def locale() -> QLocale:
    """Return the locale of the language that is shown."""
    return QLocale(_LOCALES[current()])


def day_format(*, day: bool = True) -> str:
    """Return how a field for a day, or for a month alone, is written: as all other dates on the screen."""
    whole, month = ("dd.MM.yyyy", "MM.yyyy") if current() == GERMAN else ("d MMM yyyy", "MMM yyyy")
    return whole if day else month


def signals() -> LanguageSignals:
    """Return the object whose ``changed`` follows every switch."""
    return _present().signals


def install(app: QCoreApplication, language: str) -> None:
    """Show the program in a language from now on. An unknown code gives the default."""
    present = _present()
    for old in present.translators:
        app.removeTranslator(old)
    present.translators.clear()
    present.language = language if language in _NAMES else DEFAULT
    QLocale.setDefault(locale())
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    own_folder = str(built.FOLDER / "i18n")
    for name, folder in ((f"qtbase_{present.language}", qt_folder), (f"ticketdesk_{present.language}", own_folder)):
        translator = QTranslator()
        if translator.load(name, folder):
            app.installTranslator(translator)
            present.translators.append(translator)
    present.signals.changed.emit()
