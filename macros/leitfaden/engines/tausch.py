"""Puts a finished folder in the place of another so that nobody ever sees a mix."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # sys/stdio.h on macOS
_MAC_FDCWD = -2


def tausche(neu: Path, ziel: Path) -> None:
    """Make `neu` available as `ziel`; what was there before is deleted afterwards.

    Both must be on one file system. On Linux and macOS the exchange is one step of the kernel:
    a process killed at any moment leaves either the old or the new folder. Elsewhere two renames
    follow each other; `stelle_wieder_her` repairs a break between them.
    """
    if not ziel.exists():
        os.replace(neu, ziel)
        return
    if _tausche_in_einem_schritt(neu, ziel):
        _raeume_weg(neu)
        return
    alt = _ablage(ziel)
    _raeume_weg(alt)
    os.replace(ziel, alt)
    os.replace(neu, ziel)
    _raeume_weg(alt)


def stelle_wieder_her(ziel: Path) -> None:
    """Bring the old folder back if an exchange by two renames broke off in between."""
    alt = _ablage(ziel)
    if alt.exists() and not ziel.exists():
        os.replace(alt, ziel)
    _raeume_weg(alt)


def _ablage(ziel: Path) -> Path:
    return ziel.with_name(f".{ziel.name}.vorher")


def _raeume_weg(ordner: Path) -> None:
    if ordner.exists():
        shutil.rmtree(ordner)


def _tausche_in_einem_schritt(neu: Path, ziel: Path) -> bool:
    """Exchange two folders atomically; False where the system or file system cannot."""
    if sys.platform.startswith("linux"):
        name, ort, flagge = "renameat2", _AT_FDCWD, _RENAME_EXCHANGE
    elif sys.platform == "darwin":
        name, ort, flagge = "renameatx_np", _MAC_FDCWD, _RENAME_SWAP
    else:
        return False
    funktion = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if funktion is None:
        return False
    if funktion(ort, os.fsencode(neu), ort, os.fsencode(ziel), flagge) == 0:
        return True
    nummer = ctypes.get_errno()
    if nummer in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EXDEV):
        return False
    raise OSError(nummer, os.strerror(nummer), str(ziel))
