// What the search knows: understands a question and asks the index; loaded only when someone searches.

import * as quelle from "./pagefind-quelle.mjs";

/**
 * @typedef {object} Treffer
 * @property {string} url
 * @property {string} excerpt  escaped text with mark elements
 * @property {Record<string, string>} meta
 * @property {Record<string, string[]>} filters
 * @property {string} sprache  language of the page found
 * @property {string} kennung  M14, T05 …; empty where there is none
 * @property {{ titel: string, url: string, excerpt: string }[]} [unterseiten]
 */
/**
 * @typedef {object} Ergebnis
 * @property {number} anzahl
 * @property {Record<string, Record<string, number>>} zahlen  hits by facet and value
 * @property {(von: number, bis: number) => Promise<Treffer[]>} lade
 * @property {{ url: string, titel: string, kennung: string } | null} sprung  page of a Kennung
 * @property {string | null} meinten  the question without typing errors, if it had some
 * @property {boolean} ersetzt  the results are those of `meinten`, because the question has none
 * @property {boolean} wortweise  not all words of the question matched
 */

export const bereiteVor = quelle.bereiteVor;
export const ladeFacetten = quelle.ladeFacetten;

/**
 * @param {string} wurzel relative address of the site root
 * @param {string} frage empty to list everything the facets allow
 * @param {Record<string, string[]>} [facetten] chosen values; any of them may match
 * @returns {Promise<Ergebnis>}
 */
export async function suche(wurzel, frage, facetten = {}) {
  const ergebnis = await quelle.suche(wurzel, frage, facetten);
  return {
    anzahl: ergebnis.anzahl,
    zahlen: ergebnis.zahlen,
    lade: async (von, bis) => (await ergebnis.lade(von, bis)).map(alsTreffer),
    sprung: null,
    meinten: null,
    ersetzt: false,
    wortweise: false,
  };
}

/**
 * What may help when nothing was found.
 * @param {string} wurzel
 * @param {string} frage
 * @returns {Promise<{ begriffe: { titel: string, url: string }[], massnahmen: { titel: string, url: string, kennung: string }[] }>}
 */
export async function naechste(wurzel, frage) {
  const woerter = frage.split(/[^\p{L}\p{N}-]+/u).filter((wort) => wort.length > 3);
  const listen = await Promise.all(woerter.map((wort) => quelle.suche(wurzel, wort)));
  const treffer = (await Promise.all(listen.map((liste) => liste.lade(0, 3)))).flat();
  const massnahmen = treffer.filter((t) => /^M\d/.test(t.meta.kennung ?? "")).map((t) => ({
    titel: t.meta.title ?? "",
    url: t.url,
    kennung: t.meta.kennung ?? "",
  }));
  return { begriffe: [], massnahmen: massnahmen.slice(0, 3) };
}

/** @param {import("./pagefind-quelle.mjs").Treffer} fund @returns {Treffer} */
function alsTreffer(fund) {
  return {
    ...fund,
    sprache: document.documentElement.lang || "de",
    kennung: fund.meta.kennung ?? "",
  };
}
