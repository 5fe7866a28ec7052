"""The register of who makes which kind of files; a new kind is one more entry."""

from __future__ import annotations

from leitfaden.engines.auftrag import Hersteller
from leitfaden.engines.buchdateien import BUCH, HEFTE
from leitfaden.engines.epubdatei import EBUCH
from leitfaden.engines.vorlagendateien import VORLAGEN

HERSTELLER: dict[str, Hersteller] = {h.art: h for h in (VORLAGEN, BUCH, EBUCH, *HEFTE)}
