"""Makes sure there is LibreOffice for the tests of files; installs it where that is possible."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

PAKETE = (
    "libreoffice-calc-nogui",
    "libreoffice-writer-nogui",
    "fonts-liberation",
)
HILFE = (
    "Für die Tests der Dateien fehlt LibreOffice.\n"
    f"  Debian und Ubuntu: sudo apt-get update && sudo apt-get install {' '.join(PAKETE)}\n"
    "  andere Systeme: LibreOffice installieren, sodass der Befehl „soffice“ gefunden wird."
)


def main() -> int:
    """Install LibreOffice if that is possible here; returns 1 with advice if not."""
    if shutil.which("soffice"):
        return 0
    if shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        print("LibreOffice wird installiert (einmalig) …", flush=True)
        install = ["apt-get", "install", "-y", "--no-install-recommends", *PAKETE]
        for befehl in (["apt-get", "update"], install):
            lauf = subprocess.run(befehl, capture_output=True, text=True, check=False)
            if lauf.returncode != 0:
                print(lauf.stderr, file=sys.stderr)
                break
    if shutil.which("soffice"):
        return 0
    print(HILFE, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
