const frageUnsere = async (logik, frage, anzahl) => {
  const beginn = performance.now();
  const ergebnis = await logik.suche(window.relativ, frage);
  const treffer = await ergebnis.lade(0, anzahl);
  const zeit = performance.now() - beginn;
  const sprung = ergebnis.sprung ? [ergebnis.sprung.url] : [];
  return { urls: [...sprung, ...treffer.map((t) => t.url)], zeit, meinten: ergebnis.meinten };
};

// Functions the evaluation calls in the browser, one per search; each returns addresses in order.
/** The other searches know nothing of Trusted Types, which our pages ask for. */
function erlaubeWorker() {
  if (window.trustedTypes && !window.trustedTypes.defaultPolicy) {
    window.trustedTypes.createPolicy("default", { createScriptURL: (adresse) => adresse });
  }
}

window.pruefsuche = {
  async eigene(frage, anzahl) {
    const logik = await import(new URL("../assets/javascripts/such-logik.mjs", window.wurzel + "x/"));
    return frageUnsere(logik, frage, anzahl);
  },
  async offline(frage, anzahl) {
    return frageUnsere(window.umsetzungsbibliothek.lade("such-logik"), frage, anzahl);
  },
  async pagefind(frage, anzahl) {
    erlaubeWorker();
    const quelle = await import(new URL("pagefind/pagefind.js", window.stock));
    if (!window.pagefindBereit) {
      await quelle.options({ baseUrl: "/" });
      await quelle.init();
      window.pagefindBereit = true;
    }
    const beginn = performance.now();
    const antwort = await quelle.search(frage);
    const seiten = await Promise.all(antwort.results.slice(0, anzahl).map((r) => r.data()));
    return { urls: seiten.map((s) => s.url), zeit: performance.now() - beginn };
  },
  async lunr(frage, anzahl) {
    if (!window.lunrArbeiter) {
      erlaubeWorker();
      const index = await (await fetch(new URL("search/search_index.json", window.lunr))).json();
      const arbeiter = new Worker(window.lunrWorker);
      await new Promise((weiter) => {
        arbeiter.onmessage = weiter;
        arbeiter.postMessage({
          type: 0,
          data: { config: index.config, docs: index.docs, options: { suggest: false } },
        });
      });
      window.lunrArbeiter = arbeiter;
    }
    const beginn = performance.now();
    const items = await new Promise((weiter) => {
      window.lunrArbeiter.onmessage = (nachricht) => weiter(nachricht.data.data.items);
      window.lunrArbeiter.postMessage({ type: 2, data: frage });
    });
    const urls = items.slice(0, anzahl).map((stellen) => stellen[0].location);
    return { urls, zeit: performance.now() - beginn };
  },
};
