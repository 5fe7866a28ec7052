// Puts the pages found for single words into one order.

/** @typedef {import("./pagefind-quelle.mjs").Fund} Fund */
/**
 * What was found for a word: points and result by page, pages with it in the title, its weight.
 * @typedef {{ punkte: Map<string, number>, funde: Map<string, Fund>, titel: Set<string>, gewicht: number }} Wortfund
 */

// How useful a kind of page is to somebody who searches, all else being equal.
const ARTGEWICHT = /** @type {Record<string, number>} */ ({
  massnahme: 1.45,
  vorlage: 1.0,
  szenario: 0.9,
  handlungsfeld: 0.9,
  kapitel: 1,
  praxisbeispiel: 0.95,
  glossareintrag: 0.45,
  link: 0.3,
});
// A page with all the words stands before one with a single word, however often that occurs.
const ABDECKUNG = 1.4;
const NUR_ANFANG = 0.5;
// A page with the whole question in its title is what was asked for.
const IM_TITEL = 0.6;
const NUR_TEILE = 0.6;
// Below 1, so that two words found once weigh more than one word found everywhere.
const DAEMPFUNG = 0.7;

/**
 * @param {Fund[]} weit  pages with the word or a longer one
 * @param {Set<string>} genau  ids of the pages with the word itself
 * @param {number} gesamt  all pages
 * @param {boolean} kurz  whether a longer word would be another word: „RIS“ and „Risiko“
 * @returns {Wortfund}
 */
export function wortfund(weit, genau, gesamt, kurz) {
  const punkte = new Map();
  const funde = new Map();
  const titel = new Set();
  for (const fund of weit) {
    const trifft = genau.size === 0 || genau.has(fund.id);
    if (kurz && !trifft) continue;
    punkte.set(fund.id, fund.score * (trifft ? 1 : NUR_ANFANG));
    funde.set(fund.id, fund);
    if (trifft && fund.matchedMetaFields?.includes("title")) titel.add(fund.id);
  }
  const seiten = (kurz || genau.size > 0 ? genau.size : punkte.size) || 1;
  return { punkte, funde, titel, gewicht: Math.log(1 + gesamt / seiten) };
}

/**
 * Joins the parts of one word: a page with all parts counts as if it had the word.
 * @param {Wortfund[]} teile
 * @returns {Wortfund}
 */
export function alsEinWort(teile) {
  const ids = vereinige(teile);
  const gesamt = teile.reduce((summe, teil) => summe + teil.gewicht, 0);
  const punkte = new Map();
  const funde = new Map();
  for (const id of ids) {
    let summe = 0;
    let anteil = 0;
    for (const teil of teile) {
      const wert = teil.punkte.get(id);
      if (wert === undefined) continue;
      summe += wert;
      anteil += teil.gewicht;
      if (!funde.has(id)) funde.set(id, teil.funde.get(id));
    }
    punkte.set(id, summe * (anteil / gesamt) ** 2);
  }
  const titel = new Set([...ids].filter((id) => teile.every((teil) => teil.titel.has(id))));
  return { punkte, funde, titel, gewicht: Math.max(...teile.map((teil) => teil.gewicht)) };
}

/**
 * Adds pages that only have the parts of a word to those that have the word.
 * @param {Wortfund} ganz
 * @param {Wortfund} teile
 * @returns {Wortfund}
 */
export function ergaenze(ganz, teile) {
  const punkte = new Map(ganz.punkte);
  for (const [id, wert] of teile.punkte) punkte.set(id, (punkte.get(id) ?? 0) + wert * NUR_TEILE);
  return { ...ganz, punkte, funde: new Map([...teile.funde, ...ganz.funde]) };
}

/** @param {Wortfund[]} worte */
const vereinige = (worte) => new Set(worte.flatMap((wort) => [...wort.punkte.keys()]));

/**
 * @param {Wortfund[]} worte
 * @param {Map<string, string>} arten  kind of page by id
 * @returns {{ ids: string[], ganz: boolean }} best first; whether the best has every word
 */
export function ordne(worte, arten) {
  const gesamt = worte.reduce((summe, wort) => summe + wort.gewicht, 0) || 1;
  const wertung = [...vereinige(worte)].map((id) => {
    let summe = 0;
    let anteil = 0;
    let imTitel = 0;
    for (const wort of worte) {
      const wert = wort.punkte.get(id);
      if (wert === undefined) continue;
      summe += wert ** DAEMPFUNG;
      anteil += wort.gewicht;
      if (wort.titel.has(id)) imTitel += wort.gewicht;
    }
    const art = ARTGEWICHT[arten.get(id) ?? "kapitel"] ?? 1;
    const titel = 1 + IM_TITEL * (imTitel / gesamt) ** 2;
    return { id, punkte: summe * (anteil / gesamt) ** ABDECKUNG * titel * art, ganz: anteil >= gesamt - 1e-9 };
  });
  wertung.sort((a, b) => b.punkte - a.punkte || (a.id < b.id ? -1 : 1));
  return { ids: wertung.map((seite) => seite.id), ganz: wertung[0]?.ganz ?? false };
}

/**
 * Pages in no question's order: the most useful kinds first, each as it comes.
 * @param {string[]} ids
 * @param {Map<string, string>} arten
 */
export function nachArt(ids, arten) {
  const gewicht = (/** @type {string} */ id) => ARTGEWICHT[arten.get(id) ?? "kapitel"] ?? 1;
  return [...ids].sort((a, b) => gewicht(b) - gewicht(a));
}

/**
 * The result object whose excerpt shows most of the question.
 * @param {Wortfund[]} worte
 * @param {string} id
 * @returns {Fund | undefined}
 */
export function besterFund(worte, id) {
  /** @type {Fund | undefined} */
  let bester;
  let beste = -1;
  for (const wort of worte) {
    const fund = wort.funde.get(id);
    if (!fund) continue;
    const punkte = (wort.punkte.get(id) ?? 0) + (fund.words.length > 0 ? 1000 : 0);
    if (punkte > beste) {
      beste = punkte;
      bester = fund;
    }
  }
  return bester;
}
