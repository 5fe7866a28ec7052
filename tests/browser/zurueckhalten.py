"""Keeping a file back: what a page does while it waits, and when the file never comes."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, Route


class Halt:
    """Requests for one file, held until the test lets them go on or fail."""

    def __init__(self, seite: Page, datei: str) -> None:
        self._seite = seite
        self._datei = datei
        self._gehalten: list[Route] = []
        self._entschieden: Callable[[Route], None] | None = None
        seite.route(f"**/{datei}", self._behandle)

    def _behandle(self, weg: Route) -> None:
        if self._entschieden is None:
            self._gehalten.append(weg)
        else:
            self._entschieden(weg)

    def gib_frei(self) -> None:
        """Let the file come, now and from now on."""
        self._entscheide(lambda weg: weg.continue_())

    def brich_ab(self) -> None:
        """Let requests for the file fail, now and from now on."""
        self._entscheide(lambda weg: weg.abort())

    def _entscheide(self, wie: Callable[[Route], None]) -> None:
        """Decide what is held, once there is something; a busy page asks late."""
        versuche = 300
        while self._entschieden is None and not self._gehalten:
            assert versuche, f"Die Seite fragt nicht nach {self._datei}."
            self._seite.wait_for_timeout(100)
            versuche -= 1
        self._entschieden = wie
        while self._gehalten:
            wie(self._gehalten.pop(0))
