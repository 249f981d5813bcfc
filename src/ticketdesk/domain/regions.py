"""Places with public holidays of their own, by the key that a calendar keeps; no library here.

The keys are those of the holidays library: the country of ISO 3166-1 and, after a hyphen, its part (ISO 3166-2, or a town with a day of
its own). ``+catholic`` adds Assumption Day for the Bavarian municipalities that keep it.
"""

from __future__ import annotations

GERMANY = (
    "DE-BW", "DE-BY", "DE-BY+catholic", "DE-Augsburg", "DE-BE", "DE-BB", "DE-HB", "DE-HH", "DE-HE", "DE-MV", "DE-NI", "DE-NW", "DE-RP",
    "DE-SL", "DE-SN", "DE-ST", "DE-SH", "DE-TH",
)  # fmt: skip
AUSTRIA = ("AT", *(f"AT-{number}" for number in range(1, 10)))
SWITZERLAND = tuple(
    f"CH-{canton}"
    for canton in (
        "AG", "AI", "AR", "BE", "BL", "BS", "FR", "GE", "GL", "GR", "JU", "LU", "NE", "NW", "OW", "SG", "SH", "SO", "SZ", "TG", "TI", "UR",
        "VD", "VS", "ZG", "ZH",
    )
)
REGIONS: tuple[str, ...] = ("", *GERMANY, *AUSTRIA, *SWITZERLAND)
"""In the order in which they are offered; the first has no public holidays."""
