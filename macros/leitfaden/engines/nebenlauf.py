"""Does one part of a build in a process of its own, beside the rest."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from typing import Any, Self

from leitfaden.source.loader import kann_gabeln


class Nebenlauf:
    """Runs a function that writes files; as a context it never outlives its block.

    Where a process cannot share what is loaded, or would have no core to itself, the function
    runs when its end is waited for.
    """

    def __init__(self, tue: Callable[[], None]) -> None:
        self._tue = tue
        self._prozess: Any = None
        if (os.cpu_count() or 1) > 1 and kann_gabeln():
            umgebung = multiprocessing.get_context("fork")
            self._empfang, versand = umgebung.Pipe(duplex=False)
            self._prozess = umgebung.Process(target=_tue_und_melde, args=(tue, versand))
            self._prozess.start()
            versand.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._prozess is not None:
            self._prozess.kill()
            self._prozess.join()
            self._empfang.close()

    def vollende(self) -> None:
        """Wait until everything is written; raises what the function raised."""
        if self._prozess is None:
            self._tue()
            return
        try:
            fehler = self._empfang.recv()
        except EOFError:
            self._prozess.join()
            fehler = RuntimeError(f"Ein Prozess endete mit Code {self._prozess.exitcode}.")
        if fehler is not None:
            raise fehler


def _tue_und_melde(tue: Callable[[], None], versand: Any) -> None:
    try:
        tue()
    except Exception as fehler:
        versand.send(fehler)
    else:
        versand.send(None)
