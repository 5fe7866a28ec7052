"""The macros of hand-written pages as they look in print: nothing to click, nothing twice."""

from __future__ import annotations

from leitfaden.render.makros import Makros
from leitfaden.render.raster import raster
from leitfaden.render.umgebung import makro
from leitfaden.views.karte import Karte
from leitfaden.views.start import felder_mit_massnahmen
from leitfaden.views.uebersicht import uebersicht


class Druckmakros(Makros):
    """The same macros; `basis` marks links to pages, which the book resolves."""

    def _baue(self, name: str, *werte: object) -> str:
        html = makro("druckteile.j2", name)(*werte, self.texte, self.basis)
        return str(html).replace("\n\n", "\n").strip()

    def _karten(self, karten: tuple[Karte, ...], ansicht: str | None) -> str:
        if not karten:
            return ""
        form = "massnahmentabelle" if karten[0].typ == "massnahme" else "kurzliste"
        return self._baue("kennungsliste" if ansicht == "liste" else form, karten)

    def vergleich(self, *ids: str) -> str:
        """Measures side by side."""
        return self._baue("vergleich", self.bib.karten("massnahme", ids))

    def auswahl(self, bereich: str) -> str:
        """A whole list; templates, terms and links follow at the end of their chapter."""
        listen = {"massnahmen": self.bib.massnahmen, "praxisbeispiele": self.bib.praxisbeispiele}
        return self._karten(listen.get(bereich, ()), None)

    def vorlagen(
        self, paket: str | None = None, massnahme: str | None = None, ansicht: str | None = None
    ) -> str:
        """Templates by Kennung, in one line each."""
        return self._karten(self._vorlagen(paket, massnahme), "liste")

    def dateien(self, paket: str | None = None) -> str:
        """Nothing: a book has no files."""
        return ""

    def offline_ausgabe(self) -> str:
        """Nothing: what is online is told in the imprint."""
        return ""

    def datenadresse(self, pfad: str) -> str:
        """The address alone: paper has nothing to click."""
        return self._baue("datenadresse", pfad)

    def leitfaden(self, hefte: bool | None = None) -> str:
        """Nothing: this is the book."""
        return ""

    def schaubild_handlungsfelder(self) -> str:
        """Drawing of the fields with their measures."""
        return self._baue("felderbild", felder_mit_massnahmen(self.bib))

    def schaubild_massnahmen(self) -> str:
        """Drawing of the measures by effort and legal obligation."""
        ansicht = uebersicht(self.bib.massnahmen)
        return self._baue("rasterbild", ansicht, raster(ansicht))

    def schaubild_grundbegriffe(self) -> str:
        """Drawing of the three basic terms."""
        return self._baue("begriffsbild")
