"""Registers the macros of the library with the macros plugin; the only module that knows env."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import pass_context

from leitfaden.engines.bestand import Bestand, bestand
from leitfaden.engines.fertiges_html import verpacke_block, verpacke_zeile
from leitfaden.render import satzseite
from leitfaden.render.kopfdaten import rendere_kopfdaten
from leitfaden.render.makros import IN_DER_ZEILE, Makros
from leitfaden.views.makrokunde import MAKROS


def projekt_von(conf: Any) -> Path:
    """Return the root of the project from the engine's settings (an object or a dict).

    An engine that does not tell where its settings are runs in the folder they are in.
    """
    datei = conf.get("config_file_path")
    return Path(str(datei)).resolve().parent if datei else Path.cwd()


def registriere(env: Any) -> None:
    """Register every macro; the data is loaded on first use and kept."""
    projekt = projekt_von(env.conf)
    for name in MAKROS:
        env.macro(_kapitelmakro(projekt, name), name)
    for name, funktion in (
        ("satzseite", satzseite.inhalt),
        ("kapitelkopf", satzseite.kapitelkopf),
        ("kapitelfuss", satzseite.kapitelfuss),
    ):
        env.macro(_seitenmakro(projekt, funktion), name)


def _seite(ctx: Any) -> dict[str, Any]:
    """The facts about the current page that the generator wrote into its front matter."""
    return dict(ctx["page"].meta["lb"])


def _kapitelmakro(projekt: Path, name: str) -> Callable[..., str]:
    verpacke = verpacke_zeile if name in IN_DER_ZEILE else verpacke_block

    @pass_context
    def makro(ctx: Any, *args: Any, **kwargs: Any) -> str:
        angaben = _seite(ctx)
        daten: Bestand = bestand(projekt)
        # The text of a page may be German on an English page: its macros speak German too.
        bib = daten.bibliotheken[angaben["inhalt"]]
        makros = Makros(bib, satzseite.basis_von(angaben["url"]))
        return verpacke(getattr(makros, name)(*args, **kwargs))

    return makro


# Stands for a record page until the shell is built around it; see `setze_ein`.
PLATZHALTER = "<!--leitfaden-satzseite-->"


class Arbeitsweise:
    """How the engine works.

    With `spaet` it calls `setze_ein` for every finished page; `vorschau` is the preview server.
    """

    spaet = False
    vorschau = False


def setze_ein(html: str, seite: dict[str, Any], projekt: Path) -> str:
    """Put the content of a record page into its finished shell.

    An engine that can call this keeps only the placeholder in memory while it works on all other
    pages, instead of thousands of finished contents.
    """
    if PLATZHALTER not in html:
        return html
    plan = bestand(projekt).plaene[seite["sprache"]]
    return html.replace(PLATZHALTER, satzseite.inhalt(plan, seite["url"]), 1)


def erklaere_kapitel(html: str, seite: dict[str, Any], projekt: Path) -> str:
    """Explain the terms in the finished content of a chapter; other pages stay as they are."""
    if seite["art"] != "kapitel":
        return html
    return satzseite.erklaertes_kapitel(
        bestand(projekt).plaene[seite["sprache"]], seite["url"], html
    )


# Stands in the head of every page; only the finished page knows the address of the site.
KOPFPLATZ = "<!--leitfaden-kopfdaten-->"


def setze_kopfdaten_ein(html: str, seite: dict[str, Any], projekt: Path, adresse: str) -> str:
    """Put what programs read into the head of a finished page.

    An English page that shows the German text describes the German page, which it stands for.
    """
    plan = bestand(projekt).plaene[seite["inhalt"]]
    return html.replace(KOPFPLATZ, rendere_kopfdaten(plan, seite["url"], adresse), 1)


def wurzeladresse(adresse: str, sprache: str) -> str:
    """Return the address of the whole site; building one language, the engine has its own."""
    return adresse.removesuffix(f"{sprache}/") if sprache != "de" else adresse


def _seitenmakro(projekt: Path, funktion: Callable[..., str]) -> Callable[..., str]:
    @pass_context
    def makro(ctx: Any) -> str:
        if Arbeitsweise.spaet and funktion is satzseite.inhalt:
            return verpacke_block(PLATZHALTER)
        angaben = _seite(ctx)
        plan = bestand(projekt).plaene[angaben["sprache"]]
        return verpacke_block(funktion(plan, angaben["url"]))

    return makro
