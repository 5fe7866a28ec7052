// What the search knows: understands a question and asks the index; loaded only when someone searches.

import { bereiteVor, filterwerte, frage as frageIndex, nimmDeutschDazu, ordner } from "./pagefind-quelle.mjs";
import { falte, verstehe } from "./such-frage.mjs";
import { alsEinWort, besterFund, ordne, wortfund } from "./such-rang.mjs";

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
/** @typedef {import("./such-rang.mjs").Wortfund} Wortfund */
/** @typedef {import("./pagefind-quelle.mjs").Fund} Fund */

export { bereiteVor };

const ARTEN = ["massnahme", "vorlage", "szenario", "handlungsfeld", "praxisbeispiel", "glossareintrag", "link"];
const ART_DER_KENNUNG = /** @type {Record<string, string>} */ ({ M: "massnahme", T: "vorlage", S: "szenario" });
// A word this short is an abbreviation: longer words that begin with it are other words.
const KURZ = 3;
// An English search with fewer hits also looks at what exists in German only.
const DUENN = 3;
// Filters that serve the search itself; nobody chooses them.
const INTERN = new Set(["art", "nur"]);

/** @type {Promise<{ gesamt: number, arten: Map<string, string> }> | undefined} */
let seiten;
/** @type {Promise<Record<string, Record<string, Set<string>>>> | undefined} */
let facettenmengen;

const sprache = () => (document.documentElement.lang || "de").slice(0, 2);

/** @param {string} wurzel */
function ladeArten(wurzel) {
  seiten ??= (async () => {
    const [alle, ...listen] = await Promise.all([
      frageIndex(wurzel, null),
      ...ARTEN.map((art) => frageIndex(wurzel, null, { art })),
    ]);
    const arten = new Map();
    listen.forEach((liste, nummer) => {
      for (const fund of liste) arten.set(fund.id, ARTEN[nummer]);
    });
    return { gesamt: alle.length, arten };
  })();
  seiten.catch(() => {
    seiten = undefined;
  });
  return seiten;
}

/**
 * Loads the facets, so that results come with counts.
 * @param {string} wurzel
 */
export async function ladeFacetten(wurzel) {
  facettenmengen ??= (async () => {
    const namen = Object.entries(await filterwerte(wurzel)).filter(([name]) => !INTERN.has(name));
    const mengen = namen.map(async ([name, werte]) => {
      const paare = Object.keys(werte).map(async (wert) => {
        const funde = await frageIndex(wurzel, null, { [name]: wert });
        return [wert, new Set(funde.map((fund) => fund.id))];
      });
      return [name, Object.fromEntries(await Promise.all(paare))];
    });
    return Object.fromEntries(await Promise.all(mengen));
  })();
  facettenmengen.catch(() => {
    facettenmengen = undefined;
  });
  await facettenmengen;
}

/**
 * @param {string} wurzel
 * @param {string} text empty to list everything the facets allow
 * @param {Record<string, string[]>} [facetten] chosen values; any of them may match
 * @returns {Promise<Ergebnis>}
 */
export async function suche(wurzel, text, facetten = {}) {
  const { gesamt, arten } = await ladeArten(wurzel);
  const gefragt = verstehe(text, sprache());
  const gewaehlt = Object.entries(facetten).filter(([, werte]) => werte.length > 0);
  if (gewaehlt.length > 0) await ladeFacetten(wurzel);
  const sprung = gefragt.kennung ? await findeKennung(wurzel, gefragt.kennung) : null;
  const worte = sprung ? [gefragt.kennung ?? ""] : gefragt.worte;
  const antwort = text.trim() ? await findeWorte(wurzel, worte, gesamt) : await findeAlles(wurzel);
  if (sprache() === "en" && text.trim() && zaehle(antwort.funde) < DUENN) {
    antwort.funde = [...antwort.funde, ...(await findeDeutsches(wurzel, worte))];
  }
  const { ids, ganz } = ordne(antwort.funde, arten);
  if (sprung) stelleVorn(ids, sprung.id);
  const mengen = await facettenmengen;
  const uebrig = mengen ? siebe(ids, gewaehlt, mengen) : ids;
  const meinten = antwort.ersatz.size > 0 ? ersetze(text, antwort.ersatz) : null;
  return {
    anzahl: uebrig.length,
    zahlen: mengen ? zaehleFacetten(ids, gewaehlt, mengen) : {},
    lade: (von, bis) => ladeTreffer(wurzel, antwort.funde, uebrig.slice(von, bis)),
    sprung: sprung && { url: sprung.url, titel: sprung.titel, kennung: sprung.kennung },
    meinten,
    ersetzt: meinten !== null && uebrig.length > 0,
    wortweise: antwort.funde.length > 1 && !ganz,
  };
}

/**
 * @param {string} wurzel
 * @param {string[]} worte
 * @param {number} gesamt
 */
