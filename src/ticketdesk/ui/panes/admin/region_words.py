"""What the regions with public holidays of their own are called."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ticketdesk.domain.regions import AUSTRIA, SWITZERLAND

_GERMAN = {
    "DE-BW": QT_TRANSLATE_NOOP("Regions", "Baden-Württemberg"), "DE-BY": QT_TRANSLATE_NOOP("Regions", "Bavaria"),
    "DE-BY+catholic": QT_TRANSLATE_NOOP("Regions", "Bavaria, with Assumption Day"), "DE-Augsburg": QT_TRANSLATE_NOOP("Regions", "Augsburg"),
    "DE-BE": QT_TRANSLATE_NOOP("Regions", "Berlin"), "DE-BB": QT_TRANSLATE_NOOP("Regions", "Brandenburg"),
    "DE-HB": QT_TRANSLATE_NOOP("Regions", "Bremen"), "DE-HH": QT_TRANSLATE_NOOP("Regions", "Hamburg"),
    "DE-HE": QT_TRANSLATE_NOOP("Regions", "Hesse"), "DE-MV": QT_TRANSLATE_NOOP("Regions", "Mecklenburg-Western Pomerania"),
    "DE-NI": QT_TRANSLATE_NOOP("Regions", "Lower Saxony"), "DE-NW": QT_TRANSLATE_NOOP("Regions", "North Rhine-Westphalia"),
    "DE-RP": QT_TRANSLATE_NOOP("Regions", "Rhineland-Palatinate"), "DE-SL": QT_TRANSLATE_NOOP("Regions", "Saarland"),
    "DE-SN": QT_TRANSLATE_NOOP("Regions", "Saxony"), "DE-ST": QT_TRANSLATE_NOOP("Regions", "Saxony-Anhalt"),
    "DE-SH": QT_TRANSLATE_NOOP("Regions", "Schleswig-Holstein"), "DE-TH": QT_TRANSLATE_NOOP("Regions", "Thuringia"),
}  # fmt: skip
_AUSTRIAN = (
    QT_TRANSLATE_NOOP("Regions", "Austria"), QT_TRANSLATE_NOOP("Regions", "Burgenland (Austria)"),
    QT_TRANSLATE_NOOP("Regions", "Carinthia (Austria)"), QT_TRANSLATE_NOOP("Regions", "Lower Austria"),
    QT_TRANSLATE_NOOP("Regions", "Upper Austria"), QT_TRANSLATE_NOOP("Regions", "Salzburg (Austria)"),
    QT_TRANSLATE_NOOP("Regions", "Styria (Austria)"), QT_TRANSLATE_NOOP("Regions", "Tyrol (Austria)"),
    QT_TRANSLATE_NOOP("Regions", "Vorarlberg (Austria)"), QT_TRANSLATE_NOOP("Regions", "Vienna (Austria)"),
)  # fmt: skip
_CANTON = QT_TRANSLATE_NOOP("Regions", "Switzerland, canton {code}")
_NONE = QT_TRANSLATE_NOOP("Regions", "no public holidays")


def region_word(region: str) -> str:
    """Return what a region is called."""
    if region in _GERMAN:
        return QCoreApplication.translate("Regions", str(_GERMAN[region]))
    if region in AUSTRIA:
        return QCoreApplication.translate("Regions", str(_AUSTRIAN[AUSTRIA.index(region)]))
    if region in SWITZERLAND:
        return QCoreApplication.translate("Regions", str(_CANTON)).format(code=region[3:])
    return QCoreApplication.translate("Regions", str(_NONE))
