// What a word nobody wrote like that may mean: a mistyped word, a compound, a longer form.

import { abstand } from "./such-abstand.mjs";
import { falte, klang } from "./such-frage.mjs";

/** @typedef {import("./such-wortschatz.mjs").Eintrag} Eintrag */
/** @typedef {import("./such-wortschatz.mjs").Wortliste} Wortliste */
/** @typedef {import("./such-wortschatz.mjs").Wortschatz} Wortschatz */
/** @typedef {{ eintrag: Eintrag, fehler: number }} Gemeint */

const FUGEN = ["", "s", "es", "n", "en", "er"];
const TEIL = 4;
// A part this long says what a word is about, if the rest is at least a syllable.
const SINNTEIL = 5;
const SILBE = 3;
// Letters that may begin the same sound.
const GLEICHE_LAUTE = ["fvp", "ck", "iyj", "sz"];
// What a finger may hit instead of a first letter, or an ear take it for.
const NACHBARN = /** @type {Record<string, string>} */ ({
  a: "qwsyo", b: "vghnp", c: "xdfvz", d: "serfcxt", e: "wsdr", f: "drtgcv", g: "ftzhbvk", h: "gzujnb", i: "ujko",
  j: "huiknm", k: "jiolmg", l: "kop", m: "njk", n: "bhjm", o: "iklpa", p: "olb", q: "wa", r: "edft", s: "awedxy",
  t: "rfgzd", u: "zhji", v: "cfgbw", w: "qasev", x: "ysdc", y: "asx", z: "tghuc",
});

/** How many errors a word of this length may have and still be told apart. @param {number} laenge */
const erlaubt = (laenge) => (laenge < 4 ? 0 : laenge < 8 ? 1 : 2);

/**
 * A word of the site as it is mostly written, however it was typed.
 * @param {Wortschatz} schatz
 * @param {string} wort
 */
export async function bekannt(schatz, wort) {
  const falt = falte(wort);
  return (await schatz(falt)).nach.get(falt)?.form;
}

/**
 * The word somebody most likely meant: fewest errors, same sound, same beginning, more common.
 * @param {Wortschatz} schatz
 * @param {string} wort
 * @returns {Promise<Gemeint | null>} null for a known word
 */
export async function meinten(schatz, wort) {
  const falt = falte(wort);
  const eigene = await schatz(falt);
  if (eigene.nach.has(falt)) return null;
  const gleiche = GLEICHE_LAUTE.find((laute) => laute.includes(falt[0])) ?? "";
  return aehnlichstes([eigene, ...(await ladeAlle(schatz, gleiche.replace(falt[0], "")))], falt);
}

/**
 * The same for a word whose first letter is wrong.
 * @param {Wortschatz} schatz
 * @param {string} wort
 * @returns {Promise<Gemeint | null>}
 */
export async function meintenMitAnderemAnfang(schatz, wort) {
  const falt = falte(wort);
  return aehnlichstes(await ladeAlle(schatz, NACHBARN[falt[0]] ?? ""), falt);
}

/** @param {Wortschatz} schatz @param {string} buchstaben */
const ladeAlle = (schatz, buchstaben) => Promise.all([...buchstaben].map(schatz));

/**
 * @param {Wortliste[]} listen
 * @param {string} falt
 * @param {number} [hoechstens]  errors
 * @returns {Gemeint | null}
 */
function aehnlichstes(listen, falt, hoechstens = 2) {
  const laut = klang(falt);
  const grenze = Math.min(erlaubt(falt.length), hoechstens);
  /** @type {Gemeint | null} */
  let bester = null;
  let bestePunkte = Number.POSITIVE_INFINITY;
  for (const eintrag of listen.flatMap((worte) => worte.liste)) {
    const gleicherKlang = falt.length > 3 && eintrag.klang === laut;
    if (eintrag.falt.length < TEIL || eintrag.falt[0] !== falt[0]) {
      if (!gleicherKlang && (grenze === 0 || eintrag.falt[1] !== falt[1])) continue;
    }
    const fehler = gleicherKlang ? 1 : abstand(falt, eintrag.falt, grenze);
    if (fehler > grenze && !gleicherKlang) continue;
    const anfang = eintrag.falt[0] === falt[0] ? 0 : 6;
    const punkte = fehler * 10 - (gleicherKlang ? 5 : 0) + anfang - eintrag.stufe;
    if (punkte < bestePunkte) {
      bestePunkte = punkte;
      bester = { eintrag, fehler };
    }
  }
  return bester;
}

