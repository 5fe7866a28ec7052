// Words, groups, fields and ways in of the search: one small file, loaded when somebody searches.

import { holeJson } from "./umgebung.mjs";

/**
 * @typedef {object} Gruppe
 * @property {string} ordner folder of its pages; the one without takes all others
 * @property {string} name
 * @property {string} typ value of the facet
 * @property {string} deutsch value of the facet on German pages
 */
/**
 * @typedef {object} Feld
 * @property {string} titel
 * @property {string} deutsch
 * @property {string} farbe
 * @property {[string, Record<string, string>][]} symbol
 * @property {string} url
 * @property {string} sprache
 */
/**
 * @typedef {object} Oberflaeche
 * @property {string} basis address of the root of the language
 * @property {Record<string, string>} worte
 * @property {Gruppe[]} gruppen
 * @property {Feld[]} felder
 * @property {{ titel: string, kennung: string, url: string, sprache: string }[]} lagen
 * @property {{ titel: string, url: string }[]} uebersichten
 * @property {string} kontakt e-mail address for proposals; empty if there is none
 */

/** @type {Promise<Oberflaeche> | undefined} */
let geladen;

/** @param {string} suchseite address of the search page, beside which the file lies */
async function lade(suchseite) {
  const angaben = await holeJson(new URL("oberflaeche.json", suchseite));
  return { ...angaben, basis: new URL("../", suchseite).href };
}

/** @param {string} suchseite */
export function ladeOberflaeche(suchseite) {
  geladen ??= lade(suchseite).catch((fehler) => {
    geladen = undefined;
    throw fehler;
  });
  return geladen;
}

/**
 * The group of a result; addresses are the same in every language, names are not.
 * @param {Oberflaeche} o
 * @param {string} adresse
 * @returns {Gruppe}
 */
export function gruppeVon(o, adresse) {
  const { pathname, hash } = new URL(adresse, o.basis);
  const gruppe = o.gruppen.find((g) => g.ordner && new RegExp(`/${g.ordner}[^/]+`).test(pathname + hash));
  return gruppe ?? o.gruppen[o.gruppen.length - 1];
}

/**
 * The Handlungsfelder of a result, which may name them in German.
 * @param {Oberflaeche} o
 * @param {string[]} namen
 */
export const felderVon = (o, namen) =>
  o.felder.filter((feld) => namen.includes(feld.titel) || namen.includes(feld.deutsch));
