"""Which scheme and size hold, type steps and spacing; the one place where a size is written down.

Not here: the colours themselves (colours.py), painting. Widgets ask ``color``, ``font`` and the spacing constants each time they paint,
so that a change of scheme, size or contrast needs no more than a repaint. A widget that was given a font of its own has a method
``take_size``, called when the size has changed. GUI thread only.
"""

from __future__ import annotations

from enum import Enum, IntEnum
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QStyleHints
from PySide6.QtWidgets import QApplication

from ticketdesk.ui.kit.colours import DARK, LIGHT, Tokens, class_palettes, contrast, contrast_tokens, mix, palette

__all__ = ["DARK", "LIGHT", "Tokens", "class_palettes", "contrast", "mix", "palette"]

S2, S4, S6, S8, S12, S16, S24 = 2, 4, 6, 8, 12, 16, 24
PANE_MARGIN = S16
DIALOG_MARGIN = S24
GROUP_GAP = 18
LABEL_GAP = 3
RADIUS_CONTROL = 3
RADIUS_CARD = 4
RADIUS_PALETTE = 5
ICON = 16
ICON_TOOL = 18
ICON_EMPTY = 32

STYLE = "Fusion"
SMALLEST_BASE, LARGEST_BASE = 9.0, 14.0
DEFAULT_BASE = 10.0
SMALLEST_STEP = 8.5


class Scheme(Enum):
    """Which colours the user wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Step(IntEnum):
    """The sizes of type; the base B is the user's size."""

    XS = 0
    S = 1
    M = 2
    L = 3
    XL_DIALOG = 4
    XL = 5
    FIGURE = 6


_STEP_DELTA = {Step.XS: -1.5, Step.S: -1.0, Step.M: 0.0, Step.L: 0.5, Step.XL_DIALOG: 3.0, Step.XL: 5.0, Step.FIGURE: 10.0}


class ThemeSignals(QObject):
    """Tells that colours or sizes changed; most widgets need it not, since Qt sends them PaletteChange and FontChange."""

    changed = Signal()


class _Theme(QObject):
    """The present scheme, base size and hints of the system."""

    def __init__(self) -> None:
        super().__init__()
        self.fusion = False
        self.scheme = Scheme.SYSTEM
        self.tokens = LIGHT
        self.dark = False
        self.high_contrast = False
        self.wanted_base: float | None = None
        self.base = DEFAULT_BASE
        self.system_family: str | None = None
        self.signals = ThemeSignals()
        self.hints: QStyleHints | None = None
        self.generation = 0

    def watch(self, app: QApplication) -> None:
        """Follow the system's colours from now on; keeps the hints alive, as temporaries of them are deleted at once."""
        if self.hints is not None:
            return
        self.hints = app.styleHints()
        self.hints.colorSchemeChanged.connect(self._system_changed)

    @Slot()
    def _system_changed(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and _asks_dark(self.hints) != self.dark:
            _lay(app)


@cache
def _theme() -> _Theme:
    return _Theme()


def signals() -> ThemeSignals:
    """Return the object whose ``changed`` follows every change of colours or sizes."""
    return _theme().signals


def generation() -> int:
    """Return a number that grows with each change of colours or sizes, before any widget hears of it."""
    return _theme().generation


def tokens() -> Tokens:
    """Return the colours of the present scheme as strings."""
    return _theme().tokens


def color(token: str) -> QColor:
    """Return a colour of the present scheme by the name of its token."""
    # A colour of its own for everybody: one that was made paler for a veil must not make all texts pale.
    return QColor(ink(token))


def ink(token: str) -> QColor:
    """Return the same colour to paint with at once, hundreds of times a picture; it is everybody's and must not be changed."""
    return _qcolor(getattr(_theme().tokens, token))


def is_dark() -> bool:
    """Tell whether the dark scheme is shown."""
    return _theme().dark


def high_contrast() -> bool:
    """Tell whether the system asks for more contrast; then tints and fills are dropped."""
    return _theme().high_contrast


def reduced_motion() -> bool:
    """Tell whether nothing may slide, because the system's user wants it so."""
    from PySide6.QtWidgets import QStyle  # its many enumerations are made at the first import; the first paint needs none of them

    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) <= 0


