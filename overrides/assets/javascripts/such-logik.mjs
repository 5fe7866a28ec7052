// What the search knows: understands a question and asks the index; loaded only when someone searches.

import { filterwerte, seite as ladeSeite, verzeichnis } from "./pagefind-dateien.mjs";
import { AUSZUG, bereiteVor, eigeneSprache as sprache, frage as frageIndex, nimmDeutschDazu, ordner } from "./pagefind-quelle.mjs";
import { falte, verstehe } from "./such-frage.mjs";
import { alsEinWort, besterFund, ergaenze, nachArt, ordne, wortfund } from "./such-rang.mjs";

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
 * @typedef {object} Ergebnis
 * @property {number} anzahl
 * @property {Record<string, Record<string, number>>} zahlen  hits by facet and value
 * @property {(von: number, bis: number) => Promise<Treffer[]>} lade
 * @property {{ url: string, titel: string, kennung: string } | null} sprung  page of a Kennung
 * @property {string | null} meinten  the question without typing errors, if it had some
 * @property {boolean} ersetzt  the results are those of `meinten`, because the question has none
 * @property {boolean} wortweise  not all words of the question matched
 */
/** @typedef {import("./such-rang.mjs").Wortfund} Wortfund */
/** @typedef {import("./pagefind-quelle.mjs").Fund} Fund */
/**
 * One search: where, among how many pages; what mistyped words meant, what no page has.
 * @typedef {{ wurzel: string, gesamt: number, ersatz: Map<string, string>, unbekannt: Set<string> }} Lauf
 */

export { bereiteVor };

const ART_DER_KENNUNG = /** @type {Record<string, string>} */ ({ M: "massnahme", T: "vorlage", S: "szenario" });
// A word this short is an abbreviation: longer words that begin with it are other words.
const KURZ = 3;
// Fewer pages than this are too few for a long word, which may be split.
const WENIG = 4;
const LANG = 10;
// An English search with fewer hits also looks at what exists in German only.
const DUENN = 3;
// Filters that serve the search itself; nobody chooses them.
const INTERN = new Set(["art", "nur"]);

/** @type {Map<string, Map<string, Set<string>>> | undefined} */
let facettenmengen;

/**
 * @param {string} wurzel
 * @returns {Promise<{ seiten: string[], arten: Map<string, string> }>}
 */
