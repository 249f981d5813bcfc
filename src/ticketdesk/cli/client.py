"""``ticketdesk client``: hands over to the windows, without loading anything else on the way."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from ticketdesk.cli.texts import LANGUAGES


class _Plain(argparse.ArgumentParser):
    """Gives up in silence where the whole parser has something to say."""

    def error(self, message: str) -> NoReturn:
        raise ValueError(message)


def plain_wish(words: Sequence[str]) -> argparse.Namespace | None:
    """Return what ``ticketdesk client …`` asks for, None where it is anything else, a mistake or a call for help.

    Those need the catalogue of texts and all commands; a window that somebody waits for does not.
    """
    if "client" not in words[:3]:
        return None
    top = _Plain(add_help=False)
    top.add_argument("--lang", choices=LANGUAGES)
    top.add_argument("command", choices=("client",))
    add_arguments(top, lambda _key: "")
    with contextlib.suppress(ValueError):
        return top.parse_args(words)
    return None


def add_arguments(parser: argparse.ArgumentParser, say: Callable[[str], str]) -> None:
    """Say what may be typed after ``ticketdesk client``."""
    parser.add_argument("--profile", default="default", help=say("client_profile"))
    parser.add_argument("--geometry", choices=("left", "right", ""), default="", help=say("geometry"))
    parser.add_argument("--sign-in", type=Path, metavar="FILE", help=say("sign_in"))


def run(asked: argparse.Namespace) -> int:
    """Start the desktop program; returns its exit code."""
    from ticketdesk.ui import app

    return app.run(profile=asked.profile, geometry=asked.geometry, sign_in=asked.sign_in, language=asked.lang)
