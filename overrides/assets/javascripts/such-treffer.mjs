// Makes of pages found what the results show.

import { seite as ladeSeite } from "./pagefind-dateien.mjs";
import { AUSZUG } from "./pagefind-quelle.mjs";
import { besterFund } from "./such-rang.mjs";

/** @typedef {import("./such-rang.mjs").Wortfund} Wortfund */
/**
 * @typedef {object} Treffer
 * @property {string} url
 * @property {string} excerpt  escaped text with mark elements
 * @property {Record<string, string>} meta
 * @property {Record<string, string[]>} filters
 * @property {string} sprache  language of the page found
 * @property {string} kennung  M14, T05 …; empty where there is none
 * @property {string} [definition]  of an entry of a list
 * @property {{ titel: string, url: string, excerpt: string }[]} [unterseiten]
 */

/**
 * @param {string} wurzel
 * @param {Wortfund[]} funde
 * @param {string[]} ids
 * @returns {Promise<Treffer[]>}
 */
export async function ladeTreffer(wurzel, funde, ids) {
  const listen = ids.map(async (id) => {
    const fund = besterFund(funde, id);
    return alsTreffer(fund ? await fund.data() : await ladeSeite(wurzel, id, AUSZUG), id);
  });
  return Promise.all(listen);
}

/**
 * @param {any} seite
 * @param {string} id
 * @returns {Treffer}
 */
export function alsTreffer(seite, id) {
  const unterseiten = (seite.sub_results ?? [])
    .filter((/** @type {any} */ teil) => teil.url.includes("#"))
    .map((/** @type {any} */ teil) => ({ titel: teil.title, url: teil.url, excerpt: teil.excerpt }));
  return {
    // Entries of a list stand in the index on their own, on the site they are part of a page.
    url: seite.url.replace(/\/(glossar|links)\/([^/#]+)\/$/, "/$1/#$2"),
    excerpt: seite.excerpt,
    meta: seite.meta,
    filters: seite.filters,
    sprache: id.slice(0, 2),
    kennung: seite.meta.kennung ?? "",
    definition: definition(seite),
    unterseiten,
  };
}

/**
 * What explains an entry of a list: the words between two anchors of its copy for the index.
 * @param {any} seite
 */
function definition(seite) {
  const stelle = (/** @type {string} */ id) =>
    seite.anchors?.find((/** @type {any} */ anker) => anker.id === id)?.location;
  const beginn = stelle("lb-definition");
  if (beginn === undefined) return undefined;
  return seite.content.split(/\s+/).slice(beginn, stelle("lb-beiwerk")).join(" ");
}
