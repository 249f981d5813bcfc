"""The colours of both schemes by name, the palettes that are made of them, and their contrast. No state: which scheme holds is theme's.

The one place where a colour is written down.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette


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
    # The list of a choice takes its ground from the Window of QMenu; a menu takes it from Base, and colours by Window the boxes that
    # are ticked in it. So our menus are a class of their own (menu.py).
    menu = QPalette(rows)
    for role in (roles.Window, roles.Base):
        menu.setColor(role, QColor(kind.raised))
    result["QMenu"] = QPalette(menu)
    menu.setColor(roles.Window, QColor(kind.line_strong).lighter(_OUTLINED["QCheckBox"]))
    result["Menu"] = menu
    rows.setColor(QPalette.ColorGroup.Inactive, roles.Highlight, QColor(kind.sel_off))
    result["QAbstractItemView"] = rows
    # Its frame, and the boxes that are ticked in it.
    ticked = QPalette(rows)
    ticked.setColor(roles.Window, QColor(kind.line_strong).lighter(_OUTLINED["QCheckBox"]))
    for name in ("QListWidget", "QTreeView", "QTableView"):
        result[name] = ticked
    return result


def contrast_tokens(system: QPalette, kind: Tokens) -> Tokens:
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


def _luminance(value: QColor) -> float:
    def part(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    return 0.2126 * part(value.redF()) + 0.7152 * part(value.greenF()) + 0.0722 * part(value.blueF())
