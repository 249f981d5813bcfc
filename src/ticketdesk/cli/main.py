"""The command ``ticketdesk``: what may be typed, and where it leads. Each command imports what it needs only when it is called."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from ticketdesk import __version__
from ticketdesk.cli import client
from ticketdesk.cli.texts import LANGUAGES, Texts, preferred_language, teller


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the process's exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if (plain := client.plain_wish(words)) is not None:
        return client.run(plain)
    texts = Texts(_language(words))
    asked = parser(texts).parse_args(words)
    logging.basicConfig(
        level=logging.INFO if asked.verbose else logging.ERROR, format="%(asctime)s %(name)s: %(message)s", stream=sys.stderr
    )
    if asked.command == "client":
        return client.run(asked)
    from ticketdesk.server.trouble import Trouble

    try:
        return _run(asked, texts)
    except Trouble as trouble:
        print(texts(f"trouble.{trouble.code}", trouble.detail), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _language(words: Sequence[str]) -> str:
    """Return the language before the parser exists, because its own help is in that language."""
    for i, word in enumerate(words):
        if word == "--lang" and i + 1 < len(words):
            return words[i + 1]
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return preferred_language()


def parser(texts: Texts) -> argparse.ArgumentParser:
    """Return what may be typed, with help in the language of ``texts``."""

    from ticketdesk.cli import admin, exchange, replay

    def say(key: str) -> str:
        return texts(f"usage.{key}").replace("%", "%%")

    top = argparse.ArgumentParser("ticketdesk", description=say("program"))
    top.add_argument("--lang", choices=LANGUAGES, help=say("lang"))
    top.add_argument("--verbose", action="store_true", help=say("verbose"))
    commands = top.add_subparsers(dest="command", required=True, metavar="…")

    serve = commands.add_parser("serve", help=say("serve"))
    _add_data(serve, say("data"))
    serve.add_argument("--port", type=int, help=say("port"))
    serve.add_argument("--listen", default="127.0.0.1", help=say("listen"))
    serve.add_argument("--accept-old-postgres", action="store_true", help=say("accept_old"))
    serve.add_argument("--no-announce", action="store_true", help=say("no_announce"))

    admin.add_commands(commands.add_parser("admin", help=say("admin")), say)

    exchange.add_arguments(commands.add_parser("import", help=say("import")), say)
    exchange.add_export(commands.add_parser("export", help=say("export")), say)
    replay.add_arguments(commands.add_parser("replay", help=say("replay")), say)

    shown = commands.add_parser("demo", help=say("demo"))
    _add_data(shown, say("data"))
    shown.add_argument("--import-file", type=Path, metavar="FILE", help=say("demo_file"))
    shown.add_argument("--cases", type=int, default=2000, help=say("cases"))
    shown.add_argument("--offscreen", action="store_true", help=say("offscreen"))
    reset = commands.add_parser("demo-reset", help=say("demo_reset"))
    _add_data(reset, say("data"))

    client.add_arguments(commands.add_parser("client", help=say("client")), say)
    commands.add_parser("version", help=say("version"))
    return top


def _add_data(command: argparse.ArgumentParser, text: str) -> None:
    command.add_argument("--data", type=Path, metavar="FOLDER", help=text)


def _run(asked: argparse.Namespace, texts: Texts) -> int:
    if asked.command == "version":
        print(f"ticketdesk {__version__}")
        return 0
    if asked.command == "serve":
        return _serve(asked, texts)
    if asked.command == "admin":
        from ticketdesk.cli import admin

        return admin.run(asked, texts)
    if asked.command == "import":
        from ticketdesk.cli import exchange

        return exchange.run(asked, texts)
    if asked.command == "export":
        from ticketdesk.cli import exchange

        return exchange.run_export(asked, texts)
    if asked.command == "replay":
        from ticketdesk.cli import replay

        return replay.run(asked, texts)
    from ticketdesk.cli import demo

    return demo.reset(asked, texts) if asked.command == "demo-reset" else demo.run(asked, texts)


def _serve(asked: argparse.Namespace, texts: Texts) -> int:
    from ticketdesk.cli.signals import told_to_stop
    from ticketdesk.server.serve import Options, Server
    from ticketdesk.server.system_user import default_folder

    folder = asked.data or default_folder()
    options = Options(folder, listen=asked.listen, port=asked.port, accept_old=asked.accept_old_postgres, announce=not asked.no_announce)
    with told_to_stop() as stop, Server(options, tell=teller(texts)) as server:
        while not stop.wait(0.5):
            if not server.cluster.running():
                print(texts("trouble.start_failed", why="", log=folder / "log"), file=sys.stderr)
                return 1
        print(texts("step.stopping"), flush=True)
    print(texts("step.stopped"), flush=True)
    return 0