async function ladeArten(wurzel) {
  const [{ seiten }, werte] = await Promise.all([
    verzeichnis(wurzel, sprache()),
    filterwerte(wurzel, sprache(), "art"),
  ]);
  const arten = new Map();
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
 * @param {string} wurzel
 * @param {string} text empty to list everything the facets allow
 * @param {Record<string, string[]>} [facetten] chosen values; any of them may match
 * @param {{ woertlich?: boolean }} [art] `woertlich`: as typed, even if a word seems mistyped
 * @returns {Promise<Ergebnis>}
 */
export async function suche(wurzel, text, facetten = {}, { woertlich = false } = {}) {
  const { seiten, arten } = await ladeArten(wurzel);
  const gewaehlt = Object.entries(facetten).filter(([, werte]) => werte.length > 0);
  if (gewaehlt.length > 0) await ladeFacetten(wurzel);
  if (!text.trim()) return alles(wurzel, nachArt(seiten, arten), gewaehlt);
  const gefragt = verstehe(text, sprache());
  const sprung = gefragt.kennung ? await findeKennung(wurzel, gefragt.kennung) : null;
  const worte = sprung ? [sprung.kennung] : gefragt.worte;
  const { funde, ersatz, unbekannt } = await findeWorte(wurzel, worte, seiten.length, woertlich);
  if (sprache() === "en" && (unbekannt.size > 0 || zaehle(funde) < DUENN)) {
    funde.push(...(await findeDeutsches(wurzel, unbekannt.size > 0 ? [...unbekannt] : worte)));
  }
  const { ids, ganz } = ordne(funde, arten);
  if (sprung) stelleVorn(ids, sprung.id);
  const uebrig = siebe(ids, gewaehlt);
  return {
    anzahl: uebrig.length,
    zahlen: zaehleFacetten(ids, gewaehlt),
    lade: (von, bis) => ladeTreffer(wurzel, funde, uebrig.slice(von, bis)),
    sprung: sprung && { url: sprung.url, titel: sprung.titel, kennung: sprung.kennung },
    meinten: ersatz.size > 0 ? ersetze(text, ersatz) : null,
    ersetzt: ersatz.size > 0 && uebrig.length > 0,
    wortweise: worte.length > 1 && !(ganz && funde.length === worte.length),
  };
}

/**
 * Everything the facets allow.
 * @param {string} wurzel
 * @param {string[]} ids
 * @param {[string, string[]][]} gewaehlt
 * @returns {Ergebnis}
 */
function alles(wurzel, ids, gewaehlt) {
  const uebrig = siebe(ids, gewaehlt);
  return {
    anzahl: uebrig.length,
    zahlen: zaehleFacetten(ids, gewaehlt),
    lade: (von, bis) => ladeTreffer(wurzel, [], uebrig.slice(von, bis)),
    sprung: null,
    meinten: null,
    ersetzt: false,
    wortweise: false,
  };
}

/**
 * @param {string} wurzel
 * @param {string[]} worte
 * @param {number} gesamt
 * @param {boolean} woertlich
 */
async function findeWorte(wurzel, worte, gesamt, woertlich) {
  /** @type {Lauf} */
  const lauf = { wurzel, gesamt, ersatz: new Map(), unbekannt: new Set() };
  const funde = await Promise.all(worte.map((wort) => (woertlich ? findeGenau : findeWort)(lauf, wort)));
  return { ...lauf, funde: funde.filter((fund) => fund.punkte.size > 0) };
}

/**
 * @param {Lauf} lauf
 * @param {string} wort
 */
async function findeGenau({ wurzel, gesamt }, wort) {
  return wortfund(await frageIndex(wurzel, `"${wort}"`), new Set(), gesamt, false);
}

/**
 * @param {Lauf} lauf
 * @param {string} wort
 * @returns {Promise<{ fund: Wortfund, genau: number }>} what was found and how often the word itself
 */
async function frageWort({ wurzel, gesamt }, wort) {
  const [genau, weit] = await Promise.all([
    frageIndex(wurzel, `"${wort}"`),
    frageIndex(wurzel, wort),
  ]);
  const ids = new Set(genau.map((fund) => fund.id));
  return { fund: wortfund(weit, ids, gesamt, wort.length <= KURZ && ids.size > 0), genau: ids.size };
}

/**
 * Finds a word; few pages have a long one, so its parts count as well.
 * @param {Lauf} lauf
 * @param {string} wort
 * @returns {Promise<Wortfund>}
 */
async function findeWort(lauf, wort) {
  const { fund, genau } = await frageWort(lauf, wort);
  if (genau >= WENIG || (genau > 0 && wort.length < LANG) || /^\p{N}+$/u.test(wort)) return fund;
  const glieder = wort.split(/[-‐‑.]/).filter((glied) => glied.length > 1);
  if (genau === 0 && glieder.length > 1) {
    return alsEinWort(await Promise.all(glieder.map((glied) => findeWort(lauf, glied))));
  }
  const worte = await import("./such-woerter.mjs");
  const schatz = await worte.ladeWortschatz(new URL(`worte.${sprache()}.txt`, ordner(lauf.wurzel)).href);
  if (genau === 0) return deuteWort(lauf, wort, fund, worte, schatz);
  const teile = worte.zerteile(schatz, wort);
  return teile ? ergaenze(fund, await findeTeile(lauf, teile)) : fund;
}

/**
 * Takes a word no page has as being typed, as mistyped, as a compound, or as a longer form.
 * @param {Lauf} lauf
 * @param {string} wort
 * @param {Wortfund} weit  pages with longer words
 * @param {typeof import("./such-woerter.mjs")} worte
 * @param {import("./such-woerter.mjs").Wortschatz} schatz
 * @returns {Promise<Wortfund>}
 */
async function deuteWort(lauf, wort, weit, worte, schatz) {
  const bekannt = schatz.nach.get(falte(wort));
  if (bekannt) return (await frageWort(lauf, bekannt.form)).fund;
  if (worte.istAnfang(schatz, wort)) return weit;
  lauf.unbekannt.add(wort);
  const gemeint = worte.meinten(schatz, wort);
  const teile = gemeint?.fehler === 1 ? null : worte.zerteile(schatz, wort);
  if (teile) return findeTeile(lauf, teile);
  const form = gemeint ? [gemeint.eintrag.form] : worte.zerteile(schatz, wort, true);
  if (form) {
    lauf.ersatz.set(wort, form.join(" "));
    return findeTeile(lauf, form);
  }
  const anfang = worte.laengsterAnfang(schatz, wort);
  if (anfang) return (await frageWort(lauf, anfang)).fund;
  return wortfund([], new Set(), lauf.gesamt, false);
}

/**
 * @param {Lauf} lauf
 * @param {string[]} teile
 */
async function findeTeile(lauf, teile) {
  return alsEinWort(await Promise.all(teile.map(async (teil) => (await frageWort(lauf, teil)).fund)));
}

/**
 * @param {string} text
 * @param {Map<string, string>} ersatz
 */
function ersetze(text, ersatz) {
  let neu = text.trim().normalize("NFC");
  for (const [wort, form] of ersatz) neu = neu.replace(wort, () => form);
  return neu;
}

/** @param {Wortfund[]} funde */
const zaehle = (funde) => new Set(funde.flatMap((fund) => [...fund.punkte.keys()])).size;

/**
 * @param {string} wurzel
 * @param {string[]} worte
 * @returns {Promise<Wortfund[]>}
 */
async function findeDeutsches(wurzel, worte) {
  await nimmDeutschDazu(wurzel);
  const listen = await Promise.all(worte.map((wort) => frageIndex(wurzel, wort, { nur: "de" }, "de")));
  return listen.filter((liste) => liste.length > 0).map((liste) => wortfund(liste, new Set(), 1, false));
}

/**
 * @param {string} wurzel
 * @param {string} kennung
 */
async function findeKennung(wurzel, kennung) {
  const funde = await frageIndex(wurzel, kennung, { art: ART_DER_KENNUNG[kennung[0]] });
  for (const fund of funde.slice(0, 3)) {
    const seite = await fund.data();
    if (seite.meta.kennung === kennung) {
      return { id: fund.id, url: seite.url, titel: seite.meta.title ?? "", kennung };
    }
  }
  return null;
}

/**
 * @param {string[]} ids
 * @param {string} id
 */
function stelleVorn(ids, id) {
  const platz = ids.indexOf(id);
  if (platz > 0) ids.splice(platz, 1);
  if (platz !== 0) ids.unshift(id);
}

/**
 * @param {string[]} ids
 * @param {[string, string[]][]} gewaehlt
 */
function siebe(ids, gewaehlt) {
  return ids.filter((id) =>
    gewaehlt.every(([name, werte]) => werte.some((wert) => facettenmengen?.get(name)?.get(wert)?.has(id))),
  );
}

/**
 * Counts the hits of every value, given what is chosen in the other facets; nothing before the
 * facets are loaded.
 * @param {string[]} ids
 * @param {[string, string[]][]} gewaehlt
 */
function zaehleFacetten(ids, gewaehlt) {
  /** @type {Record<string, Record<string, number>>} */
  const zahlen = {};
  for (const [name, werte] of facettenmengen ?? []) {
    const moeglich = siebe(ids, gewaehlt.filter(([andere]) => andere !== name));
    zahlen[name] = {};
    for (const [wert, menge] of werte) zahlen[name][wert] = moeglich.filter((id) => menge.has(id)).length;
  }
  return zahlen;
}

/**
 * @param {string} wurzel
 * @param {Wortfund[]} funde
 * @param {string[]} ids
 * @returns {Promise<Treffer[]>}
 */
async function ladeTreffer(wurzel, funde, ids) {
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
function alsTreffer(seite, id) {
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

/**
 * What may help when nothing was found: measures and terms that are nearest to any of the words.
 * @param {string} wurzel
 * @param {string} text
 * @returns {Promise<{ begriffe: { titel: string, url: string }[], massnahmen: { titel: string, url: string, kennung: string }[] }>}
 */
export async function naechste(wurzel, text) {
  const { worte } = verstehe(text, sprache());
  /** @param {string} art */
  const finde = async (art) => {
    const listen = await Promise.all(worte.map((wort) => naechsteZu(wurzel, wort, { art })));
    const ids = new Map(listen.flat().map((fund) => [fund.id, fund]));
    const erste = [...ids.values()].sort((a, b) => b.score - a.score).slice(0, 3);
    return Promise.all(erste.map(async (fund) => alsTreffer(await fund.data(), fund.id)));
  };
  const [begriffe, massnahmen] = await Promise.all([finde("glossareintrag"), finde("massnahme")]);
  return {
    begriffe: begriffe.map((t) => ({ titel: t.meta.title ?? "", url: t.url })),
    massnahmen: massnahmen.map((t) => ({ titel: t.meta.title ?? "", url: t.url, kennung: t.kennung })),
  };
}

/**
 * Shortens a word until something begins like it.
 * @param {string} wurzel
 * @param {string} wort
 * @param {Record<string, string>} filter
 * @returns {Promise<Fund[]>}
 */
async function naechsteZu(wurzel, wort, filter) {
  for (let laenge = wort.length; laenge >= Math.min(4, wort.length); laenge--) {
    const funde = await frageIndex(wurzel, wort.slice(0, laenge), filter);
    if (funde.length > 0) return funde;
  }
  return [];
}
