// One search: understands a question, asks the index, puts the pages into order; loaded only when someone searches.

import { bereiteVor, eigeneSprache as sprache, frage as frageIndex, nimmDeutschDazu } from "./pagefind-quelle.mjs";
import { ersetze, findeWorte } from "./such-deutung.mjs";
import { ladeArten, ladeFacetten, siebe, zaehleFacetten } from "./such-facetten.mjs";
import { verstehe } from "./such-frage.mjs";
import { nachArt, ordne, wortfund } from "./such-rang.mjs";
import { ladeTreffer } from "./such-treffer.mjs";

/** @typedef {import("./such-treffer.mjs").Treffer} Treffer */
/** @typedef {import("./such-rang.mjs").Wortfund} Wortfund */
/** @typedef {import("./such-facetten.mjs").Auswahl} Auswahl */
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

export { bereiteVor, ladeFacetten };

const ART_DER_KENNUNG = /** @type {Record<string, string>} */ ({ M: "massnahme", T: "vorlage", S: "szenario" });
// An English search with fewer hits also looks at what exists in German only.
const DUENN = 3;

/**
 * @param {string} wurzel
 * @param {string} text empty to list everything the facets allow
 * @param {Record<string, string[]>} [facetten] chosen values; any of them may match
 * @param {{ woertlich?: boolean }} [art] `woertlich`: as typed, even if a word seems mistyped
 * @returns {Promise<Ergebnis>}
 */
export async function suche(wurzel, text, facetten = {}, { woertlich = false } = {}) {
  const { seiten, arten } = await ladeArten(wurzel);
  const gewaehlt = Object.entries(facetten).filter(([, werte]) => werte.length > 0);
  if (gewaehlt.length > 0) await ladeFacetten(wurzel);
  if (!text.trim()) return alles(wurzel, nachArt(seiten, arten), gewaehlt);
  const gefragt = verstehe(text, sprache());
  const sprung = gefragt.kennung ? await findeKennung(wurzel, gefragt.kennung) : null;
  const worte = sprung ? [sprung.kennung] : gefragt.worte;
  const { funde, ersatz, unbekannt } = await findeWorte(wurzel, worte, seiten.length, woertlich);
  if (sprache() === "en" && (unbekannt.size > 0 || zaehle(funde) < DUENN)) {
    funde.push(...(await findeDeutsches(wurzel, unbekannt.size > 0 ? [...unbekannt] : worte)));
  }
  const { ids, ganz } = ordne(funde, arten);
  if (sprung) stelleVorn(ids, sprung.id);
  const uebrig = siebe(ids, gewaehlt);
  return {
    anzahl: uebrig.length,
    zahlen: zaehleFacetten(ids, gewaehlt),
    lade: (von, bis) => ladeTreffer(wurzel, funde, uebrig.slice(von, bis)),
    sprung: sprung && { url: sprung.url, titel: sprung.titel, kennung: sprung.kennung },
    meinten: ersatz.size > 0 ? ersetze(text, ersatz) : null,
    ersetzt: ersatz.size > 0 && uebrig.length > 0,
    wortweise: worte.length > 1 && !(ganz && funde.length === worte.length),
  };
}

/**
 * Everything the facets allow.
 * @param {string} wurzel
 * @param {string[]} ids
 * @param {Auswahl} gewaehlt
 * @returns {Ergebnis}
 */
function alles(wurzel, ids, gewaehlt) {
  const uebrig = siebe(ids, gewaehlt);
  return {
    anzahl: uebrig.length,
    zahlen: zaehleFacetten(ids, gewaehlt),
    lade: (von, bis) => ladeTreffer(wurzel, [], uebrig.slice(von, bis)),
    sprung: null,
    meinten: null,
    ersetzt: false,
    wortweise: false,
  };
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
  const listen = await Promise.all(worte.map((wort) => frageIndex(wurzel, wort, { nur: "de" }, "de")));
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
