// Small makers of page parts for the search; from text nodes only, because the page takes no markup.

import { seitenadresse } from "./umgebung.mjs";

const SVG = "http://www.w3.org/2000/svg";
/** @type {Record<string, string>} */
const ZEICHEN = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#39;": "'", "&#x27;": "'" };

/**
 * @param {string} name
 * @param {string} klasse
 * @param {(Node | string)[]} inhalt
 */
export function element(name, klasse, ...inhalt) {
  const knoten = document.createElement(name);
  if (klasse) knoten.className = klasse;
  knoten.append(...inhalt);
  return knoten;
}

/**
 * @param {string} ziel
 * @param {(Node | string)[]} inhalt
 */
export function verweis(ziel, ...inhalt) {
  const link = document.createElement("a");
  link.href = seitenadresse(ziel);
  link.append(...inhalt);
  return link;
}

/** @param {string} kennung */
export const marke = (kennung) => element("span", "lb-marke", kennung);

/**
 * A link with the Kennung before its title, like everywhere on the site.
 * @param {string} ziel
 * @param {string} kennung
 * @param {string} titel
 */
export function kennungsverweis(ziel, kennung, titel) {
  return kennung ? verweis(ziel, marke(kennung), " ", element("span", "lb-titel", titel)) : verweis(ziel, titel);
}

/**
 * @param {[string, Record<string, string>][]} teile elements of the drawing with their attributes
 */
export function symbol(teile) {
  const bild = document.createElementNS(SVG, "svg");
  bild.setAttribute("class", "lb-symbol");
  bild.setAttribute("viewBox", "0 0 24 24");
  bild.setAttribute("aria-hidden", "true");
  for (const [name, angaben] of teile) {
    const teil = document.createElementNS(SVG, name);
    for (const [schluessel, wert] of Object.entries(angaben)) teil.setAttribute(schluessel, wert);
    bild.append(teil);
  }
  return bild;
}

/**
 * Fills the {places} of a text.
 * @param {string} muster
 * @param {Record<string, string | number>} einsatz
 */
export function fuelle(muster, einsatz) {
  return muster.replace(/\{(\w+)\}/g, (stelle, name) => String(einsatz[name] ?? stelle));
}

/**
 * Pagefind's excerpts are escaped text with mark elements.
 * @param {string} auszug
 */
export function alsKnoten(auszug) {
  return auszug.split(/<\/?mark>/).map((teil, nummer) => {
    const text = teil.replace(/&(?:lt|gt|amp|quot|#39|#x27);/g, (z) => ZEICHEN[z]);
    return nummer % 2 ? element("mark", "", text) : document.createTextNode(text);
  });
}

/**
 * Marks in a whole text the words that are marked in its excerpt.
 * @param {string} text
 * @param {string} auszug
 */
export function markiere(text, auszug) {
  const worte = new Set([...auszug.matchAll(/<mark>(.*?)<\/mark>/g)].map((fund) => fund[1]));
  return text.split(/(\s+)/).map((wort) => (worte.has(wort) ? element("mark", "", wort) : wort));
}

/**
 * Sets the language of a part if it is not that of the page.
 * @param {HTMLElement} teil
 * @param {string} sprache
 */
export function mitSprache(teil, sprache) {
  if (sprache && sprache !== document.documentElement.lang) teil.lang = sprache;
  return teil;
}

/**
 * Puts new results into a list. Who was on a link in it stays there: on the same one, or on the
 * first; results of the last letter may come after somebody has gone on to the list.
 * @param {HTMLElement} liste
 * @param {Node[]} inhalt
 * @param {HTMLElement} sonst gets the focus if there is no link any more
 */
export function tausche(liste, inhalt, sonst) {
  const hier = document.activeElement;
  const war = liste.contains(hier) ? hier?.getAttribute("href") ?? "" : null;
  liste.replaceChildren(...inhalt);
  if (war === null) return;
  const ziele = [...liste.querySelectorAll("a")];
  (ziele.find((a) => a.getAttribute("href") === war) ?? ziele[0] ?? sonst).focus();
}
