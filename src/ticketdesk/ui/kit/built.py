"""Where the build step lays icons and translations (packaging/build_resources.py)."""

from __future__ import annotations

from pathlib import Path

# A path and not importlib.resources: Qt wants files, and the way there would cost a tenth of the time until the window is painted.
FOLDER = Path(__file__).resolve().parents[2] / "_built"
