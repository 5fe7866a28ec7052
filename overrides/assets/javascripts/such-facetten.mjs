// What the search knows of all pages: their kinds, and which values of the facets they have.

import { filterwerte, verzeichnis } from "./pagefind-dateien.mjs";
import { eigeneSprache as sprache } from "./pagefind-quelle.mjs";

// Filters that serve the search itself; nobody chooses them.
const INTERN = new Set(["art", "nur"]);

// The kind of pages whose kind the index does not name, because there may be thousands.
const UNGENANNT = "praxisbeispiel";

/** @typedef {[string, string[]][]} Auswahl  chosen values by facet; any of them may match */

/** @type {Map<string, Map<string, Set<string>>> | undefined} */
let facettenmengen;

/**
 * @param {string} wurzel
 * @returns {Promise<{ seiten: string[], arten: Map<string, string> }>} ids, and kinds by id
 */
export async function ladeArten(wurzel) {
  const [{ seiten }, werte] = await Promise.all([
    verzeichnis(wurzel, sprache()),
    filterwerte(wurzel, sprache(), "art"),
  ]);
  const arten = new Map(seiten.map((id) => [id, UNGENANNT]));
  for (const [art, ids] of werte) for (const id of ids) arten.set(id, art);
  return { seiten, arten };
}

/**
 * Loads the facets, so that results come with counts.
 * @param {string} wurzel
 */
export async function ladeFacetten(wurzel) {
  const { filter } = await verzeichnis(wurzel, sprache());
  const namen = [...filter.keys()].filter((name) => !INTERN.has(name));
  const mengen = await Promise.all(namen.map((name) => filterwerte(wurzel, sprache(), name)));
  facettenmengen = new Map(namen.map((name, nummer) => [name, mengen[nummer]]));
}

/**
 * @param {string[]} ids
 * @param {Auswahl} gewaehlt
 */
export function siebe(ids, gewaehlt) {
  return ids.filter((id) =>
    gewaehlt.every(([name, werte]) => werte.some((wert) => facettenmengen?.get(name)?.get(wert)?.has(id))),
  );
}

/**
 * Counts the hits of every value, given what is chosen in the other facets; nothing before the
 * facets are loaded.
 * @param {string[]} ids
 * @param {Auswahl} gewaehlt
 */
export function zaehleFacetten(ids, gewaehlt) {
  /** @type {Record<string, Record<string, number>>} */
  const zahlen = {};
  for (const [name, werte] of facettenmengen ?? []) {
    const moeglich = siebe(ids, gewaehlt.filter(([andere]) => andere !== name));
    zahlen[name] = {};
    for (const [wert, menge] of werte) zahlen[name][wert] = moeglich.filter((id) => menge.has(id)).length;
  }
  return zahlen;
}
