"""Colours, type steps, spacing and the two palettes; the one place where a colour or a size is written down.

Not here: painting. Widgets ask ``color``, ``font`` and the spacing constants each time they paint, so that a change of scheme,
size or contrast needs no more than a repaint. GUI thread only.
"""

from __future__ import annotations

from enum import Enum, IntEnum
from functools import cache
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

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


class Tokens(NamedTuple):
    """Every colour of one scheme, as ``#RRGGBB``."""

    window: str
    base: str
    alt: str
    raised: str
    sel: str
    sel_off: str
    hover: str
    line: str
    line_strong: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_fill: str
    coord: str
    coord_fill: str
    note: str
    note_fill: str
    note_paper: str
    note_line: str
    inc: str
    ok: str
    warn: str
    bad: str
    bad_fill: str
    chart: str
    on_fill: str
    accent_tint: str
    coord_tint: str
    inc_tint: str
    ok_tint: str
    warn_tint: str
    bad_tint: str


LIGHT = Tokens(
    window="#ECEEED", base="#FFFFFF", alt="#F5F7F6", raised="#F8F9F9", sel="#CDE4EA", sel_off="#E0E5E4", hover="#EEF3F3",
    line="#D2D8D6", line_strong="#7F8B8A", text="#1A2023", text2="#525C5F", text3="#616C6E",
    accent="#0A5A6E", accent_fill="#0A5A6E", coord="#65399A", coord_fill="#65399A", note="#755000", note_fill="#7A5400",
    note_paper="#FFF7DC", note_line="#D9C07F", inc="#41525B", ok="#1B6A39", warn="#974400", bad="#B1241D", bad_fill="#B1241D",
    chart="#2A788C", on_fill="#FFFFFF", accent_tint="#DFEDF0", coord_tint="#EFE8F8", inc_tint="#EDF1F3", ok_tint="#E0F0E5",
    warn_tint="#FCEBDC", bad_tint="#FBE6E3",
)  # fmt: skip
DARK = Tokens(
    window="#22272A", base="#191D1F", alt="#1E2325", raised="#2C3235", sel="#1F444F", sel_off="#30373B", hover="#23292C",
    line="#394145", line_strong="#77848A", text="#E4E9E9", text2="#A8B3B6", text3="#8E9A9E",
    accent="#6FC3D6", accent_fill="#1F7890", coord="#C4A8EF", coord_fill="#7A58B4", note="#E6C06A", note_fill="#906B18",
    note_paper="#2B2618", note_line="#6B592A", inc="#AFC0C9", ok="#82CD9B", warn="#F3AE70", bad="#FF978E", bad_fill="#BE4138",
    chart="#4795A8", on_fill="#FFFFFF", accent_tint="#1B343B", coord_tint="#2C2639", inc_tint="#262D31", ok_tint="#1C3024",
    warn_tint="#382819", bad_tint="#3B2220",
)  # fmt: skip

DARK_FOCUS_TEXT = "#0E1719"
"""What stands on Fusion's light focus colour in the dark scheme (9.1)."""

# Fusion draws these classes' outlines as Window, 1.4 times darker: too faint on our grounds, invisible in the dark scheme.
# The percentages give back what it takes, and what it takes differs by class.
_OUTLINED = {
    "QLineEdit": 140, "QComboBox": 140, "QAbstractSpinBox": 140, "QRadioButton": 140, "QPushButton": 140,
    "QTextEdit": 130, "QPlainTextEdit": 130, "QCheckBox": 127,
}  # fmt: skip


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
    return QColor(_qcolor(getattr(_theme().tokens, token)))


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


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """Return a colour between two; share 0 is the first one."""
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )


