// Takes the place of pagefind-dateien.mjs in the offline edition: which pages there are, what each
// filter value holds, single pages. The formats are those of views/stichworte.py.

import { AUSZUG, eigeneSprache, ordner } from "./offline-ort.mjs";
import { holeJson } from "./umgebung.mjs";

/**
 * @typedef {object} Verzeichnis
 * @property {string} sprache
 * @property {string[]} seiten  ids, in the order of their numbers
 * @property {number[]} laengen  words of each page
 * @property {number} mittel  words of a page on average
 * @property {Map<string, string>} filter
 * @property {string[]} worte  the first word of every file of words
 * @property {string[][]} endungen  of inflection and derivation, the longest first
 * @property {number} block  pages of a file
 */

/** @type {Map<string, Promise<any>>} */
const geladen = new Map();

/**
 * A file of the index of a language, loaded once.
 * @param {string} wurzel
 * @param {string} sprache
 * @param {string} name
 * @returns {Promise<any>}
 */
export function datei(wurzel, sprache, name) {
  const adresse = new URL(`${sprache}/${name}.json`, ordner(wurzel)).href;
  let wert = geladen.get(adresse);
  if (!wert) {
    wert = holeJson(adresse);
    wert.catch(() => geladen.delete(adresse));
    geladen.set(adresse, wert);
  }
  return wert;
}

/** @type {Map<string, Promise<Verzeichnis>>} */
const verzeichnisse = new Map();

/**
 * @param {string} wurzel
 * @param {string} [sprache]
 * @returns {Promise<Verzeichnis>}
 */
export function verzeichnis(wurzel, sprache = eigeneSprache()) {
  let wert = verzeichnisse.get(sprache);
  if (!wert) {
    wert = datei(wurzel, sprache, "verzeichnis").then((roh) => ({
      ...roh,
      sprache,
      seiten: roh.laengen.map((/** @type {number} */ _, /** @type {number} */ n) => `${sprache}_${n}`),
      filter: new Map(roh.filter.map((/** @type {string} */ name) => [name, name])),
    }));
    wert.catch(() => verzeichnisse.delete(sprache));
    verzeichnisse.set(sprache, wert);
  }
  return wert;
}

/**
 * The pages of every value of a filter.
 * @param {string} wurzel
 * @param {string} sprache
 * @param {string} name
 * @returns {Promise<Map<string, Set<string>>>}
 */
export async function filterwerte(wurzel, sprache, name) {
  const { filter } = await verzeichnis(wurzel, sprache);
  if (!filter.has(name)) return new Map();
  /** @type {Record<string, number[]>} */
  const werte = await datei(wurzel, sprache, `filter-${name}`);
  return new Map(
    Object.entries(werte).map(([wert, abstaende]) => {
      let nummer = 0;
      return [wert, new Set(abstaende.map((abstand) => `${sprache}_${(nummer += abstand)}`))];
    }),
  );
}

/**
 * A page as the list of results shows it, with its beginning as excerpt.
 * @param {string} wurzel
 * @param {string} id
 * @param {number} [laenge]  words of the excerpt
 * @param {(wort: string) => boolean} [trifft]  words to be marked; the excerpt is taken around them
 * @returns {Promise<any>}
 */
export async function seite(wurzel, id, laenge = AUSZUG, trifft = () => false) {
  const [sprache, zahl] = id.split("_");
  const { block } = await verzeichnis(wurzel, sprache);
  const nummer = Number(zahl);
  const satz = (await datei(wurzel, sprache, `seiten-${Math.floor(nummer / block) + 1}`))[nummer % block];
  return {
    url: new URL(satz.url, new URL("../../", ordner(wurzel))).href,
    meta: satz.meta,
    filters: satz.filter,
    content: satz.text,
    anchors: satz.anker,
    excerpt: auszug(satz.text.split(" "), laenge, trifft),
  };
}

/**
 * The words around the place with most of what was searched for.
 * @param {string[]} worte
 * @param {number} laenge
 * @param {(wort: string) => boolean} trifft
 */
function auszug(worte, laenge, trifft) {
  const marken = worte.map(trifft);
  let [letzter, beste, hier] = [0, 0, 0];
  for (const [stelle, marke] of marken.entries()) {
    hier += Number(marke) - Number(stelle >= laenge && marken[stelle - laenge]);
    if (hier > beste) [letzter, beste] = [stelle, hier];
  }
  // As many words before the first find as after the last.
  const erster = beste > 0 ? marken.indexOf(true, Math.max(0, letzter - laenge + 1)) : 0;
  const mitte = Math.floor((erster + letzter - laenge) / 2) + 1;
  const beginn = Math.max(0, Math.min(mitte, worte.length - laenge));
  return worte
    .slice(beginn, beginn + laenge)
    .map((wort, n) => (marken[beginn + n] ? `<mark>${sicher(wort)}</mark>` : sicher(wort)))
    .join(" ");
}

/** @param {string} wort */
const sicher = (wort) => wort.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
