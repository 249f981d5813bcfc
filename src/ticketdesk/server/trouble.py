"""What can keep a server from its work: one exception with a code, turned into a sentence by the command line.

The sentences stand in resources/texts/cli.{de,en}.toml under ``trouble.<code>``.
"""

from __future__ import annotations


class Trouble(Exception):
    """The server side cannot go on; ``code`` picks the sentence, ``detail`` fills its places. Never holds a secret."""

    def __init__(self, code: str, **detail: object) -> None:
        self.code = code
        self.detail = detail
        places = ", ".join(f"{name}={value}" for name, value in detail.items())
        super().__init__(f"{code}: {places}" if places else code)
