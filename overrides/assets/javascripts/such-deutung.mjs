// Finds single words, also those no page has: mistyped, compounds, longer forms.

import { eigeneSprache as sprache, frage as frageIndex, ordner } from "./pagefind-quelle.mjs";
import { alsEinWort, ergaenze, wortfund } from "./such-rang.mjs";

/** @typedef {import("./such-rang.mjs").Wortfund} Wortfund */
/**
 * One search: where, among how many pages; what mistyped words meant, what no page has.
 * @typedef {{ wurzel: string, gesamt: number, ersatz: Map<string, string>, unbekannt: Set<string> }} Lauf
 */

// A word this short is an abbreviation: longer words that begin with it are other words.
const KURZ = 3;
// Fewer pages than this are too few for a long word, which may be split.
const WENIG = 4;
const LANG = 10;

/**
 * @param {string} wurzel
 * @param {string[]} worte
 * @param {number} gesamt
 * @param {boolean} woertlich
 */
export async function findeWorte(wurzel, worte, gesamt, woertlich) {
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
  const { worte, schatz } = await ladeWortschatz(lauf.wurzel);
  if (genau === 0) return deuteWort(lauf, wort, fund, worte, schatz);
  const teile = await worte.zerteile(schatz, wort);
  return teile ? ergaenze(fund, await findeTeile(lauf, teile)) : fund;
}

/**
 * The words of the site in this language, and what can be done with them.
 * @param {string} wurzel
 */
export async function ladeWortschatz(wurzel) {
  const [worte, { oeffne }] = await Promise.all([import("./such-woerter.mjs"), import("./such-wortschatz.mjs")]);
  return { worte, schatz: oeffne(new URL(`worte/${sprache()}/`, ordner(wurzel)).href) };
}

/**
 * Takes a word no page has as being typed, as mistyped, as a compound, or as a longer form.
 * @param {Lauf} lauf
 * @param {string} wort
 * @param {Wortfund} weit  pages with longer words
 * @param {typeof import("./such-woerter.mjs")} worte
 * @param {import("./such-wortschatz.mjs").Wortschatz} schatz
 * @returns {Promise<Wortfund>}
 */
async function deuteWort(lauf, wort, weit, worte, schatz) {
  const bekannt = await worte.bekannt(schatz, wort);
  if (bekannt) return (await frageWort(lauf, bekannt)).fund;
  if (await worte.istAnfang(schatz, wort)) return weit;
  lauf.unbekannt.add(wort);
  const gemeint = await worte.meinten(schatz, wort);
  const teile = gemeint?.fehler === 1 ? null : await worte.zerteile(schatz, wort);
  if (teile) return findeTeile(lauf, teile);
  const doch = gemeint ?? (await worte.meintenMitAnderemAnfang(schatz, wort));
  const form = doch ? [doch.eintrag.form] : await worte.zerteile(schatz, wort, true);
  if (form) {
    // A single error is a slip, and the word is one of this language.
    if (doch?.fehler === 1) lauf.unbekannt.delete(wort);
    lauf.ersatz.set(wort, form.join(" "));
    return findeTeile(lauf, form);
  }
  const anfang = await worte.laengsterAnfang(schatz, wort);
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
export function ersetze(text, ersatz) {
  let neu = text.trim().normalize("NFC");
  for (const [wort, form] of ersatz) neu = neu.replace(wort, () => form);
  return neu;
}
