// Builds result lists, grouped by type.

import { alsKnoten, element, fuelle, kennungsverweis, markiere, mitSprache, symbol } from "./such-dom.mjs";
import { felderVon, gruppeVon } from "./such-oberflaeche.mjs";

// Words before the title of a page; with fewer words left, an excerpt says nothing.
const KOPF = 10;

/** @typedef {import("./such-logik.mjs").Treffer} Treffer */
/** @typedef {import("./such-oberflaeche.mjs").Gruppe} Gruppe */
/** @typedef {import("./such-oberflaeche.mjs").Oberflaeche} Oberflaeche */

/**
 * Groups results by type; the group of the best result comes first.
 * @param {Treffer[]} treffer best first
 * @param {Oberflaeche} o
 */
export function gruppiere(treffer, o) {
  /** @type {Map<Gruppe, Treffer[]>} */
  const gruppen = new Map();
  for (const fund of treffer) {
    const gruppe = gruppeVon(o, fund.url);
    gruppen.set(gruppe, [...(gruppen.get(gruppe) ?? []), fund]);
  }
  return gruppen;
}

/**
 * @param {Gruppe} gruppe
 * @param {Treffer[]} treffer
 * @param {Oberflaeche} o
 * @param {number} [anzahl] of all results of this type
 */
export function baueGruppe(gruppe, treffer, o, anzahl) {
  const zahl = anzahl ? [" ", element("span", "lb-fundgruppe__zahl", `(${anzahl})`)] : [];
  return element(
    "section",
    "lb-fundgruppe",
    element("h2", "", gruppe.name, ...zahl),
    element("ul", "", ...treffer.map((fund) => baueTreffer(fund, o))),
  );
}

/**
 * @param {Treffer} treffer
 * @param {Oberflaeche} o
 */
export function baueTreffer(treffer, o) {
  const felder = felderVon(o, treffer.filters.handlungsfeld ?? []);
  const farbe = felder.length === 1 ? ` lb-feld lb-feld--${felder[0].farbe}` : "";
  const titel = kennungsverweis(treffer.url, treffer.kennung, treffer.meta.title ?? treffer.url);
  return element(
    "li",
    `lb-fund${farbe}`,
    mitSprache(titel, treffer.sprache),
    ...herkunft(treffer, felder, o),
    mitSprache(element("p", "lb-fund__text", ...auszug(treffer)), treffer.sprache),
  );
}

/**
 * What a result belongs to: its fields by icon and name, and that it is in German only.
 * @param {Treffer} treffer
 * @param {import("./such-oberflaeche.mjs").Feld[]} felder
 * @param {Oberflaeche} o
 */
function herkunft(treffer, felder, o) {
  // The page of a field is not below itself.
  const andere = felder.filter((feld) => feld.titel !== treffer.meta.title);
  const teile = andere.map((feld) =>
    element("span", `lb-fund__feld lb-feld--${feld.farbe}`, symbol(feld.symbol), mitSprache(element("span", "", feld.titel), feld.sprache)),
  );
  const fremd = treffer.sprache && treffer.sprache !== document.documentElement.lang;
  if (fremd) teile.push(element("span", "lb-etikett lb-etikett--gemischt", o.worte.nur_deutsch));
  return teile.length > 0 ? [element("p", "lb-fund__herkunft", ...teile)] : [];
}

/**
 * The first words of a page are its Kennung and its title; both stand above the excerpt already.
 * @param {Treffer} treffer
 */
function ohneKopf(treffer) {
  const worte = treffer.excerpt.trim().split(/\s+/);
  const kahl = worte.map((wort) => wort.replace(/<\/?mark>|[.:]+(?=$|<)/g, ""));
  const titel = (treffer.meta.title ?? "").split(/\s+/);
  const ort = kahl.findIndex((_, nummer) => titel.every((wort, n) => kahl[nummer + n] === wort));
  const rest = worte.slice(ort + titel.length);
  return ort < 0 || ort > KOPF || rest.length < KOPF ? treffer.excerpt : rest.join(" ");
}

/**
 * Shows that a text begins or ends in the middle of a sentence.
 * @param {string} auszug
 */
function alsAusschnitt(auszug) {
  const vorn = /^(?:<mark>)?\p{Ll}/u.test(auszug) ? "… " : "";
  const hinten = /[.!?](?:<\/mark>)?\s*$/.test(auszug) ? "" : " …";
  return `${vorn}${auszug}${hinten}`;
}

/** A term of the glossary is explained at once: its definition is the answer. @param {Treffer} treffer */
function auszug(treffer) {
  const { definition } = /** @type {{ definition?: string }} */ (treffer);
  return definition ? markiere(definition, treffer.excerpt) : alsKnoten(alsAusschnitt(ohneKopf(treffer)));
}

/**
 * What was found, in words.
 * @param {Oberflaeche} o
 * @param {{ anzahl: number, meinten: string | null, ersetzt: boolean, wortweise: boolean }} ergebnis
 * @param {string} frage empty if only filters were chosen
 */
export function trefferstand(o, { anzahl, meinten, ersetzt, wortweise }, frage) {
  const { worte } = o;
  if (!frage) {
    if (anzahl === 0) return worte.keine_auswahl;
    return anzahl === 1 ? worte.ein_treffer_auswahl : fuelle(worte.auswahl, { anzahl });
  }
  if (anzahl === 0) return fuelle(worte.keine_treffer, { frage });
  const gesucht = ersetzt && meinten ? meinten : frage;
  const zahl = fuelle(anzahl === 1 ? worte.ein_treffer : worte.treffer, { anzahl, frage: gesucht });
  if (ersetzt && meinten) return `${zahl} ${fuelle(worte.statt, { frage })}`;
  return wortweise ? `${zahl}. ${worte.wortweise}` : zahl;
}
