// What the search says besides results: jumps, „Meinten Sie“, ways in, and ways on when nothing was found.

import { element, fuelle, kennungsverweis, mitSprache, symbol, verweis } from "./such-dom.mjs";

/** @typedef {import("./such-oberflaeche.mjs").Oberflaeche} Oberflaeche */
/** @typedef {import("./such-logik.mjs").Ergebnis} Ergebnis */

/**
 * @param {string} titel
 * @param {Node[]} eintraege
 * @param {string} [klasse]
 */
function abschnitt(titel, eintraege, klasse = "lb-verweise") {
  const punkte = eintraege.map((eintrag) => element("li", "", eintrag));
  return element("section", "lb-fundgruppe", element("h2", "", titel), element("ul", klasse, ...punkte));
}

/**
 * The page of a Kennung, before all results.
 * @param {Oberflaeche} o
 * @param {NonNullable<Ergebnis["sprung"]>} sprung
 */
export function baueSprung(o, sprung) {
  const link = verweis(sprung.url, fuelle(o.worte.direkt, { kennung: sprung.kennung, titel: sprung.titel }));
  link.dataset.teil = "sprung";
  return element("p", "lb-direkt", link);
}

/**
 * Another wording to search for: a link to the search page that repeats the search where it stands.
 * @param {string} text
 * @param {string} ziel
 * @param {() => void} wiederhole
 */
function baueWiederholung(text, ziel, wiederhole) {
  const link = verweis(ziel, text);
  link.addEventListener("click", (ereignis) => {
    if (ereignis.ctrlKey || ereignis.metaKey || ereignis.shiftKey) return;
    ereignis.preventDefault();
    wiederhole();
  });
  return element("p", "lb-meinten", link);
}

/**
 * „Meinten Sie …?“, or the way back to the wording as typed if the results are already corrected.
 * @param {Oberflaeche} o
 * @param {Ergebnis} ergebnis
 * @param {string} frage
 * @param {(frage: string, woertlich: boolean) => void} suche
 * @returns {Node[]}
 */
export function baueMeinten(o, ergebnis, frage, suche) {
  const wort = ergebnis.meinten;
  if (!wort || wort === frage) return [];
  const ziel = new URL("suche/", o.basis);
  ziel.searchParams.set("q", ergebnis.ersetzt ? frage : wort);
  if (!ergebnis.ersetzt) {
    return [baueWiederholung(fuelle(o.worte.meinten, { wort }), ziel.href, () => suche(wort, false))];
  }
  ziel.searchParams.set("genau", "1");
  return [baueWiederholung(fuelle(o.worte.woertlich, { frage }), ziel.href, () => suche(frage, true))];
}

/**
 * What to begin with before anything was typed.
 * @param {Oberflaeche} o
 */
export function baueBeginn(o) {
  const adresse = (/** @type {string} */ url) => new URL(url, o.basis).href;
  const lagen = o.lagen.map((lage) =>
    mitSprache(kennungsverweis(adresse(lage.url), lage.kennung, lage.titel), lage.sprache),
  );
  const felder = o.felder.map((feld) => {
    const link = verweis(adresse(feld.url), symbol(feld.symbol), element("span", "", feld.titel));
    link.className = `lb-beginn__feld lb-feld--${feld.farbe}`;
    return mitSprache(link, feld.sprache);
  });
  return [
    ...(lagen.length > 0 ? [abschnitt(o.worte.lagen, lagen)] : []),
    ...(felder.length > 0 ? [abschnitt(o.worte.felder, felder)] : []),
  ];
}

/**
 * What may help; its program is loaded only when nothing was found.
 * @param {string} wurzel
 * @param {string} frage
 */
export async function ladeNahe(wurzel, frage) {
  return (await import("./such-nahe.mjs")).naechste(wurzel, frage);
}

/**
 * Ways on when nothing was found.
 * @param {Oberflaeche} o
 * @param {string} frage
 * @param {Awaited<ReturnType<typeof ladeNahe>>} nahe
 */
export function baueAuswege(o, frage, nahe) {
  const { worte } = o;
  const massnahmen = nahe.massnahmen.map((m) => kennungsverweis(m.url, m.kennung, m.titel));
  const begriffe = nahe.begriffe.map((b) => verweis(b.url, b.titel));
  return [
    element("p", "", worte.keine_hilfe),
    ...(massnahmen.length > 0 ? [abschnitt(worte.naechste_massnahmen, massnahmen)] : []),
    ...(begriffe.length > 0 ? [abschnitt(worte.naechste_begriffe, begriffe)] : []),
    element("p", "lb-thema", `${worte.thema_fehlt} `, verweis(themaAdresse(o, frage), worte.thema)),
  ];
}

/** @param {Oberflaeche} o */
export function baueUebersichten(o) {
  return abschnitt(
    o.worte.uebersichten,
    o.uebersichten.map((u) => verweis(new URL(u.url, o.basis).href, u.titel)),
    "lb-reihe",
  );
}

/**
 * A mail that is already begun; without an address the page on taking part.
 * @param {Oberflaeche} o
 * @param {string} frage
 */
function themaAdresse(o, frage) {
  if (!o.kontakt) return new URL("mitwirken/", o.basis).href;
  const betreff = encodeURIComponent(fuelle(o.worte.thema_betreff, { frage }));
  const text = encodeURIComponent(`${fuelle(o.worte.thema_text, { frage })}\n\n`);
  return `mailto:${o.kontakt}?subject=${betreff}&body=${text}`;
}