/**
 * Splits a word nobody wrote into words of the site; as few parts as possible.
 * @param {Wortschatz} schatz
 * @param {string} wort
 * @param {boolean} [mitFehler] whether one part may be mistyped
 * @returns {Promise<string[] | null>}
 */
export async function zerteile(schatz, wort, mitFehler = false) {
  const falt = falte(wort);
  if (falt.length < 2 * TEIL) return null;
  /** @type {string[] | null} */
  let beste = null;
  for (let ende = falt.length - TEIL; ende >= TEIL; ende--) {
    const kopf = await teil(schatz, falt.slice(0, ende), false, false);
    const kopfFehler = !kopf && mitFehler ? await teil(schatz, falt.slice(0, ende), false, true) : kopf;
    if (!kopfFehler) continue;
    const rest = falt.slice(ende);
    const fuss = await teil(schatz, rest, true, mitFehler && kopf !== null);
    const weitere = fuss ? [fuss] : kopf ? await zerteile(schatz, rest, mitFehler) : null;
    if (weitere && (!beste || weitere.length + 1 < beste.length)) beste = [kopfFehler, ...weitere];
  }
  return beste;
}

/**
 * @param {Wortschatz} schatz
 * @param {string} stueck
 * @param {boolean} letzter
 * @param {boolean} mitFehler
 * @returns {Promise<string | null>}
 */
async function teil(schatz, stueck, letzter, mitFehler) {
  const worte = await schatz(stueck);
  for (const fuge of letzter ? [""] : FUGEN) {
    if (!stueck.endsWith(fuge)) continue;
    const wort = stueck.slice(0, stueck.length - fuge.length);
    if (wort.length < TEIL) continue;
    const gleich = worte.nach.get(wort);
    if (gleich) return gleich.form;
    if (mitFehler && wort.length > TEIL) {
      const gemeint = aehnlichstes([worte], wort, 1);
      if (gemeint) return gemeint.eintrag.form;
    }
  }
  return null;
}

/**
 * Whether a word of the site begins like this: then it is being typed, not mistyped.
 * @param {Wortschatz} schatz
 * @param {string} wort
 */
export async function istAnfang(schatz, wort) {
  const falt = falte(wort);
  return falt.length > 2 && (await schatz(falt)).liste.some((eintrag) => eintrag.falt.startsWith(falt));
}

/**
 * The longest word of the site a word begins with, if it is most of it: „Stromausfall“, „Strom“.
 * @param {Wortschatz} schatz
 * @param {string} wort
 * @returns {Promise<string | null>}
 */
export async function laengsterAnfang(schatz, wort) {
  const falt = falte(wort);
  const { nach } = await schatz(falt);
  for (let ende = falt.length - 1; ende >= Math.max(SINNTEIL, falt.length / 2); ende--) {
    const eintrag = nach.get(falt.slice(0, ende));
    if (eintrag) return eintrag.form;
  }
  return null;
}

/**
 * Words of the site a longer word is made of at its end or its beginning: „Hundesteuer“, „Steuer“.
 * The end comes first: it says what the thing is.
 * @param {Wortschatz} schatz
 * @param {string} wort
 * @returns {Promise<string[]>}
 */
export async function bekannteTeile(schatz, wort) {
  const falt = falte(wort);
  const ganz = await bekannt(schatz, wort);
  if (ganz) return [ganz];
  /** @type {number[]} */
  const laengen = [];
  for (let laenge = falt.length - SILBE; laenge >= SINNTEIL; laenge--) laengen.push(laenge);
  const suche = async (/** @type {(laenge: number) => string} */ stueck) => {
    for (const laenge of laengen) {
      const teil = await bekannt(schatz, stueck(laenge));
      if (teil) return [teil];
    }
    return [];
  };
  const ende = await suche((laenge) => falt.slice(-laenge));
  return [...ende, ...(await suche((laenge) => falt.slice(0, laenge)))];
}
