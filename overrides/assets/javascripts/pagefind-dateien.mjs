// Reads Pagefind's own files: which pages there are, what each filter value holds, single pages.
//
// Pagefind's interface answers such questions only with a search for nothing, and that loads the
// whole word index. The formats belong to the version of Pagefind the build pins; a test reads them.

import { ordner } from "./pagefind-quelle.mjs";

const SIGNATUR = "pagefind_dcd".length;
const LAENGEN = [1, 2, 4, 8];

/** @param {URL} adresse @returns {Promise<Uint8Array>} */
async function hole(adresse) {
  // Their names carry a hash of the content, so a copy in the cache is never out of date.
  const antwort = await fetch(adresse, { cache: "force-cache" });
  if (!antwort.ok || !antwort.body) throw new Error(`${adresse}: ${antwort.status}`);
  const strom = antwort.body.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(strom).arrayBuffer()).subarray(SIGNATUR);
}

/**
 * Decodes CBOR (RFC 8949) as far as Pagefind uses it: numbers, texts and arrays.
 * @param {Uint8Array} daten
 * @returns {any}
 */
export function entschluessle(daten) {
  const sicht = new DataView(daten.buffer, daten.byteOffset, daten.byteLength);
  const text = new TextDecoder();
  let stelle = 0;
  const zahl = (/** @type {number} */ kurz) => {
    if (kurz < 24) return kurz;
    const laenge = LAENGEN[kurz - 24];
    const beginn = stelle;
    stelle += laenge;
    if (laenge === 1) return sicht.getUint8(beginn);
    if (laenge === 2) return sicht.getUint16(beginn);
    return laenge === 4 ? sicht.getUint32(beginn) : Number(sicht.getBigUint64(beginn));
  };
  /** @returns {any} */
  const lies = () => {
    const kopf = sicht.getUint8(stelle++);
    const wert = zahl(kopf & 31);
    switch (kopf >> 5) {
      case 0:
        return wert;
      case 1:
        return -1 - wert;
      case 3:
        stelle += wert;
        return text.decode(daten.subarray(stelle - wert, stelle));
      case 4:
        return Array.from({ length: wert }, lies);
      default:
        throw new Error(`CBOR ${kopf}`);
    }
  };
  return lies();
}

/** @typedef {{ seiten: string[], filter: Map<string, string> }} Verzeichnis */

/** @type {Map<string, Promise<any>>} */
const geladen = new Map();

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} lade
 * @returns {Promise<T>}
 */
function einmal(name, lade) {
  let wert = geladen.get(name);
  if (!wert) {
    wert = lade();
    wert.catch(() => geladen.delete(name));
    geladen.set(name, wert);
  }
  return wert;
}

/**
 * Ids of all pages of a language and the files of its filters.
 * @param {string} wurzel
 * @param {string} sprache
 * @returns {Promise<Verzeichnis>}
 */
export function verzeichnis(wurzel, sprache) {
  return einmal(`verzeichnis ${sprache}`, async () => {
    const eingang = await (await fetch(new URL("pagefind-entry.json", ordner(wurzel)), { cache: "no-cache" })).json();
    const { hash } = eingang.languages[sprache];
    const [, seiten, , filter] = entschluessle(await hole(new URL(`pagefind.${hash}.pf_meta`, ordner(wurzel))));
    return {
      seiten: seiten.map((/** @type {[string, number]} */ [id]) => id),
      filter: new Map(filter),
    };
  });
}

/**
 * The pages of every value of a filter.
 * @param {string} wurzel
 * @param {string} sprache
 * @param {string} name
 * @returns {Promise<Map<string, Set<string>>>}
 */
export function filterwerte(wurzel, sprache, name) {
  return einmal(`filter ${sprache} ${name}`, async () => {
    const { seiten, filter } = await verzeichnis(wurzel, sprache);
    const hash = filter.get(name);
    if (!hash) return new Map();
    const [, werte] = entschluessle(await hole(new URL(`filter/${hash}.pf_filter`, ordner(wurzel))));
    return new Map(
      werte.map((/** @type {[string, number[]]} */ [wert, nummern]) => [
        wert,
        new Set(nummern.map((nummer) => seiten[nummer])),
      ]),
    );
  });
}

/**
 * A page as Pagefind hands it out, with its beginning as excerpt.
 * @param {string} wurzel
 * @param {string} id
 * @param {number} laenge  words of the excerpt
 * @returns {Promise<any>}
 */
export async function seite(wurzel, id, laenge) {
  const daten = await hole(new URL(`fragment/${id}.pf_fragment`, ordner(wurzel)));
  const inhalt = JSON.parse(new TextDecoder().decode(daten));
  const anfang = inhalt.content.split(" ").slice(0, laenge).join(" ");
  const basis = new URL("../", ordner(wurzel)).pathname;
  return {
    ...inhalt,
    url: basis + inhalt.url.replace(/^\//, ""),
    excerpt: anfang.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"),
  };
}
