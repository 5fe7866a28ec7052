// A list too long for one page: facets, orders and records come from files, as far as needed.

import { hat } from "./auswahl-mengen.mjs";
import { holeJson, seitenadresse } from "./umgebung.mjs";

const SCHRITT = 24;

/** @typedef {{ u: string, t: string, v: string, k: string, z: string, l?: string }} Satz */

/**
 * Fills a copy of the prepared markup of one record.
 * @param {HTMLElement} muster @param {Satz} satz @param {string} wurzel
 */
function fuelle(muster, satz, wurzel) {
  const knoten = /** @type {HTMLElement} */ (muster.cloneNode(true));
  /** @type {Record<string, string>} */
  const felder = { titel: satz.t, verbund: satz.v, kurz: satz.k, zeitraum: satz.z };
  for (const feld of /** @type {NodeListOf<HTMLElement>} */ (knoten.querySelectorAll("[data-feld]"))) {
    feld.textContent = felder[feld.dataset.feld ?? ""] ?? "";
    if (feld instanceof HTMLAnchorElement) feld.href = seitenadresse(`${wurzel}${satz.u}/`);
  }
  if (satz.l) knoten.lang = satz.l;
  return knoten;
}

/** @param {HTMLElement} bereich */
export function langeListe(bereich) {
  const { index = "", mehr: mehrText = "" } = bereich.dataset;
  const [anzahl, scheibe, block] = [bereich.dataset.anzahl, bereich.dataset.scheibe, bereich.dataset.block].map(Number);
  const scheiben = [...Array(Math.ceil(anzahl / scheibe)).keys()];
  const fertig = /** @type {HTMLElement} */ (bereich.querySelector("div[data-ansicht]"));
  const grund = fertig.dataset.ansicht;
  const ort = document.createElement("div");
  const mehr = document.createElement("button");
  mehr.type = "button";
  fertig.after(ort, mehr);
  ort.hidden = mehr.hidden = true;
  /** @type {Map<string, Promise<any>>} */
  const geholt = new Map();
  /** @type {number[]} */
  let rest = [];
  let lauf = 0;
  /** @type {(saetze: Satz[]) => HTMLElement[]} */
  let haengeAn = () => [];

  /** @param {string} name */
  function datei(name) {
    const vorhanden = geholt.get(name);
    if (vorhanden) return vorhanden;
    // Names are fixed, so that the server is asked whether a file is still the same.
    const neu = holeJson(`${index}${name}.json`, { cache: "no-cache" });
    geholt.set(name, neu);
    neu.catch(() => geholt.delete(name));
    return neu;
  }

  /** @param {string} name */
  function richteEin(name) {
    const vorrat = /** @type {HTMLTemplateElement} */ (bereich.querySelector(`template[data-muster="${name}"]`));
    const rahmen = /** @type {HTMLElement} */ (vorrat.content.firstElementChild?.cloneNode(true));
    const muster = /** @type {HTMLElement} */ (rahmen.querySelector("li, tbody > tr"));
    const eltern = /** @type {HTMLElement} */ (muster.parentElement);
    muster.remove();
    ort.replaceChildren(rahmen);
    haengeAn = (saetze) => {
      const neue = saetze.map((satz) => fuelle(muster, satz, `${index}../`));
      eltern.append(...neue);
      return neue;
    };
  }

  async function zeigeMehr() {
    const nummer = lauf;
    const stellen = rest.slice(0, SCHRITT);
    const bloecke = await Promise.all(stellen.map((n) => datei(`block-${Math.floor(n / block) + 1}`)));
    if (nummer !== lauf) return undefined;
    rest = rest.slice(SCHRITT);
    const neue = haengeAn(stellen.map((n, stelle) => bloecke[stelle][n % block]));
    mehr.hidden = !rest.length;
    mehr.textContent = mehrText.replace("{anzahl}", String(Math.min(SCHRITT, rest.length)));
    return neue[0];
  }

  mehr.addEventListener("click", async () => {
    const erster = await zeigeMehr().catch(() => bereich.dispatchEvent(new Event("auswahlfehler")));
    if (erster instanceof HTMLElement) erster.querySelector("a")?.focus();
  });

  return {
    async merkmale() {
      const teile = await Promise.all(scheiben.map((n) => datei(`merkmale-${n + 1}`)));
      const laenge = Math.ceil(anzahl / 8);
      /** @type {Map<string, Map<string, Uint8Array>>} */
      const merkmale = new Map();
      teile.forEach((teil, n) => {
        if (teil.anzahl !== anzahl) throw new Error("index of another state");
        for (const [name, werte] of Object.entries(teil.werte)) {
          const eigene = merkmale.get(name) ?? new Map();
          merkmale.set(name, eigene);
          for (const [wert, bits] of Object.entries(werte)) {
            const menge = eigene.get(wert) ?? new Uint8Array(laenge);
            menge.set(Uint8Array.from(atob(bits), (z) => z.charCodeAt(0)), (n * scheibe) / 8);
            eigene.set(wert, menge);
          }
        }
      });
      return merkmale;
    },

    /** @param {Uint8Array} menge @param {string} sortierung @param {string} ansicht */
    async zeige(menge, sortierung, ansicht) {
      const nummer = ++lauf;
      const teile = sortierung ? await Promise.all(scheiben.map((n) => datei(`folge-${sortierung}-${n + 1}`))) : [];
      if (nummer !== lauf) return;
      const folge = sortierung ? teile.flat() : [...Array(anzahl).keys()];
      rest = folge.filter((n) => hat(menge, n));
      const wieFertig = rest.length === anzahl && !sortierung && ansicht === grund;
      fertig.hidden = !wieFertig;
      ort.hidden = wieFertig;
      mehr.hidden = true;
      ort.replaceChildren();
      if (wieFertig || !rest.length) return;
      richteEin(ansicht);
      await zeigeMehr();
    },

    /** Back to the first page and its links to the others. */
    zurueck() {
      lauf += 1;
      fertig.hidden = false;
      ort.hidden = mehr.hidden = true;
    },
  };
}
