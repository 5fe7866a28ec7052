"""A web server that compresses like a real one and counts the bytes it sends."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

# Files of Pagefind are compressed already.
_TEXTE = {".html", ".js", ".mjs", ".json", ".css", ".txt", ".svg"}


@dataclass
class Zaehler:
    """Bytes of bodies sent since the last reset, and the files."""

    bytes: int = 0
    dateien: list[tuple[str, int]] = field(default_factory=list)

    def null(self) -> None:
        """Start anew."""
        self.bytes = 0
        self.dateien = []


class _Behandler(SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012 -- an attribute of the base class
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".js": "text/javascript",
    }

    def __init__(self, *args: object, zaehler: Zaehler, csp: str, **kwargs: object) -> None:
        self.zaehler = zaehler
        self.csp = csp
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        pfad = Path(self.translate_path(self.path))
        if pfad.is_dir():
            pfad = pfad / "index.html"
        if not pfad.is_file():
            self.send_error(404)
            return
        inhalt = pfad.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(pfad)))
        self.send_header("Cache-Control", "max-age=3600")
        if self.csp:
            self.send_header("Content-Security-Policy", self.csp)
        if pfad.suffix in _TEXTE:
            inhalt = gzip.compress(inhalt, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(inhalt)))
        self.end_headers()
        with suppress(ConnectionError):  # the browser went away
            self.wfile.write(inhalt)
        self.zaehler.bytes += len(inhalt)
        self.zaehler.dateien.append((self.path, len(inhalt)))


@contextmanager
def bediene(wurzel: Path, csp: str = "") -> Iterator[tuple[str, Zaehler]]:
    """Serve a folder on a free port; yields the address and the counter."""
    zaehler = Zaehler()
    behandler = partial(_Behandler, directory=str(wurzel), zaehler=zaehler, csp=csp)
    server = ThreadingHTTPServer(("127.0.0.1", 0), behandler)
    faden = threading.Thread(target=server.serve_forever, daemon=True)
    faden.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", zaehler
    finally:
        server.shutdown()
        server.server_close()
        faden.join()
