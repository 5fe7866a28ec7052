"""Peak memory of processes, on the systems that report it."""

from __future__ import annotations

import os
import subprocess
import sys


def _mib(spitze: int) -> float:
    """Convert ru_maxrss: kilobytes on Linux, bytes on macOS."""
    return round(spitze / (1024 * 1024 if sys.platform == "darwin" else 1024), 1)


def eigene_spitze() -> float:
    """Return the peak memory of this process in MiB; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    return _mib(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def warte(prozess: subprocess.Popen[bytes]) -> tuple[int, float]:
    """Wait for a process; returns exit code and peak memory in MiB (0 if unknown)."""
    if not hasattr(os, "wait4"):
        return prozess.wait(), 0.0
    _, status, verbrauch = os.wait4(prozess.pid, 0)
    prozess.returncode = os.waitstatus_to_exitcode(status)
    return prozess.returncode, _mib(verbrauch.ru_maxrss)
