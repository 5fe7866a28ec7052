// The words of the site by their first letter; each letter is loaded when a word needs it.

import { falte, klang } from "./such-frage.mjs";
import { holeText } from "./umgebung.mjs";

/**
 * @typedef {object} Eintrag
 * @property {string} form  as it is mostly written
 * @property {string} falt
 * @property {string} klang
 * @property {number} stufe  how common; each step doubles the pages
 */
/** @typedef {{ liste: Eintrag[], nach: Map<string, Eintrag> }} Wortliste  also by folded spelling */
/** @typedef {(wort: string) => Promise<Wortliste>} Wortschatz  words that begin like a folded word */

/** @type {Map<string, Promise<Wortliste>>} */
const geladen = new Map();

/**
 * @param {string} ordner  address of the folder with a file for each letter
 * @returns {Wortschatz}
 */
export function oeffne(ordner) {
  return (wort) => {
    // Nothing begins with a digit or a foreign letter.
    if (!/^[a-z]/.test(wort)) return Promise.resolve({ liste: [], nach: new Map() });
    const adresse = `${ordner}${wort[0]}.txt`;
    let liste = geladen.get(adresse);
    if (!liste) {
      liste = holeText(adresse).then(lies);
      liste.catch(() => geladen.delete(adresse));
      geladen.set(adresse, liste);
    }
    return liste;
  };
}

/**
 * Each line: how common, how many letters to take from the line before, the rest of the word.
 * @param {string} text
 * @returns {Wortliste}
 */
export function lies(text) {
  /** @type {Wortliste} */
  const worte = { liste: [], nach: new Map() };
  let davor = "";
  for (const zeile of text.split("\n").filter(Boolean)) {
    const form = davor.slice(0, zeile.charCodeAt(1) - 97) + zeile.slice(2);
    davor = form;
    const falt = falte(form);
    const eintrag = { form, falt, klang: klang(falt), stufe: Number(zeile[0]) };
    worte.liste.push(eintrag);
    const bekannt = worte.nach.get(falt);
    if (!bekannt || bekannt.stufe < eintrag.stufe) worte.nach.set(falt, eintrag);
  }
  return worte;
}
