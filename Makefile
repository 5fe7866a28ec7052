# Everything is set up on first use: only Python 3.11+, make and a package index are needed.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# Silences the theme's notice about its end of life; see docs/entwicklung/adr/.
export NO_MKDOCS_2_WARNING := 1
# Printed in the colophon of the PDFs: the commit, with + if files differ from it.
export LEITFADEN_FASSUNG ?= $(shell git describe --always --abbrev=10 --exclude '*' --dirty=+ 2>/dev/null)

# Tests of one file stay in one process: they share what they have built. One process more than
# there are cores: tests in a browser often wait.
PROZESSE := $(shell $(PYTHON) -c 'import os; print(min(4, (os.cpu_count() or 1) + 1))')
NEBENEINANDER ?= --numprocesses $(PROZESSE) --dist loadfile --no-loadscope-reorder

.PHONY: site produktion test check programme serve bench bench-peers search-eval lighthouse hilfe schema constraints sauber

site: $(VENV)/.bau
	@$(BIN)/leitfaden bauen

produktion: $(VENV)/.bau
	@$(BIN)/leitfaden bauen --produktion

test: $(VENV)/.bau
	@$(MAKE) --no-print-directory --jobs=2 check programme
	@$(BIN)/leitfaden erzeugen --check
	@$(BIN)/python -m pytest $(NEBENEINANDER)

# Browser, Java, npm and LibreOffice; not while Debian's package manager may be at work for .bau.
programme: $(VENV)/.bau
	@$(BIN)/python tests/browser_bereitstellen.py

check: $(VENV)/.test
	@$(BIN)/leitfaden pruefen --rechtschreibung
	@$(BIN)/ruff check macros tests
	@$(BIN)/ruff format --check macros tests
	@$(BIN)/mypy
	@$(BIN)/lint-imports

serve: $(VENV)/.bau
	@$(BIN)/python -m mkdocs serve

bench: $(VENV)/.test
	@$(BIN)/python -m tests.bench.bench

bench-peers: $(VENV)/.test
	@$(BIN)/python -m tests.bench.vergleich

search-eval: $(VENV)/.test
	@$(BIN)/python tests/browser_bereitstellen.py
	@$(BIN)/python -m tests.search.auswertung

# Not part of `test`: takes minutes, and a busy machine lowers the figures.
lighthouse: $(VENV)/.test
	@$(BIN)/python -m tests.bench.lighthouse

schema: $(VENV)/.bau
	@$(BIN)/leitfaden erzeugen

hilfe:
	@echo "make site         Vorschau der Website nach site/ bauen"
	@echo "make produktion   Website zum Veröffentlichen bauen; braucht die Angaben in betreiber.yml"
	@echo "make serve        Vorschau mit Suche auf http://localhost:8000/"
	@echo "make test         alles prüfen, auch im Browser"
	@echo "make check        Daten und Programmtext prüfen, ohne Bau"
	@echo "make schema       Schemas, Handbuch und Serverdateien neu schreiben"
	@echo "make bench        Geschwindigkeit messen; make bench-peers: im Vergleich"
	@echo "make search-eval  Güte der Suche messen, im Vergleich"
	@echo "make lighthouse   sechs Seitenarten mit Lighthouse messen, Telefon und Rechner"
	@echo "make programme    Browser, Java, npm und LibreOffice für die Tests einrichten"
	@echo "make constraints  Paketfassungen erneuern, braucht uv"
	@echo "make sauber       alles Erzeugte löschen"

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Es wird Python 3.11 oder neuer gebraucht. Aufruf: make PYTHON=/pfad/zu/python3.11 …"; exit 1; }
	@echo "Virtuelle Umgebung wird angelegt …"
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "Das Modul venv fehlt. Debian und Ubuntu: apt-get install python3-venv"; \
	  rm -rf $(VENV); exit 1; }

$(VENV)/.bau: constraints.txt pyproject.toml | $(VENV)/bin/python
	@echo "Pakete werden installiert (einmalig) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m leitfaden.engines.bereitstellen
	@touch $@

$(VENV)/.test: constraints-test.txt $(VENV)/.bau
	@echo "Pakete für die Tests werden installiert (einmalig) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints-test.txt
	@touch $@

# Needs uv (https://docs.astral.sh/uv/); only for those who renew the versions.
constraints:
	@for ziel in "" "-test"; do \
	  extra=""; [ -n "$$ziel" ] && extra="--extra test"; \
	  echo setuptools | uv pip compile --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-annotate --allow-unsafe --quiet $$extra \
	    --custom-compile-command "make constraints" pyproject.toml - -o constraints$$ziel.txt; \
	done

sauber:
	find .build -mindepth 1 -maxdepth 1 ! -name docs -exec rm -rf {} +
	rm -rf $(VENV) .build/docs/de .build/docs/en site .pytest_cache .mypy_cache .ruff_cache macros/*.egg-info