async function findeWorte(wurzel, worte, gesamt) {
  /** @type {Map<string, string>} */
  const ersatz = new Map();
  const funde = await Promise.all(worte.map((wort) => findeWort(wurzel, wort, gesamt, ersatz)));
  return { funde: funde.filter((fund) => fund.punkte.size > 0), ersatz };
}

/** @param {string} wurzel */
async function findeAlles(wurzel) {
  const alle = wortfund(await frageIndex(wurzel, null), new Set(), 1, false);
  return { funde: [alle], ersatz: new Map() };
}

/**
 * @param {string} wurzel
 * @param {string} wort
 * @param {number} gesamt
 * @returns {Promise<{ fund: Wortfund, genau: boolean }>}
 */
async function frageWort(wurzel, wort, gesamt) {
  const [genau, weit] = await Promise.all([
    frageIndex(wurzel, `"${wort}"`),
    frageIndex(wurzel, wort),
  ]);
  const ids = new Set(genau.map((fund) => fund.id));
  return { fund: wortfund(weit, ids, gesamt, wort.length <= KURZ && ids.size > 0), genau: ids.size > 0 };
}

/**
 * Finds a word; an unknown one is taken as mistyped, as a compound, or as the beginning of one.
 * @param {string} wurzel
 * @param {string} wort
 * @param {number} gesamt
 * @param {Map<string, string>} ersatz  receives what a mistyped word meant
 * @returns {Promise<Wortfund>}
 */
async function findeWort(wurzel, wort, gesamt, ersatz) {
  const direkt = await frageWort(wurzel, wort, gesamt);
  if (direkt.genau || /^\p{N}+$/u.test(wort)) return direkt.fund;
  const glieder = wort.split(/[-‐‑.]/).filter((glied) => glied.length > 1);
  if (glieder.length > 1) {
    return alsEinWort(await Promise.all(glieder.map((g) => findeWort(wurzel, g, gesamt, ersatz))));
  }
  const { ladeWortschatz, meinten, zerteile, istAnfang, laengsterAnfang } = await import("./such-woerter.mjs");
  const schatz = await ladeWortschatz(new URL(`worte.${sprache()}.txt`, ordner(wurzel)).href);
  const frage = async (/** @type {string} */ w) => (await frageWort(wurzel, w, gesamt)).fund;
  if (schatz.nach.has(falte(wort))) return frage(schatz.nach.get(falte(wort))?.form ?? wort);
  if (istAnfang(schatz, wort)) return direkt.fund;
  const gemeint = meinten(schatz, wort);
  if (gemeint?.fehler === 1) return frage(merke(ersatz, wort, gemeint.eintrag.form));
  const teile = zerteile(schatz, wort);
  if (teile) return alsEinWort(await Promise.all(teile.map(frage)));
  if (gemeint) return frage(merke(ersatz, wort, gemeint.eintrag.form));
  const ungefaehr = zerteile(schatz, wort, true);
  if (ungefaehr) {
    merke(ersatz, wort, ungefaehr.join(" "));
    return alsEinWort(await Promise.all(ungefaehr.map(frage)));
  }
  const anfang = laengsterAnfang(schatz, wort);
  return anfang ? frage(anfang) : { punkte: new Map(), funde: new Map(), gewicht: Math.log(1 + gesamt) };
}

/**
 * @param {Map<string, string>} ersatz
 * @param {string} wort
 * @param {string} form
 */
function merke(ersatz, wort, form) {
  ersatz.set(wort, form);
  return form;
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
  const listen = await Promise.all(worte.map((wort) => frageIndex(wurzel, wort, { nur: "de" })));
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
 * @param {Record<string, Record<string, Set<string>>>} mengen
 */
function siebe(ids, gewaehlt, mengen) {
  return ids.filter((id) =>
    gewaehlt.every(([name, werte]) => werte.some((wert) => mengen[name]?.[wert]?.has(id))),
  );
}

/**
 * Counts the hits of every value, given what is chosen in the other facets.
 * @param {string[]} ids
 * @param {[string, string[]][]} gewaehlt
 * @param {Record<string, Record<string, Set<string>>>} mengen
 */
function zaehleFacetten(ids, gewaehlt, mengen) {
  return Object.fromEntries(
    Object.entries(mengen).map(([name, werte]) => {
      const moeglich = siebe(ids, gewaehlt.filter(([anderer]) => anderer !== name), mengen);
      const zahlen = Object.entries(werte).map(([wert, menge]) => [
        wert,
        moeglich.filter((id) => menge.has(id)).length,
      ]);
      return [name, Object.fromEntries(zahlen)];
    }),
  );
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
    return fund ? [alsTreffer(await fund.data(), id)] : [];
  });
  return (await Promise.all(listen)).flat();
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
    unterseiten,
  };
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
