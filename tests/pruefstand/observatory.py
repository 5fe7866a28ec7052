"""Scores a response the way MDN's HTTP Observatory does.

Rules and points: github.com/mdn/mdn-http-observatory, `src/analyzer/tests/` and
`src/grader/charts.js`, state of August 2026. Judged is a site on HTTPS with a valid certificate
that is in nobody's preload list, sets no cookies and opens nothing to other origins by CORS.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ZU_WEIT = {"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
UNSICHER = {"'unsafe-inline'", "data:"}
_NICHT_IN_META = {"frame-ancestors", "report-uri", "sandbox"}
_GUTE_HERKUNFT = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
_SCHLECHTE_HERKUNFT = {
    "origin",
    "origin-when-cross-origin",
    "unsafe-url",
    "no-referrer-when-downgrade",
}
_SECHS_MONATE = 15_552_000
ZUSATZPUNKTE_AB = 90

Regeln = dict[str, set[str]]


@dataclass(frozen=True)
class Antwort:
    """What the judge looks at: headers, policies in meta elements, script elements, redirect."""

    kopfzeilen: Mapping[str, str]
    meta_regeln: Sequence[str] = ()
    skripte: Sequence[Mapping[str, str]] = ()
    # Where http:// leads, first step; empty if nothing listens there, None if it stays there.
    umleitung: str | None = ""
    keks: str = ""


def punkte(antwort: Antwort) -> dict[str, int]:
    """Return the points of every test by its name."""
    kopf = {name.lower(): wert.strip() for name, wert in antwort.kopfzeilen.items()}
    return {
        "content-security-policy": _csp(kopf.get("content-security-policy"), antwort.meta_regeln),
        "cookies": _kekse(antwort.keks),
        "cross-origin-resource-sharing": _cors(kopf),
        "redirection": _umleitung(antwort.umleitung),
        "referrer-policy": _herkunft(kopf.get("referrer-policy")),
        "strict-transport-security": _hsts(kopf.get("strict-transport-security")),
        "subresource-integrity": _integritaet(antwort.skripte),
        "x-content-type-options": _nosniff(kopf.get("x-content-type-options")),
        "x-frame-options": _rahmen(kopf),
        "cross-origin-resource-policy": _corp(kopf.get("cross-origin-resource-policy")),
        "cross-origin-opener-policy": _coop(kopf.get("cross-origin-opener-policy")),
        "cross-origin-embedder-policy": _coep(kopf.get("cross-origin-embedder-policy")),
    }


def gesamt(einzeln: Mapping[str, int]) -> int:
    """Return the score; bonus points count only for a site that has an A without them."""
    ohne_zusatz = 100 + sum(p for p in einzeln.values() if p < 0)
    alles = 100 + sum(einzeln.values())
    return max(alles if ohne_zusatz >= ZUSATZPUNKTE_AB else ohne_zusatz, 0)


def _lies_regeln(regeln: Sequence[str]) -> Regeln:
    """Combine policies: a source counts if every policy with that directive has it.

    Raises ValueError for an empty policy and for a directive that stands twice.
    """
    ergebnis: Regeln = {}
    for regel in regeln:
        gesehen: Regeln = {}
        for teil in filter(None, (t.split() for t in regel.split(";"))):
            name = teil[0].lower()
            if name in gesehen:
                raise ValueError(f"{name} stands twice")
            quellen = {quelle.lower() for quelle in teil[1:]}
            gesehen[name] = quellen or ({"'none'"} if name.endswith("-src") else set())
        if not gesehen:
            raise ValueError("empty policy")
        for name, quellen in gesehen.items():
            bisher = ergebnis.get(name)
            ergebnis[name] = quellen if bisher is None else (bisher & quellen or {"'none'"})
    return ergebnis


def _csp(kopfzeile: str | None, meta: Sequence[str]) -> int:
    aus_kopf = [r.strip() for r in kopfzeile.split(",")] if kopfzeile is not None else []
    try:
        regeln = _lies_regeln([*aus_kopf, *meta])
        wirksam = set(_lies_regeln(aus_kopf)) | (set(_lies_regeln(meta)) - _NICHT_IN_META)
    except ValueError:
        return -25
    if not wirksam:
        return -25
    skript, objekt, stil = (
        regeln.get(name, regeln.get("default-src", {"*"}))
        for name in ("script-src", "object-src", "style-src")
    )
    skript, stil = _ohne_wirkungsloses(skript), _ohne_wirkungsloses(stil)
    return _csp_punkte(regeln, skript, objekt, stil)


def _ohne_wirkungsloses(quellen: set[str]) -> set[str]:
    """Browsers ignore 'unsafe-inline' beside a nonce or hash."""
    pruefbar = any(re.match(r"'(sha256|sha384|sha512|nonce)-", q) for q in quellen)
    return quellen - {"'unsafe-inline'"} if pruefbar else quellen


def _csp_punkte(regeln: Regeln, skript: set[str], objekt: set[str], stil: set[str]) -> int:
    passiv = {"img-src", "media-src"}
    aktive = set().union(*(q for n, q in regeln.items() if n not in passiv), skript)
    bilder = set().union(*(regeln.get(n, regeln.get("default-src", set())) for n in passiv))
    stufen = (
        (bool(skript & (ZU_WEIT | UNSICHER) or objekt & ZU_WEIT), -20),
        (any(q.startswith(("http:", "ftp:")) for q in aktive), -20),
        ("'unsafe-eval'" in skript | stil, -10),
        (any(q.startswith(("http:", "ftp:")) for q in bilder), -10),
        (bool(stil & (ZU_WEIT | UNSICHER)), 0),
        (regeln.get("default-src") == {"'none'"}, 10),
    )
    return next((wert for gilt, wert in stufen if gilt), 5)


def _kekse(keks: str) -> int:
    """Cookies are not judged in detail: this site must not set any."""
    return -40 if keks else 0


def _cors(kopf: Mapping[str, str]) -> int:
    herkunft = kopf.get("access-control-allow-origin", "")
    mit_anmeldung = kopf.get("access-control-allow-credentials", "").lower() == "true"
    return -50 if herkunft not in ("", "*") and mit_anmeldung else 0


def _umleitung(ziel: str | None) -> int:
    if ziel is None:
        return -20
    if ziel.startswith("http:"):
        return -10
    return 0


def _herkunft(wert: str | None) -> int:
    if wert is None:
        return 0
    bekannte = [
        w
        for w in (t.strip().lower() for t in wert.split(","))
        if w in _GUTE_HERKUNFT | _SCHLECHTE_HERKUNFT
    ]
    return 5 if bekannte and bekannte[-1] in _GUTE_HERKUNFT else -5


def _hsts(wert: str | None) -> int:
    dauer = re.search(r"(?:^|;)\s*max-age=(\d+)\s*(?:;|$)", (wert or "").lower())
    if dauer is None or "," in (wert or ""):
        return -20
    return 0 if int(dauer[1]) >= _SECHS_MONATE else -10


def _integritaet(skripte: Sequence[Mapping[str, str]]) -> int:
    """Own scripts with integrity earn the bonus; foreign ones must have it."""
    quellen = [s for s in skripte if s.get("src")]
    fremde = [s for s in quellen if re.match(r"(https?:)?//", s["src"])]
    if any(s["src"].startswith(("http:", "//")) for s in fremde):
        return -50 if any(not s.get("integrity") for s in fremde) else -20
    if any(not s.get("integrity") for s in fremde):
        return -5
    return 5 if any(s.get("integrity") for s in quellen) else 0


def _nosniff(wert: str | None) -> int:
    return 0 if (wert or "").lower() == "nosniff" else -5


def _rahmen(kopf: Mapping[str, str]) -> int:
    if "frame-ancestors" in kopf.get("content-security-policy", ""):
        return 5
    wert = kopf.get("x-frame-options", "").lower()
    if wert in ("deny", "sameorigin"):
        return 5
    return 0 if wert.startswith("allow-from") else -20


def _corp(wert: str | None) -> int:
    if wert is None or wert == "cross-origin":
        return 0
    return 10 if wert in ("same-site", "same-origin") else -5


def _coop(wert: str | None) -> int:
    gut = ("same-origin", "same-origin-allow-popups", "noopener-allow-popups")
    if wert in (None, "unsafe-none"):
        return 0
    return 10 if wert in gut else -5


def _coep(wert: str | None) -> int:
    if wert in (None, "unsafe-none"):
        return 0
    return 10 if wert in ("require-corp", "credentialless") else -5
