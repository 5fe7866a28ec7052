"""Makes sure that the system has what no Python package brings: Pango, which sets the PDFs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

PAKETE = (
    "libpango-1.0-0",
    "libpangoft2-1.0-0",
    "libharfbuzz-subset0",
    "fonts-liberation",
    "fonts-dejavu-core",
)
HILFE = (
    "Für die PDFs fehlt die Bibliothek Pango.\n"
    f"  Debian und Ubuntu: sudo apt-get update && sudo apt-get install {' '.join(PAKETE)}\n"
    "  macOS: brew install pango · Windows: Pango mit MSYS2 installieren"
)


def ist_da() -> bool:
    """Tell in a process of its own whether PDFs can be made: a failed load cannot be repeated."""
    lauf = subprocess.run(
        [sys.executable, "-c", "import weasyprint"], check=False, capture_output=True
    )
    return lauf.returncode == 0


def main() -> int:
    """Install Pango if it is missing and that is possible here; returns 1 with advice if not."""
    if ist_da():
        return 0
    if shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        print("Die Bibliothek Pango wird installiert (einmalig) …", flush=True)
        for befehl in (["update"], ["install", "-y", "--no-install-recommends", *PAKETE]):
            lauf = subprocess.run(["apt-get", *befehl], check=False, capture_output=True, text=True)
            if lauf.returncode:
                print(lauf.stderr, file=sys.stderr)
        if ist_da():
            return 0
    print(HILFE, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
