"""A web server for a built site that sends what the shipped nginx file says, on a free port."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.pruefstand.nginxdatei import Nginxdatei, lies_nginxdatei

_ARTEN = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".xml": "text/xml; charset=utf-8",
}
# What arrives at once over a slow line.
STUECK = 1000
_FERTIG_GEPACKT = (".png", ".wasm", ".pf_fragment", ".pf_index", ".pf_meta", ".pagefind")


@lru_cache(maxsize=2000)
def gepackt(datei: Path) -> bytes:
    """Return a file as a server sends it: gzip, level 6."""
    return gzip.compress(datei.read_bytes(), 6, mtime=0)


class _Behandlung(BaseHTTPRequestHandler):
    """Answers GET and HEAD the way the shipped nginx file makes nginx answer."""

    protocol_version = "HTTP/1.1"
    # Headers and body in one go: with Nagle's algorithm, browsers would wait 40 ms each time.
    wbufsize = -1
    disable_nagle_algorithm = True

    def __init__(self, *args: Any, wurzel: Path, regeln: Nginxdatei, pause: float) -> None:
        self.wurzel = wurzel
        self.pause = pause
        self.regeln = regeln
        super().__init__(*args)

    def do_GET(self) -> None:
        pfad = unquote(urlsplit(self.path).path)
        datei = (self.wurzel / pfad.lstrip("/")).resolve()
        if datei.is_dir() and not pfad.endswith("/"):
            self._antworte(301, pfad, b"", {"Location": f"{pfad}/"})
            return
        datei = datei / "index.html" if datei.is_dir() else datei
        if not datei.is_relative_to(self.wurzel) or not datei.is_file():
            self._sende_datei(404, pfad, self.wurzel / "404.html")
        else:
            self._sende_datei(200, pfad, datei)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _sende_datei(self, code: int, pfad: str, datei: Path) -> None:
        art = _ARTEN.get(datei.suffix, "application/octet-stream")
        packen = datei.suffix not in _FERTIG_GEPACKT
        inhalt = gepackt(datei) if packen else datei.read_bytes()
        zeilen = {"Content-Type": art}
        if packen:
            zeilen |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        self._antworte(code, pfad, inhalt, zeilen)

    def _antworte(self, code: int, pfad: str, inhalt: bytes, zeilen: dict[str, str]) -> None:
        self.send_response(code)
        alle = self.regeln.kopfzeilen(pfad) | zeilen | {"Content-Length": str(len(inhalt))}
        for name, wert in alle.items():
            self.send_header(name, wert)
        self.end_headers()
        if self.command != "HEAD":
            ist_seite = alle.get("Content-Type", "").startswith("text/html")
            self._sende(inhalt, self.pause if ist_seite else 0.0)

    def _sende(self, inhalt: bytes, pause: float) -> None:
        if not pause:
            self.wfile.write(inhalt)
            return
        for stelle in range(0, len(inhalt), STUECK):
            self.wfile.write(inhalt[stelle : stelle + STUECK])
            self.wfile.flush()
            time.sleep(pause)

    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """Browsers close connections they do not need any more; that is no error."""


@contextmanager
def serviere(wurzel: Path, pause: float = 0.0) -> Iterator[str]:
    """Serve a site for the time of the block; yields its address.

    With `pause` in seconds pages come in pieces of STUECK bytes, as over a slow line.
    """
    regeln = lies_nginxdatei()
    behandlung = partial(_Behandlung, wurzel=wurzel.resolve(), regeln=regeln, pause=pause)
    server = _Server(("127.0.0.1", 0), behandlung)
    faden = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    faden.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        faden.join()
