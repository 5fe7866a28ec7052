// The search page: question and facets live in the address, so that a search can be shared.

import { ladeFacetten, suche } from "./such-logik.mjs";
import { trefferzahl, zeige } from "./trefferliste.mjs";

const SEITENLAENGE = 20;

/** @param {HTMLElement} bereich */
export function starte(bereich) {
  const worte = bereich.dataset;
  const formular = /** @type {HTMLFormElement} */ (bereich.querySelector("form"));
  const eingabe = /** @type {HTMLInputElement} */ (formular.elements.namedItem("q"));
  const gruppen = /** @type {HTMLElement[]} */ ([...bereich.querySelectorAll("[data-filter]")]);
  const stand = /** @type {HTMLElement} */ (bereich.querySelector("[role=status]"));
  const liste = /** @type {HTMLElement} */ (bereich.querySelector("[data-teil=ergebnisse]"));
  const mehr = /** @type {HTMLButtonElement} */ (bereich.querySelector("[data-teil=mehr]"));
  const hilfe = /** @type {HTMLElement} */ (bereich.querySelector(".lb-weiter"));
  let lauf = 0;
  let gezeigt = 0;
  /** @type {import("./such-logik.mjs").Ergebnis | undefined} */
  let ergebnis;

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
    for (const gruppe of gruppen) {
      const werte = angaben.getAll(gruppe.dataset.filter ?? "");
      for (const k of kaestchen(gruppe)) k.checked = werte.includes(k.value);
    }
  }

  /** @param {string} frage @param {Record<string, string[]>} gewaehlt */
  function inAdresse(frage, gewaehlt) {
    const angaben = new URLSearchParams();
    if (frage) angaben.set("q", frage);
    for (const [name, werte] of Object.entries(gewaehlt)) {
      for (const wert of werte) angaben.append(name, wert);
    }
    const text = angaben.toString();
    history.replaceState(null, "", text ? `?${text}` : location.pathname);
  }

  /** @param {Record<string, Record<string, number>>} zahlen */
  function zeigeZahlen(zahlen) {
    for (const gruppe of gruppen) {
      for (const k of kaestchen(gruppe)) {
        const zahl = k.parentElement?.querySelector(".lb-filter__zahl");
        if (zahl) zahl.textContent = String(zahlen[gruppe.dataset.filter ?? ""]?.[k.value] ?? 0);
      }
    }
  }

  async function zeigeMehr() {
    if (!ergebnis) return undefined;
    const nummer = lauf;
    const treffer = await ergebnis.lade(gezeigt, gezeigt + SEITENLAENGE);
    if (nummer !== lauf) return undefined;
    gezeigt += treffer.length;
    mehr.hidden = gezeigt >= ergebnis.anzahl;
    return zeige(liste, treffer, worte.sonstiges ?? "");
  }

  async function aktualisiere() {
    const nummer = ++lauf;
    const frage = eingabe.value.trim();
    const gewaehlt = facetten();
    inAdresse(frage, gewaehlt);
    const leer = !frage && Object.values(gewaehlt).every((werte) => werte.length === 0);
    try {
      const neu = await suche(worte.wurzel ?? "", frage, gewaehlt);
      if (nummer !== lauf) return;
      zeigeZahlen(neu.zahlen);
      liste.replaceChildren();
      gezeigt = 0;
      ergebnis = leer ? undefined : neu;
      mehr.hidden = true;
      hilfe.hidden = !leer && neu.anzahl > 0;
      stand.textContent = leer ? "" : trefferzahl(worte, neu.anzahl, frage);
      await zeigeMehr();
    } catch {
      stand.textContent = worte.fehler ?? "";
    }
  }

  let uhr = 0;
  formular.addEventListener("input", () => {
    clearTimeout(uhr);
    uhr = setTimeout(aktualisiere, 200);
  });
  formular.addEventListener("submit", (ereignis) => {
    ereignis.preventDefault();
    clearTimeout(uhr);
    aktualisiere();
  });
  formular.addEventListener("reset", () => setTimeout(aktualisiere));
  mehr.addEventListener("click", async () => {
    const erster = await zeigeMehr();
    erster?.querySelector("a")?.focus();
  });

  for (const filter of bereich.querySelectorAll(".lb-filter")) {
    /** @type {HTMLElement} */ (filter).hidden = false;
  }
  ausAdresse();
  stand.textContent = worte.laedt ?? "";
  ladeFacetten(worte.wurzel ?? "").then(aktualisiere, () => {
    stand.textContent = worte.fehler ?? "";
  });
}
