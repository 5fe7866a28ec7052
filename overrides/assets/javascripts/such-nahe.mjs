// What may help when nothing was found: pages that share a real part of a word with the question.

import { eigeneSprache as sprache, frage as frageIndex } from "./pagefind-quelle.mjs";
import { ladeWortschatz } from "./such-deutung.mjs";
import { verstehe } from "./such-frage.mjs";
import { alsTreffer } from "./such-treffer.mjs";

const HOECHSTENS = 3;

/** @typedef {{ titel: string, url: string, kennung: string }} Seite */

/**
 * @param {string} wurzel
 * @param {string} text
 * @returns {Promise<{ begriffe: Seite[], massnahmen: Seite[] }>} nothing if no part of a word is known
 */
export async function naechste(wurzel, text) {
  const { worte, schatz } = await ladeWortschatz(wurzel);
  const teile = await Promise.all(
    verstehe(text, sprache()).worte.map((wort) => worte.bekannteTeile(schatz, wort)),
  );
  const gesucht = [...new Set(teile.flat())];
  const [begriffe, massnahmen] = await Promise.all(
    ["glossareintrag", "massnahme"].map((art) => finde(wurzel, gesucht, art)),
  );
  return { begriffe, massnahmen };
}

/**
 * @param {string} wurzel
 * @param {string[]} worte
 * @param {string} art
 * @returns {Promise<Seite[]>}
 */
async function finde(wurzel, worte, art) {
  const listen = await Promise.all(worte.map((wort) => seitenMit(wurzel, wort, art)));
  const funde = new Map(listen.flat().map((fund) => [fund.id, fund]));
  const beste = [...funde.values()].sort((a, b) => b.score - a.score).slice(0, HOECHSTENS);
  return Promise.all(
    beste.map(async (fund) => {
      const { meta, url, kennung } = alsTreffer(await fund.data(), fund.id);
      return { titel: meta.title ?? "", url, kennung };
    }),
  );
}

/**
 * Pages with the word itself: Pagefind also takes words that only begin alike.
 * @param {string} wurzel
 * @param {string} wort
 * @param {string} art
 */
async function seitenMit(wurzel, wort, art) {
  const [genau, weit] = await Promise.all([
    frageIndex(wurzel, `"${wort}"`, { art }),
    frageIndex(wurzel, wort, { art }),
  ]);
  const ids = new Set(genau.map((fund) => fund.id));
  return weit.filter((fund) => ids.has(fund.id));
}
