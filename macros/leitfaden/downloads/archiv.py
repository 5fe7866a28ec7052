"""ZIP archives with fixed times, so that the same content gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import date

Inhalt = str | bytes


def packe(teile: Iterable[tuple[str, Inhalt]], tag: date, zuerst: str = "") -> bytes:
    """Return an archive of named parts, all dated `tag`; the part `zuerst` stays uncompressed.

    OpenDocument wants its type as the first part, readable without unpacking.
    """
    ziel = io.BytesIO()
    with zipfile.ZipFile(ziel, "w") as archiv:
        for name, inhalt in teile:
            info = zipfile.ZipInfo(name, (max(tag.year, 1980), tag.month, tag.day, 0, 0, 0))
            info.external_attr = 0o644 << 16
            info.create_system = 3  # the same on every system that builds
            info.compress_type = zipfile.ZIP_STORED if name == zuerst else zipfile.ZIP_DEFLATED
            daten = inhalt.encode() if isinstance(inhalt, str) else inhalt
            archiv.writestr(info, daten, compresslevel=9)
    return ziel.getvalue()


def ersetze_teil(daten: bytes, name: str, inhalt: Inhalt, tag: date) -> bytes:
    """Return an archive of another program with one part replaced and with fixed times."""
    with zipfile.ZipFile(io.BytesIO(daten)) as archiv:
        teile = [(info.filename, archiv.read(info)) for info in archiv.infolist()]
    return packe([(n, inhalt if n == name else alt) for n, alt in teile], tag)
