// The search page: question and facets live in the address, so that a search can be shared and
// the browser goes back to it. What searches is loaded with the first question.

const TIPPPAUSE = 250;

/** @param {HTMLElement} bereich */
export function starte(bereich) {
  const formular = /** @type {HTMLFormElement} */ (bereich.querySelector("form"));
  const eingabe = /** @type {HTMLInputElement} */ (formular.elements.namedItem("q"));
  const filter = /** @type {HTMLDetailsElement} */ (bereich.querySelector(".lb-filter"));
  const gruppen = /** @type {HTMLElement[]} */ ([...bereich.querySelectorAll("[data-filter]")]);
  const titel = document.title;
  let uhr = 0;
  // Letters typed one after the other are one step back, not many.
  let tippt = false;
  let genau = false;

  /** @param {HTMLElement} gruppe */
  const kaestchen = (gruppe) =>
    /** @type {HTMLInputElement[]} */ ([...gruppe.querySelectorAll("input")]);

  function facetten() {
    return Object.fromEntries(
      gruppen.map((g) => [
        g.dataset.filter ?? "",
        kaestchen(g).filter((k) => k.checked).map((k) => k.value),
      ]),
    );
  }

  function ausAdresse() {
    const angaben = new URLSearchParams(location.search);
    eingabe.value = angaben.get("q") ?? "";
    genau = angaben.has("genau");
    for (const gruppe of gruppen) {
      const werte = angaben.getAll(gruppe.dataset.filter ?? "");
      for (const k of kaestchen(gruppe)) k.checked = werte.includes(k.value);
    }
  }

  /** @param {boolean} neuerSchritt */
  function inAdresse(neuerSchritt) {
    const angaben = new URLSearchParams();
    const frage = eingabe.value.trim();
    if (frage) angaben.set("q", frage);
    if (frage && genau) angaben.set("genau", "1");
    for (const [name, werte] of Object.entries(facetten())) {
      for (const wert of werte) angaben.append(name, wert);
    }
    const text = angaben.toString();
    if (text === new URLSearchParams(location.search).toString()) return;
    const ziel = text ? `?${text}` : location.pathname;
    if (neuerSchritt) history.pushState(null, "", ziel);
    else history.replaceState(null, "", ziel);
  }

  async function zeige() {
    const frage = eingabe.value.trim();
    document.title = frage ? `${frage} – ${titel}` : titel;
    try {
      const ansicht = (await import("./such-ansicht.mjs")).ansicht(bereich, wiederhole);
      ansicht(frage, facetten(), genau);
    } catch {
      const stand = bereich.querySelector("[role=status]");
      if (stand) stand.textContent = bereich.dataset.fehler ?? "";
    }
  }

  /** @param {{ beimTippen?: boolean, woertlich?: boolean }} [art] */
  function suche({ beimTippen = false, woertlich = false } = {}) {
    clearTimeout(uhr);
    genau = woertlich;
    inAdresse(!(beimTippen && tippt));
    tippt = beimTippen;
    zeige();
  }

  /** @param {string} frage @param {boolean} woertlich */
  function wiederhole(frage, woertlich) {
    eingabe.value = frage;
    suche({ woertlich });
    eingabe.focus();
  }

  eingabe.addEventListener("input", () => {
    clearTimeout(uhr);
    uhr = window.setTimeout(() => suche({ beimTippen: true }), TIPPPAUSE);
  });
  filter.addEventListener("change", () => suche({ woertlich: genau }));
  formular.addEventListener("submit", (ereignis) => {
    ereignis.preventDefault();
    suche();
  });
  bereich.querySelector("[data-teil=zuruecksetzen]")?.addEventListener("click", () => {
    for (const k of gruppen.flatMap(kaestchen)) k.checked = false;
    // The button goes away with the filters.
    filter.querySelector("summary")?.focus();
    suche({ woertlich: genau });
  });
  window.addEventListener("popstate", () => {
    clearTimeout(uhr);
    tippt = false;
    ausAdresse();
    zeige();
  });

  filter.hidden = false;
  filter.open = matchMedia("(min-width: 60em)").matches;
  // Over a slow line people type before this script is there.
  const getippt = eingabe.value;
  ausAdresse();
  if (getippt && getippt !== eingabe.value) {
    eingabe.value = getippt;
    suche({ beimTippen: true });
  } else if (location.search) zeige();
}
