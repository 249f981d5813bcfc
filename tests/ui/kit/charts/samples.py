"""Figures of nobody, for looking at charts."""

from __future__ import annotations

from ticketdesk.ui.kit.charts.figures import Figures, Series, Sign, Value


def value(amount: float, key: object = "list", **more: object) -> Value:
    """Return a figure that is written as it stands."""
    return Value(amount, f"{amount:g}", key, **more)  # type: ignore[arg-type]


def throughput() -> Figures:
    """Return two lines and an area over eight weeks."""
    weeks = tuple(f"KW {n}" for n in range(40, 48))

    def series(name: str, token: str, sign: Sign, *amounts: float, area: bool = False) -> Series:
        return Series(name, tuple(value(a, (name, n)) for n, a in enumerate(amounts)), token, sign, area)

    return Figures(
        "Bestand und Durchsatz", "Woche", weeks,
        (
            series("offen", "accent", Sign.SOLID, 96, 98, 106, 102, 98, 111, 116, 109, area=True),
            series("neu", "warn", Sign.DASHED, 58, 62, 71, 66, 60, 79, 83, 74),
            series("beantwortet", "ok", Sign.SOLID, 55, 60, 63, 70, 64, 66, 78, 81),
        ),
    )  # fmt: skip


def ages() -> Figures:
    """Return upright bars with a hatched share."""
    return Figures(
        "Alter der offenen Tickets", "Alter", ("heute", "1 Tag", "2–3 Tage", "4–7 Tage", "1–2 Wochen", "älter"),
        (
            Series("in der Zeit", tuple(value(a) for a in (31, 24, 21, 15, 6, 2))),
            Series("davon überfällig", tuple(value(a) for a in (0, 0, 1, 2, 3, 4)), "bad", Sign.HATCHED),
        ),
    )  # fmt: skip


def promises() -> Figures:
    """Return lying bars in per cent with a target."""
    rows = (("Fantasieklinik", 97.1, False), ("Musterwerk mit einem sehr langen Namen", 92.4, True), ("Amt Nirgendwo", 96.0, False))
    return Figures(
        "Zusagen", "Kundengruppe", tuple(name for name, _, _ in rows),
        (Series("", tuple(Value(a, f"{a} %" + (" verfehlt" if bad else ""), name, 95.0, bad) for name, a, bad in rows)),),
        axis_text=lambda amount: f"{amount:.0f} %", top=100.0,
    )  # fmt: skip


def hand_overs() -> Figures:
    """Return who handed to whom."""
    groups = ("Anwendungen", "Netz", "Telefonie")
    return Figures(
        "Übergaben", "von", groups,
        tuple(Series(to, tuple(None if n == m else value(3.0 * n + m, (n, m)) for n in range(3))) for m, to in enumerate(groups)),
    )  # fmt: skip
