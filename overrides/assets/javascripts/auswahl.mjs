// Narrows a list down by its facets: AND between facets, OR within one. The choice is in the
// address, so that it can be shared and is still there on the way back.

import { merkmal } from "./auswahl-merkmal.mjs";

const RUHE = 250;

/** @param {string} text @param {Record<string, string>} werte */
const mit = (text, werte) => text.replace(/\{(\w+)\}/g, (_, name) => werte[name] ?? "");

/** @param {HTMLElement} bereich */
export function starte(bereich) {
  const worte = bereich.dataset;
  const anzahl = Number(worte.anzahl);
  const stand = /** @type {HTMLElement} */ (bereich.querySelector("[role=status]"));
  const chips = /** @type {HTMLElement} */ (bereich.querySelector(".lb-chips"));
  const leer = /** @type {HTMLElement} */ (bereich.querySelector(".lb-auswahl__leer"));
  const weglassen = /** @type {HTMLButtonElement} */ (leer.querySelector("button"));
  const aufheben = /** @type {HTMLButtonElement} */ (chips.querySelector("[data-teil=aufheben]"));
  const auswahlfeld = /** @type {HTMLSelectElement | null} */ (bereich.querySelector("select"));
  const knoepfe = /** @type {HTMLButtonElement[]} */ ([...bereich.querySelectorAll(".lb-umschalter button")]);
  const felder = /** @type {HTMLDetailsElement[]} */ ([...bereich.querySelectorAll("[data-facette]")]);
  const merkmale = new Map(felder.map((f) => [f.dataset.facette ?? "", merkmal(f, lies)]));
  const grundordnung = auswahlfeld?.options[0]?.value ?? "";
  const grundansicht = bereich.querySelector("div[data-ansicht]")?.getAttribute("data-ansicht") ?? "";
  let ansicht = grundansicht;
  /** In the order of choosing: the last one is the first to be dropped.
   * @type {{ name: string, wert: string }[]} */
  let gewaehlt = [];
  let lauf = 0;
  let uhr = 0;
  /** @type {Promise<any> | undefined} */
  let quelle;

  const sortierung = () => (auswahlfeld && auswahlfeld.value !== grundordnung ? auswahlfeld.value : "");
  /** @param {{ name: string, wert: string }} wahl */
  const benannt = ({ name, wert }) => ({
    merkmal: merkmale.get(name)?.titel ?? name,
    wert: merkmale.get(name)?.beschriftung(wert) ?? wert,
  });

  function ladeQuelle() {
    quelle ??= worte.index
      ? import("./auswahl-index.mjs").then(({ langeListe }) => langeListe(bereich))
      : import("./auswahl-liste.mjs").then(({ fertigeListe }) => fertigeListe(bereich));
    return quelle;
  }

  function ausAdresse() {
    const angaben = new URLSearchParams(location.search);
    gewaehlt = [...angaben].filter(([name, wert]) => merkmale.get(name)?.hat(wert)).map(([name, wert]) => ({ name, wert }));
    const ordnung = angaben.get("sortierung");
    if (auswahlfeld && [...auswahlfeld.options].some((o) => o.value === ordnung)) auswahlfeld.value = ordnung ?? "";
    for (const { name } of gewaehlt) merkmale.get(name)?.oeffne();
    const gesucht = angaben.get("ansicht");
    if (gesucht && knoepfe.some((k) => k.value === gesucht)) ansicht = gesucht;
  }

  function inAdresse() {
    const angaben = new URLSearchParams(gewaehlt.map(({ name, wert }) => [name, wert]));
    if (sortierung()) angaben.set("sortierung", sortierung());
    if (ansicht !== grundansicht) angaben.set("ansicht", ansicht);
    const text = angaben.toString();
    history.replaceState(history.state, "", `${location.pathname}${text ? `?${text}` : ""}${location.hash}`);
  }

  function zeigeChips() {
    const liste = /** @type {HTMLElement} */ (chips.querySelector("ul"));
    liste.replaceChildren(
      ...gewaehlt.map((wahl, stelle) => {
        const knopf = document.createElement("button");
        const namen = benannt(wahl);
        knopf.type = "button";
        knopf.textContent = `${namen.merkmal}: ${namen.wert}`;
        knopf.setAttribute("aria-label", mit(worte.entfernen ?? "", namen));
        knopf.addEventListener("click", () => {
          ohne(stelle);
          const naechster = liste.querySelectorAll("button")[Math.min(stelle, gewaehlt.length - 1)];
          (naechster ?? stand).focus();
        });
        const punkt = document.createElement("li");
        punkt.append(knopf);
        return punkt;
      }),
    );
    chips.hidden = !gewaehlt.length;
    for (const [name, feld] of merkmale) feld.setze(gewaehlt.filter((w) => w.name === name).map((w) => w.wert));
    for (const knopf of knoepfe) knopf.setAttribute("aria-pressed", String(knopf.value === ansicht));
  }

  /** @param {string} text */
  function sage(text) {
    clearTimeout(uhr);
    uhr = setTimeout(() => (stand.textContent = text), RUHE);
  }

  /** @param {number} gefunden */
  function zeigeStand(gefunden) {
    const zahlen = [gefunden, anzahl].map((n) => n.toLocaleString(document.documentElement.lang));
    leer.hidden = gefunden > 0;
    const letzte = gewaehlt.at(-1);
    if (letzte) weglassen.textContent = mit(worte.weglassen ?? "", benannt(letzte));
    sage(mit(worte.von ?? "", { anzahl: zahlen[0], gesamt: zahlen[1] }));
  }

  async function zeige() {
    const nummer = ++lauf;
    zeigeChips();
    try {
      if (worte.index && !quelle) sage(worte.laedt ?? "");
      const [q, { alle, treffer, und, zahl }] = await Promise.all([ladeQuelle(), import("./auswahl-mengen.mjs")]);
      const mengen = await q.merkmale();
      if (nummer !== lauf) return;
      const grund = alle(anzahl);
      const menge = treffer(grund, mengen, gewaehlt);
      for (const [name, feld] of merkmale) {
        const rest = treffer(grund, mengen, gewaehlt, name);
        feld.zeige((wert) => zahl(und(rest, mengen.get(name)?.get(wert) ?? new Uint8Array(rest.length))));
      }
      await q.zeige(menge, sortierung(), ansicht);
      if (nummer === lauf) zeigeStand(zahl(menge));
    } catch {
      if (nummer === lauf) gibAuf();
    }
  }

  /** Prepared pages and the list as it came still work without the index. */
  async function gibAuf() {
    lauf += 1;
    sage(worte.fehler ?? "");
    for (const feld of merkmale.values()) feld.zurueck();
    for (const teil of [auswahlfeld, ...knoepfe]) if (teil) teil.disabled = true;
    chips.hidden = leer.hidden = true;
    (await quelle?.catch(() => undefined))?.zurueck?.();
  }

  function geaendert() {
    inAdresse();
    zeige();
  }

  function lies() {
    const jetzt = [...merkmale.values()].flatMap((f) => f.gewaehlt().map((wert) => ({ name: f.name, wert })));
    /** @param {{ name: string, wert: string }[]} liste @param {{ name: string, wert: string }} w */
    const enthaelt = (liste, w) => liste.some((x) => x.name === w.name && x.wert === w.wert);
    gewaehlt = [...gewaehlt.filter((w) => enthaelt(jetzt, w)), ...jetzt.filter((w) => !enthaelt(gewaehlt, w))];
    geaendert();
  }

  /** @param {number} stelle */
  function ohne(stelle) {
    gewaehlt = gewaehlt.filter((_, n) => n !== stelle);
    geaendert();
  }

  aufheben.addEventListener("click", () => {
    gewaehlt = [];
    geaendert();
    stand.focus();
  });
  weglassen.addEventListener("click", () => {
    ohne(gewaehlt.length - 1);
    stand.focus();
  });
  auswahlfeld?.addEventListener("change", geaendert);
  for (const knopf of knoepfe) {
    knopf.addEventListener("click", () => {
      ansicht = knopf.value;
      geaendert();
    });
  }
  bereich.addEventListener("auswahlfehler", gibAuf);
  // A link to an entry that is hidden at the moment lifts the choice.
  addEventListener("hashchange", () => {
    const ziel = document.getElementById(location.hash.slice(1));
    if (!ziel || !bereich.contains(ziel) || ziel.checkVisibility()) return;
    gewaehlt = [];
    inAdresse();
    zeige().then(() => ziel.scrollIntoView());
  });

  // The stylesheet shows the facets beside the list anyway; this tells everybody else.
  const filter = /** @type {HTMLDetailsElement} */ (bereich.querySelector(".lb-auswahl__filter"));
  if (matchMedia("(min-width: 60em)").matches) filter.open = true;
  stand.tabIndex = -1;
  for (const teil of [auswahlfeld, ...knoepfe]) if (teil) teil.disabled = false;
  ausAdresse();
  if (gewaehlt.length || sortierung() || ansicht !== grundansicht) zeige();
}
