"""What a web server sends with every file: one table, and the server files made from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TypedDict

from jinja2 import Environment

from leitfaden.schablonen import schablonen

# Everything from our own host only; no script, style or handler within a page. Pagefind is
# WebAssembly and starts a worker; data: is for icons within the theme's stylesheet.
INHALTSREGELN = (
    ("default-src", "'none'"),
    ("script-src", "'self' 'wasm-unsafe-eval'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("worker-src", "'self'"),
    ("manifest-src", "'self'"),
    ("form-action", "'self'"),
    ("base-uri", "'none'"),
    ("frame-ancestors", "'none'"),
    ("require-trusted-types-for", "'script'"),
    ("trusted-types", "default"),
)
# Not allowed in a meta element, where browsers complain about it.
_NUR_KOPFZEILE = ("frame-ancestors",)
# A picture opened by itself is a document of its own and must not run anything.
_BILDREGEL = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

KOPFZEILEN = (
    ("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
)
# Files to be saved, not shown.
ANHAENGE = ("docx", "xlsx", "pptx", "odt", "ods", "zip")
# Folders of files with a checksum in their name: another content has another name.
_MIT_PRUEFSUMME = ("pagefind/fragment", "pagefind/index", "pagefind/filter")
_BILDER = ("avif", "ico", "jpg", "jpeg", "png", "svg", "webp", "woff2")
# Kinds of files servers do not know by themselves, all of them text in UTF-8.
MEDIENTYPEN = (
    ("csv", "text/csv"),
    ("ics", "text/calendar"),
    ("jsonld", "application/ld+json"),
    ("md", "text/markdown"),
    ("rdf", "application/rdf+xml"),
    ("ttl", "text/turtle"),
)
# Open data: pages of others may load what lies there.
OFFENE_ORDNER = ("api", "dcat", "termine", "en/termine")
# What a server should send compressed; everything else is compressed already.
KOMPRIMIERT = (
    "text/css",
    "text/javascript",
    "text/plain",
    "text/xml",
    "application/atom+xml",
    "application/javascript",
    "application/json",
    "application/xml",
    "image/svg+xml",
    *(medientyp for _, medientyp in MEDIENTYPEN),
)

KURZ = "public, max-age=300, must-revalidate"
WOCHE = "public, max-age=604800"
IMMER = "public, max-age=31536000, immutable"


class Beilage(TypedDict):
    """A file every page loads: its address, and its checksum if it is a script."""

    adresse: str
    integritaet: str


@dataclass(frozen=True)
class Haltbarkeit:
    """How long browsers may keep files whose path matches."""

    muster: str
    wert: str


# The first that matches counts; every other file is kept for KURZ.
HALTBARKEITEN = (
    Haltbarkeit(f"^/({'|'.join(_MIT_PRUEFSUMME)})/", IMMER),
    # Always asked for with a checksum in the address.
    Haltbarkeit(r"^/assets/stylesheets/lb\.css$", IMMER),
    Haltbarkeit(rf"\.({'|'.join(_BILDER)})$", WOCHE),
)


def inhaltsregel() -> str:
    """Return the Content-Security-Policy as a server sends it."""
    return "; ".join(f"{name} {wert}" for name, wert in INHALTSREGELN)


def inhaltsregel_der_seite() -> str:
    """Return the part of the policy that a page itself may declare."""
    return "; ".join(f"{n} {w}" for n, w in INHALTSREGELN if n not in _NUR_KOPFZEILE)


def serverdateien() -> dict[str, str]:
    """Return the text of every shipped server file by its path below the project."""
    return {
        "betrieb/nginx.conf": _rendere("betrieb_nginx.j2"),
        "betrieb/apache.htaccess": _rendere("betrieb_apache.j2"),
        "betrieb/Caddyfile": _rendere("betrieb_caddy.j2"),
    }


def kopfzeilendatei() -> str:
    """Return the file `_headers`, which some hosts of static sites read."""
    return _rendere("betrieb_headers.j2")


@cache
def _umgebung() -> Environment:
    # Settings of servers, not HTML; every value stands above.
    return schablonen("leitfaden.render", autoescape=False, keep_trailing_newline=True)


def _rendere(vorlage: str) -> str:
    return (
        _umgebung()
        .get_template(vorlage)
        .render(
            # Servers listen on HTTPS only, so that what a page names by http: can be asked safely.
            regel=f"{inhaltsregel()}; upgrade-insecure-requests",
            bildregel=_BILDREGEL,
            kopfzeilen=KOPFZEILEN,
            anhaenge=ANHAENGE,
            haltbarkeiten=HALTBARKEITEN,
            mit_pruefsumme=_MIT_PRUEFSUMME,
            komprimiert=KOMPRIMIERT,
            medientypen=MEDIENTYPEN,
            offene_ordner=OFFENE_ORDNER,
            kurz=KURZ,
            immer=IMMER,
        )
    )
