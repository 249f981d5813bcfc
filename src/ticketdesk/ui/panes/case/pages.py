"""The further tabs of a case, in their order. One line each; what they are stands in page.py."""

from __future__ import annotations

from ticketdesk.ui.panes.case.page import PageSpec

PAGES: tuple[PageSpec, ...] = ()
