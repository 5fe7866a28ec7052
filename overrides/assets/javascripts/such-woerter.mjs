// The vocabulary of the site: finds what a mistyped word meant and the parts of a compound.

import { falte, klang } from "./such-frage.mjs";
import { holeText } from "./umgebung.mjs";

/**
 * @typedef {object} Eintrag
 * @property {string} form  as it is mostly written
 * @property {string} falt
 * @property {string} klang
 * @property {number} stufe  how common; each step doubles the pages
 */
/** @typedef {{ liste: Eintrag[], nach: Map<string, Eintrag> }} Wortschatz */

const FUGEN = ["", "s", "es", "n", "en", "er"];
const TEIL = 4;

/** @type {Map<string, Promise<Wortschatz>>} */
const geladen = new Map();

/**
 * @param {string} adresse
 * @returns {Promise<Wortschatz>}
 */
export function ladeWortschatz(adresse) {
  let schatz = geladen.get(adresse);
  if (!schatz) {
    schatz = holeText(adresse).then(lies);
    schatz.catch(() => geladen.delete(adresse));
    geladen.set(adresse, schatz);
  }
  return schatz;
}

/**
 * Each line: how common, how many letters to take from the line before, the rest of the word.
 * @param {string} text
 * @returns {Wortschatz}
 */
export function lies(text) {
  /** @type {Wortschatz} */
  const schatz = { liste: [], nach: new Map() };
  let davor = "";
  for (const zeile of text.split("\n")) {
    const form = davor.slice(0, zeile.charCodeAt(1) - 97) + zeile.slice(2);
    davor = form;
    const falt = falte(form);
    const eintrag = { form, falt, klang: klang(falt), stufe: Number(zeile[0]) };
    schatz.liste.push(eintrag);
    const bekannt = schatz.nach.get(falt);
    if (!bekannt || bekannt.stufe < eintrag.stufe) schatz.nach.set(falt, eintrag);
  }
  return schatz;
}

/**
 * Damerau-Levenshtein distance (adjacent letters swapped count once), up to a limit.
 * @param {string} a
 * @param {string} b
 * @param {number} grenze
 * @returns {number} more than `grenze` if the words are further apart
 */
export function abstand(a, b, grenze) {
  if (Math.abs(a.length - b.length) > grenze) return grenze + 1;
  /** @type {number[]} */
  let vorletzte = [];
  let letzte = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const zeile = [i];
    let kleinste = i;
    for (let j = 1; j <= b.length; j++) {
      const gleich = a[i - 1] === b[j - 1] ? 0 : 1;
      let wert = Math.min(letzte[j] + 1, zeile[j - 1] + 1, letzte[j - 1] + gleich);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        wert = Math.min(wert, vorletzte[j - 2] + 1);
      }
      zeile.push(wert);
      kleinste = Math.min(kleinste, wert);
    }
    if (kleinste > grenze) return grenze + 1;
    vorletzte = letzte;
    letzte = zeile;
  }
  return letzte[b.length];
}

/** How many errors a word of this length may have and still be told apart. @param {number} laenge */
const erlaubt = (laenge) => (laenge < 4 ? 0 : laenge < 8 ? 1 : 2);

/**
 * The word somebody most likely meant: fewest errors, same sound, same beginning, more common.
 * @param {Wortschatz} schatz
 * @param {string} wort
 * @param {number} [hoechstens]
 * @returns {{ eintrag: Eintrag, fehler: number } | null} null for a known word
 */
export function meinten(schatz, wort, hoechstens = 2) {
  const falt = falte(wort);
  if (schatz.nach.has(falt)) return null;
  const laut = klang(falt);
  const grenze = Math.min(erlaubt(falt.length), hoechstens);
  let bester = null;
  let bestePunkte = Number.POSITIVE_INFINITY;
  for (const eintrag of schatz.liste) {
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
 * @returns {string[] | null}
 */
export function zerteile(schatz, wort, mitFehler = false) {
  const falt = falte(wort);
  if (falt.length < 2 * TEIL) return null;
  /** @type {string[] | null} */
  let beste = null;
  for (let ende = falt.length - TEIL; ende >= TEIL; ende--) {
    const kopf = teil(schatz, falt.slice(0, ende), false, false);
    const kopfFehler = !kopf && mitFehler ? teil(schatz, falt.slice(0, ende), false, true) : kopf;
    if (!kopfFehler) continue;
    const rest = falt.slice(ende);
    const fuss = teil(schatz, rest, true, mitFehler && kopf !== null);
    const weitere = fuss ? [fuss] : kopf ? zerteile(schatz, rest, mitFehler) : null;
    if (weitere && (!beste || weitere.length + 1 < beste.length)) beste = [kopfFehler, ...weitere];
  }
  return beste;
}

/**
 * @param {Wortschatz} schatz
 * @param {string} stueck
 * @param {boolean} letzter
 * @param {boolean} mitFehler
 * @returns {string | null}
 */
function teil(schatz, stueck, letzter, mitFehler) {
  for (const fuge of letzter ? [""] : FUGEN) {
    if (!stueck.endsWith(fuge)) continue;
    const wort = stueck.slice(0, stueck.length - fuge.length);
    if (wort.length < TEIL) continue;
    const bekannt = schatz.nach.get(wort);
    if (bekannt) return bekannt.form;
    if (mitFehler && wort.length > TEIL) {
      const gemeint = meinten(schatz, wort, 1);
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
export function istAnfang(schatz, wort) {
  const falt = falte(wort);
  return falt.length > 2 && schatz.liste.some((eintrag) => eintrag.falt.startsWith(falt));
}

/**
 * The longest word of the site a word begins with, if it is most of it: „Stromausfall“, „Strom“.
 * @param {Wortschatz} schatz
 * @param {string} wort
 * @returns {string | null}
 */
export function laengsterAnfang(schatz, wort) {
  const falt = falte(wort);
  for (let ende = falt.length - 1; ende >= Math.max(5, falt.length / 2); ende--) {
    const bekannt = schatz.nach.get(falt.slice(0, ende));
    if (bekannt) return bekannt.form;
  }
  return null;
}
