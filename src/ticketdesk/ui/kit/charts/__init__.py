"""Charts: painted by ourselves, the same on a screen and on paper, each with its table.

``figures`` is what is shown, ``ink`` colours and type of the ground; ``bars``, ``rows``, ``lines`` and ``matrix`` are the painters,
``view`` is the widget that one points at and walks through with the keys, ``table`` the same figures as a table. Words and numbers come
written: nothing here knows what is counted. Never colour alone: dashes, shapes, frames and hatching say the same once more; axes begin at
zero.

    ChartView(Lines()).set_figures(figures)              on a screen
    Lines().paint(painter, box, figures, ink.paper())    on a printer, in units of 1/96 inch (ink.scale_to_paper)
"""
