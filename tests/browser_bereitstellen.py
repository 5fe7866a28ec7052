"""Makes sure there is a Chromium for the browser tests; installs Debian's where it is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMEN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HILFE = (
    "Für die Browsertests fehlt Chromium.\n"
    "  Debian und Ubuntu: sudo apt-get update && sudo apt-get install chromium\n"
    "  andere Systeme: Chromium oder Chrome installieren oder die Umgebungsvariable\n"
    "  LEITFADEN_CHROMIUM auf das Programm setzen."
)


def finde_chromium() -> str | None:
    """Return the path of a Chromium or Chrome, or None."""
    gesetzt = os.environ.get("LEITFADEN_CHROMIUM")
    if gesetzt:
        return gesetzt
    return next((pfad for name in NAMEN if (pfad := shutil.which(name))), None)


def main() -> int:
    """Install Chromium if that is possible here; returns 1 with advice if not."""
    if finde_chromium():
        return 0
    if shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        print("Chromium wird installiert (einmalig) …", flush=True)
        for befehl in (["apt-get", "update"], ["apt-get", "install", "-y", "chromium"]):
            lauf = subprocess.run(befehl, capture_output=True, text=True, check=False)
            if lauf.returncode != 0:
                print(lauf.stderr, file=sys.stderr)
                break
    if finde_chromium():
        return 0
    print(HILFE, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