def contrast(first: QColor, second: QColor) -> float:
    """Return the contrast of two colours after WCAG 2 (1 to 21)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def palette(kind: Tokens, *, dark: bool) -> QPalette:
    """Build the palette of a scheme."""
    result = QPalette()
    roles = QPalette.ColorRole
    for role, value in {
        roles.Window: kind.window, roles.WindowText: kind.text, roles.Text: kind.text, roles.ButtonText: kind.text,
        roles.Base: kind.base, roles.AlternateBase: kind.alt, roles.Button: kind.raised, roles.BrightText: kind.on_fill,
        roles.Highlight: kind.accent_fill, roles.Accent: kind.accent_fill, roles.HighlightedText: kind.on_fill,
        roles.PlaceholderText: kind.text3, roles.Link: kind.accent, roles.LinkVisited: kind.coord,
        roles.ToolTipBase: kind.raised, roles.ToolTipText: kind.text, roles.Mid: kind.line, roles.Midlight: kind.line,
        roles.Dark: kind.line_strong, roles.Shadow: kind.line_strong, roles.Light: kind.raised if dark else kind.base,
    }.items():  # fmt: skip
        result.setColor(role, QColor(value))
    disabled = QPalette.ColorGroup.Disabled
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(disabled, role, QColor(kind.text3))
    result.setColor(disabled, roles.Highlight, QColor(kind.sel_off))
    result.setColor(disabled, roles.HighlightedText, QColor(kind.text2))
    return result


def class_palettes(kind: Tokens, *, dark: bool) -> dict[str, QPalette]:
    """Build the palettes of single widget classes that make Fusion's outlines and focus frames visible."""
    roles = QPalette.ColorRole
    result: dict[str, QPalette] = {}
    for name, factor in _OUTLINED.items():
        one = palette(kind, dark=dark)
        one.setColor(roles.Window, QColor(kind.line_strong).lighter(factor))
        result[name] = one
    if dark:
        result["QToolButton"] = palette(kind, dark=dark)
        for one in result.values():
            one.setColor(roles.Highlight, QColor(kind.accent))
            one.setColor(roles.HighlightedText, QColor(DARK_FOCUS_TEXT))
    # Icons of rows and of menu entries are drawn in palette colours that must be read on the highlight too, hence the quiet one.
    rows = palette(kind, dark=dark)
    rows.setColor(roles.Highlight, QColor(kind.sel))
    rows.setColor(roles.HighlightedText, QColor(kind.text))
    menu = QPalette(rows)
    menu.setColor(roles.Window, QColor(kind.raised))
    menu.setColor(roles.Base, QColor(kind.raised))
    result["QMenu"] = menu
    rows.setColor(QPalette.ColorGroup.Inactive, roles.Highlight, QColor(kind.sel_off))
    result["QAbstractItemView"] = rows
    # Its frame, and the boxes that are ticked in it.
    ticked = QPalette(rows)
    ticked.setColor(roles.Window, QColor(kind.line_strong).lighter(_OUTLINED["QCheckBox"]))
    result["QListWidget"] = ticked
    return result


@cache
def _qcolor(value: str) -> QColor:
    return QColor(value)


def _luminance(value: QColor) -> float:
    def part(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    return 0.2126 * part(value.redF()) + 0.7152 * part(value.greenF()) + 0.0722 * part(value.blueF())


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


def _contrast_tokens(system: QPalette, kind: Tokens) -> Tokens:
    """Take the system's own colours: no tints, no fills but the highlight."""
    roles = QPalette.ColorRole

    def value(role: QPalette.ColorRole) -> str:
        return system.color(role).name()

    ground, text = value(roles.Base), value(roles.Text)
    plain = ("accent", "coord", "note", "inc", "ok", "warn", "bad", "chart", "text2", "text3", "line_strong", "line")
    marks = dict.fromkeys(plain, text)
    tints = {name: ground for name in kind._fields if name.endswith("_tint")}
    fills = {name: value(roles.Highlight) for name in ("accent_fill", "coord_fill", "note_fill", "bad_fill")}
    return kind._replace(
        window=value(roles.Window), base=ground, alt=ground, raised=value(roles.Button), text=text, hover=ground, sel=ground,
        sel_off=ground, note_paper=ground, note_line=text, on_fill=value(roles.HighlightedText), **marks, **tints, **fills,
    )  # fmt: skip


def _lay(app: QApplication) -> None:
    """Give the application its palette and font."""
    theme = _theme()
    theme.dark = theme.scheme is Scheme.DARK or (theme.scheme is Scheme.SYSTEM and _asks_dark(theme.hints))
    theme.high_contrast = _asks_contrast(theme.hints)
    font = _wanted_font(app)
    theme.generation += 1
    kind = DARK if theme.dark else LIGHT
    if theme.high_contrast:
        theme.tokens = _contrast_tokens(app.style().standardPalette(), kind)
        app.setPalette(app.style().standardPalette())
    else:
        theme.tokens = kind
        app.setPalette(palette(kind, dark=theme.dark))
        untyped: Any = app  # the stub wants bytes for a class's name, the call itself refuses all but str
        for name, one in class_palettes(kind, dark=theme.dark).items():
            untyped.setPalette(one, name)
    if font != app.font():
        app.setFont(font)
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
