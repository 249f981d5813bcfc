"""Hatch build hook: compiles resources/ (translations, icons, texts) into src/ticketdesk/_built.

Runs for the editable install and for the wheel alike; git ignores what it makes.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def lrelease_command() -> list[str]:
    """The lrelease that ships inside PySide6-Essentials."""
    import PySide6

    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    folder = Path(PySide6.__file__).parent
    for candidate in (folder / "Qt" / "libexec" / name, folder / "libexec" / name, folder / name):
        if candidate.exists():
            return [str(candidate)]
    raise FileNotFoundError(f"lrelease not found below {folder}")


def build(root: Path) -> None:
    """Compile everything below root/resources into root/src/ticketdesk/_built."""
    source, built = root / "resources", root / "src" / "ticketdesk" / "_built"
    # Made beside it and swapped in: a program that runs meanwhile finds the old or the new, never a half.
    target, old = built.with_name("_built.new"), built.with_name("_built.old")
    for left in (target, old):
        shutil.rmtree(left, ignore_errors=True)
    target.mkdir(parents=True)
    for folder in ("icons", "texts", "desktop"):
        if (source / folder).is_dir():
            shutil.copytree(source / folder, target / folder)
    for language in sorted(p for p in (source / "i18n").iterdir() if p.is_dir()):
        sources = sorted(str(p) for p in language.glob("*.ts"))
        if sources:
            out = target / "i18n" / f"ticketdesk_{language.name}.qm"
            out.parent.mkdir(exist_ok=True)
            subprocess.run([*lrelease_command(), "-silent", *sources, "-qm", str(out)], check=True)
    if built.exists():
        built.rename(old)
    target.rename(built)
    shutil.rmtree(old, ignore_errors=True)


class BuildResources(BuildHookInterface):  # type: ignore[type-arg]
    """Called by hatchling before each build."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        build(Path(self.root))


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent)
