// Takes the place of pagefind-quelle.mjs in the offline edition: finds the pages with a word and
// says how well each answers it. Everything above it is the search of the website.

import { datei, filterwerte, seite, verzeichnis } from "./offline-dateien.mjs";
import { AUSZUG, eigeneSprache, ordner } from "./offline-ort.mjs";
import { falte } from "./such-frage.mjs";

export { AUSZUG, eigeneSprache, ordner };

/**
 * @typedef {object} Fund
 * @property {string} id
 * @property {number} score
 * @property {number[]} words
 * @property {string[]} [matchedMetaFields]
 * @property {() => Promise<any>} data
 */
/** @typedef {import("./offline-dateien.mjs").Verzeichnis} Verzeichnis */
/** Where a word stands on a page: how often in the text, in which other parts. @typedef {{ anzahl: number, teile: Map<number, number> }} Stelle */

// Parts of a page by their bit, and how much a word in them counts.
const TITEL = 1;
const GEWICHTE = [
  [TITEL, 8],
  [2, 20], // Kennung
  [4, 6], // helper words: what the page is about
  [8, 1.2],
  [16, 0.45],
];
const BITS = 32;
// BM25: how soon repetition stops to count, how much long pages are held back.
const SAETTIGUNG = 1.7;
const LAENGE = 0.75;
// A longer word counts the less, the longer it is.
const AEHNLICHKEIT = 1.2;
const KUERZEST = 4;

/** @param {string} wurzel relative address of the site root */
export const bereiteVor = (wurzel) => verzeichnis(wurzel, eigeneSprache());

/** The other index is asked as soon as it is needed. @param {string} wurzel */
export const nimmDeutschDazu = (wurzel) => verzeichnis(wurzel, "de");

/**
 * A word without its endings, as the index has it.
 * @param {Verzeichnis} v
 * @param {string} wort
 */
export function grundform({ endungen }, wort) {
  let form = falte(wort);
  for (const stufe of endungen) {
    const endung = stufe.find((e) => form.endsWith(e) && form.length - e.length >= KUERZEST);
    if (endung) form = form.slice(0, form.length - endung.length);
  }
  return form;
}

/**
 * All words of the index that begin like this; with `genau` only the word itself.
 * @param {string} wurzel
 * @param {Verzeichnis} v
 * @param {string} anfang
 * @param {boolean} genau
 * @returns {Promise<[string, number[]][]>}
 */
async function eintraege(wurzel, v, anfang, genau) {
  let erste = v.worte.findIndex((wort) => wort > anfang) - 1;
  if (erste < -1) erste = v.worte.length - 1;
  erste = Math.max(0, erste);
  let letzte = erste;
  while (!genau && letzte + 1 < v.worte.length && v.worte[letzte + 1].startsWith(anfang)) letzte += 1;
  const nummern = Array.from({ length: letzte - erste + 1 }, (_, n) => erste + n + 1);
  const teile = await Promise.all(nummern.map((n) => datei(wurzel, v.sprache, `worte-${n}`)));
  return teile
    .flatMap((teil) => Object.entries(teil))
    .filter(([wort]) => (genau ? wort === anfang : wort.startsWith(anfang)));
}

/**
 * @param {[string, number[]][]} liste
 * @param {string} anfang
 * @returns {Map<number, Stelle>}
 */
function stellen(liste, anfang) {
  /** @type {Map<number, Stelle>} */
  const je = new Map();
  for (const [wort, zahlen] of liste) {
    const naehe = (anfang.length / wort.length) ** AEHNLICHKEIT;
    let nummer = 0;
    for (let n = 0; n < zahlen.length; n += 2) {
      nummer += zahlen[n];
      const stelle = je.get(nummer) ?? { anzahl: 0, teile: new Map() };
      stelle.anzahl += naehe * Math.floor(zahlen[n + 1] / BITS);
      for (const [bit] of GEWICHTE) {
        if (zahlen[n + 1] & bit) stelle.teile.set(bit, Math.max(stelle.teile.get(bit) ?? 0, naehe));
      }
      je.set(nummer, stelle);
    }
  }
  return je;
}

/**
 * @param {Verzeichnis} v
 * @param {number} nummer
 * @param {Stelle} stelle
 */
function punkte(v, nummer, { anzahl, teile }) {
  const bremse = SAETTIGUNG * (1 - LAENGE + (LAENGE * v.laengen[nummer]) / v.mittel);
  const imText = (anzahl * (SAETTIGUNG + 1)) / (anzahl + bremse);
  return GEWICHTE.reduce((summe, [bit, gewicht]) => summe + gewicht * (teile.get(bit) ?? 0), imText);
}

/**
 * Pages with a word, or with a longer one; in quotation marks only the word itself.
 * @param {string} wurzel
 * @param {string} text
 * @param {Record<string, any>} [filters]
 * @param {string} [sprache]
 * @returns {Promise<Fund[]>}
 */
export async function frage(wurzel, text, filters = {}, sprache = eigeneSprache()) {
  const v = await verzeichnis(wurzel, sprache);
  const genau = /^".*"$/.test(text);
  const anfang = grundform(v, text.replace(/^"|"$/g, ""));
  if (!anfang) return [];
  const je = stellen(await eintraege(wurzel, v, anfang, genau), anfang);
  const mengen = await Promise.all(
    Object.entries(filters).map(async ([name, wert]) => (await filterwerte(wurzel, sprache, name)).get(wert)),
  );
  const seltenheit = Math.log(1 + v.seiten.length / (je.size || 1));
  const trifft = marke(v, anfang, genau);
  return [...je]
    .filter(([nummer]) => mengen.every((menge) => menge?.has(v.seiten[nummer])))
    .map(([nummer, stelle]) => ({
      id: v.seiten[nummer],
      score: seltenheit * punkte(v, nummer, stelle),
      words: stelle.anzahl > 0 ? [1] : [],
      matchedMetaFields: stelle.teile.has(TITEL) ? ["title"] : [],
      data: () => seite(wurzel, v.seiten[nummer], AUSZUG, trifft),
    }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/**
 * Tells whether a word of a text is what was searched for.
 * @param {Verzeichnis} v
 * @param {string} anfang
 * @param {boolean} genau
 */
function marke(v, anfang, genau) {
  return (/** @type {string} */ wort) => {
    const formen = (wort.match(/[\p{L}\p{N}]+(?:[-‐‑’'.][\p{L}\p{N}]+)*/gu) ?? [])
      .flatMap((teil) => [teil, ...teil.split(/[-‐‑’'.]/)])
      .map((teil) => grundform(v, teil));
    return formen.some((form) => (genau ? form === anfang : form.startsWith(anfang)));
  };
}
