// Asks Pagefind's index for single words and facets; loaded only when someone searches.

import { ladbar, starteArbeiter } from "./pagefind-arbeiter.mjs";

/**
 * @typedef {object} Fund
 * @property {string} id
 * @property {number} score
 * @property {number[]} words
 * @property {string[]} [matchedMetaFields]
 * @property {() => Promise<any>} data
 */

// Words of an excerpt.
export const AUSZUG = 22;
// How much a word counts in the title, in helper words nobody sees, in the Kennung.
const GEWICHTE = { title: 8, kennung: 20, lb_kern: 6, lb_nah: 1.2, lb_fern: 0.45 };
const RANG = { termSimilarity: 1.2, pageLength: 0.75, termSaturation: 1.7, diacriticSimilarity: 0.2, metaWeights: GEWICHTE };

/** @typedef {{ rufe: import("./pagefind-arbeiter.mjs").Ruf, alsFunde: (results: any[]) => Fund[] }} Quelle */

/** @type {Promise<Quelle> | undefined} */
let geladen;
/** @type {Promise<void> | undefined} */
let zweitsprache;

export const eigeneSprache = () => (document.documentElement.lang || "de").slice(0, 2);

/** @param {string} wurzel relative address of the site root */
export const ordner = (wurzel) => new URL("pagefind/", new URL(wurzel || "./", document.baseURI));

/** @param {string} wurzel @returns {Promise<Quelle>} */
async function lade(wurzel) {
  const ort = ordner(wurzel);
  const baseUrl = new URL("../", ort).pathname;
  const einstellungen = { baseUrl, excerptLength: AUSZUG, language: eigeneSprache() };
  const rufe = await starteArbeiter(ort, einstellungen, RANG);
  return { rufe, alsFunde: ladbar(rufe) };
}

/** @param {string} wurzel relative address of the site root */
export function bereiteVor(wurzel) {
  geladen ??= lade(wurzel).catch((fehler) => {
    geladen = undefined;
    throw fehler;
  });
  return geladen;
}

/**
 * Pages with a text in the index of a language; a search may hold two indexes.
 * @param {string} wurzel
 * @param {string} text
 * @param {Record<string, any>} [filters]
 * @param {string} [sprache]
 * @returns {Promise<Fund[]>}
 */
export async function frage(wurzel, text, filters = {}, sprache = eigeneSprache()) {
  const { rufe, alsFunde } = await bereiteVor(wurzel);
  const { results } = await rufe("search", text, { filters });
  return alsFunde(results).filter((/** @type {Fund} */ fund) => fund.id.startsWith(`${sprache}_`));
}

/**
 * Adds the German index to an English search; from then on results of both come mixed.
 * @param {string} wurzel
 */
export function nimmDeutschDazu(wurzel) {
  // The detour in the address keeps Pagefind from taking it for the index it already has.
  zweitsprache ??= bereiteVor(wurzel)
    .then(({ rufe }) => rufe("mergeIndex", `${ordner(wurzel).pathname}./`, { language: "de", ranking: RANG }))
    .catch((fehler) => {
      zweitsprache = undefined;
      throw fehler;
    });
  return zweitsprache;
}
