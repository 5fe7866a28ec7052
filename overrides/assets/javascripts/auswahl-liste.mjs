// A list whose records are all on the page: shows, hides and orders them in place.

import { aus, hat } from "./auswahl-mengen.mjs";

const EINTRAEGE = ":scope .lb-karten > li, :scope tbody > tr, :scope .lb-eintrag, :scope .lb-liste > li";

/** @param {string | undefined} text */
const stellen = (text) => (text ? text.split(" ").map(Number) : []);

/** @param {HTMLElement} ort */
function ansichtAus(ort) {
  const eintraege = /** @type {HTMLElement[]} */ ([...ort.querySelectorAll(EINTRAEGE)]);
  const gruppen = /** @type {HTMLElement[]} */ ([...ort.querySelectorAll("section")]);
  const register = /** @type {HTMLAnchorElement[]} */ ([...ort.querySelectorAll(".lb-register a")]);

  /** @param {Uint8Array} menge @param {number[]} folge */
  return (menge, folge) => {
    eintraege.forEach((eintrag, n) => (eintrag.hidden = !hat(menge, n)));
    // Grouped lists have one order only.
    if (!gruppen.length) eintraege[0]?.parentElement?.append(...folge.map((n) => eintraege[n]));
    for (const gruppe of gruppen) {
      gruppe.hidden = eintraege.every((e) => e.hidden || !gruppe.contains(e));
    }
    for (const link of register) {
      const ziel = document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest("section");
      if (link.parentElement) link.parentElement.hidden = ziel?.hidden ?? false;
    }
  };
}

/** @param {HTMLElement} bereich */
export function fertigeListe(bereich) {
  const anzahl = Number(bereich.dataset.anzahl);
  const ort = /** @type {HTMLElement} */ (bereich.querySelector("div[data-ansicht]"));
  /** @type {Map<string, { ort: HTMLElement, zeige: (menge: Uint8Array, folge: number[]) => void }>} */
  const ansichten = new Map([[ort.dataset.ansicht ?? "", { ort, zeige: ansichtAus(ort) }]]);

  /** @param {string} name */
  function ansicht(name) {
    let gesucht = ansichten.get(name);
    if (!gesucht) {
      const vorrat = /** @type {HTMLTemplateElement} */ (
        bereich.querySelector(`template[data-ansicht="${name}"]`)
      );
      const neu = document.createElement("div");
      neu.append(vorrat.content.cloneNode(true));
      ort.after(neu);
      gesucht = { ort: neu, zeige: ansichtAus(neu) };
      ansichten.set(name, gesucht);
    }
    return gesucht;
  }

  return {
    async merkmale() {
      /** @type {Map<string, Map<string, Uint8Array>>} */
      const merkmale = new Map();
      for (const feld of /** @type {NodeListOf<HTMLElement>} */ (bereich.querySelectorAll("[data-facette]"))) {
        const werte = /** @type {HTMLElement[]} */ ([...feld.querySelectorAll("[data-wert]")]);
        merkmale.set(
          feld.dataset.facette ?? "",
          new Map(werte.map((w) => [w.dataset.wert ?? "", aus(anzahl, stellen(w.dataset.treffer))])),
        );
      }
      return merkmale;
    },

    /** @param {Uint8Array} menge @param {string} sortierung @param {string} name */
    async zeige(menge, sortierung, name) {
      /** @type {HTMLElement | null} */
      const wahl = bereich.querySelector(`option[value="${sortierung}"][data-folge]`);
      const folge = wahl ? stellen(wahl.dataset.folge) : [...Array(anzahl).keys()];
      const gesucht = ansicht(name);
      gesucht.zeige(menge, folge);
      const leer = menge.every((byte) => !byte);
      for (const a of ansichten.values()) a.ort.hidden = leer || a !== gesucht;
    },
  };
}