def scheme() -> Scheme:
    """Return what the user chose (not what is shown: that is is_dark)."""
    return _theme().scheme


def base_size() -> float:
    """Return the size of running text in points."""
    return _theme().base


def set_base_size(points: float | None) -> None:
    """Set the user's size of text, 9 to 14 points; None follows the system, but never below 10."""
    theme = _theme()
    theme.wanted_base = None if points is None else min(max(points, SMALLEST_BASE), LARGEST_BASE)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        _lay(app)


def application(program: str) -> QApplication:
    """Make the one application, in Fusion from the start; asking for its style later would cost a tenth of the time until it is painted."""
    app = QApplication([program, "-style", STYLE])
    _theme().fusion = True
    return app


def apply(app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
    """Show the application in this scheme from now on; may be called again at any time."""
    theme = _theme()
    if not theme.fusion:
        app.setStyle(STYLE)
        theme.fusion = True
    theme.watch(app)
    theme.scheme = scheme
    assert theme.hints is not None
    wish = {Scheme.SYSTEM: Qt.ColorScheme.Unknown, Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}[scheme]
    if theme.hints.colorScheme() != wish:
        theme.hints.setColorScheme(wish)
    _lay(app)


def font(step: Step = Step.M, *, bold: bool = False, tabular: bool = False) -> QFont:
    """Return the font of a step; tabular where digits stand under digits."""
    return QFont(_font(step, bold, tabular))


@cache
def _qcolor(value: str) -> QColor:
    return QColor(value)


@cache
def _font(step: Step, bold: bool, tabular: bool) -> QFont:
    theme = _theme()
    result = QFont(QApplication.font())
    result.setPointSizeF(max(theme.base + _STEP_DELTA[step], min(SMALLEST_STEP, theme.base)))
    result.setBold(bold)
    if tabular:
        result.setFeature(QFont.Tag("tnum"), 1)
    return result


def _asks_dark(hints: QStyleHints | None) -> bool:
    return hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark


def _asks_contrast(hints: QStyleHints | None) -> bool:
    if hints is None:
        return False
    accessibility = hints.accessibility()
    try:
        return bool(accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast)
    except RuntimeError:  # some bindings hand out an object that is deleted already
        return False


def _lay(app: QApplication) -> None:
    """Give the application its palette and font."""
    theme = _theme()
    theme.dark = theme.scheme is Scheme.DARK or (theme.scheme is Scheme.SYSTEM and _asks_dark(theme.hints))
    theme.high_contrast = _asks_contrast(theme.hints)
    font = _wanted_font(app)
    theme.generation += 1
    kind = DARK if theme.dark else LIGHT
    if theme.high_contrast:
        theme.tokens = contrast_tokens(app.style().standardPalette(), kind)
        app.setPalette(app.style().standardPalette())
    else:
        theme.tokens = kind
        app.setPalette(palette(kind, dark=theme.dark))
        untyped: Any = app  # the stub wants bytes for a class's name, the call itself refuses all but str
        for name, one in class_palettes(kind, dark=theme.dark).items():
            untyped.setPalette(one, name)
    if font != app.font():
        app.setFont(font)
        # Qt tells those only that have no size of their own.
        for widget in app.allWidgets():
            take_size = getattr(widget, "take_size", None)
            if take_size is not None:
                take_size()
    theme.signals.changed.emit()


def _wanted_font(app: QApplication) -> QFont:
    """Return the application's font in the size that holds from now on, and forget the fonts of all steps."""
    theme = _theme()
    system = QFont(QGuiApplication.font())
    if theme.system_family is None:
        theme.system_family = system.family()
        size = system.pointSizeF() if system.pointSizeF() > 0 else QFontInfo(system).pointSizeF()
        app.setProperty("system_point_size", size)
    size = float(app.property("system_point_size") or DEFAULT_BASE)
    theme.base = theme.wanted_base if theme.wanted_base is not None else min(max(size, DEFAULT_BASE), LARGEST_BASE)
    _font.cache_clear()
    system.setPointSizeF(theme.base)
    return system
