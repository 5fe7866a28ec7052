// The results on the search page: groups that can be lengthened, counts of the facets, ways on.

import { element, fuelle, tausche } from "./such-dom.mjs";
import { baueAuswege, baueMeinten, baueSprung, ladeNahe } from "./such-hilfe.mjs";
import { starteLauf } from "./such-lauf.mjs";
import { ladeFacetten, suche } from "./such-logik.mjs";
import { ladeOberflaeche } from "./such-oberflaeche.mjs";
import { baueGruppe, baueTreffer, gruppiere, trefferstand } from "./trefferliste.mjs";
import { seitenadresse } from "./umgebung.mjs";

const ERSTE = 10;
const WEITERE = 10;

/** @typedef {import("./such-oberflaeche.mjs").Gruppe} Gruppe */
/** @typedef {import("./such-oberflaeche.mjs").Oberflaeche} Oberflaeche */
/** @typedef {import("./such-logik.mjs").Ergebnis} Ergebnis */
/** @typedef {import("./such-logik.mjs").Treffer} Treffer */
/** @typedef {Record<string, string[]>} Facetten */
/** @typedef {(frage: string, facetten: Facetten, woertlich: boolean) => void} Ansicht */

/** @type {Ansicht | undefined} */
let eine;

/**
 * @param {HTMLElement} bereich
 * @param {(frage: string, woertlich: boolean) => void} wiederhole
 * @returns {Ansicht}
 */
export function ansicht(bereich, wiederhole) {
  eine ??= richteEin(bereich, wiederhole);
  return eine;
}

/**
 * @param {HTMLElement} bereich
 * @param {(frage: string, woertlich: boolean) => void} wiederhole
 * @returns {Ansicht}
 */
function richteEin(bereich, wiederhole) {
  const wurzel = bereich.dataset.wurzel ?? "";
  const suchseite = /** @type {HTMLFormElement} */ (bereich.querySelector("form")).action;
  const stand = /** @type {HTMLElement} */ (bereich.querySelector("[role=status]"));
  const liste = /** @type {HTMLElement} */ (bereich.querySelector("[data-teil=ergebnisse]"));
  const eingabe = /** @type {HTMLElement} */ (bereich.querySelector("input[type=search]"));
  const nochmal = /** @type {HTMLElement} */ (bereich.querySelector("[data-teil=nochmal]"));
  const weiter = /** @type {HTMLElement} */ (bereich.querySelector("[data-teil=weiter]"));
  const lauf = starteLauf(stand, nochmal, bereich.dataset);

  /** @param {string} frage @param {Facetten} facetten @param {boolean} woertlich */
  async function frageAn(frage, facetten, woertlich) {
    const [o] = await Promise.all([ladeOberflaeche(suchseite), ladeFacetten(wurzel)]);
    const ergebnis = await suche(wurzel, frage, facetten, { woertlich });
    const leer = !frage && Object.values(facetten).every((werte) => werte.length === 0);
    const treffer = leer ? [] : await ergebnis.lade(0, ERSTE);
    const nahe = frage && ergebnis.anzahl === 0 ? await ladeNahe(wurzel, frage) : undefined;
    return { o, ergebnis, treffer, nahe, leer };
  }

  return (frage, facetten, woertlich) => {
    lauf(
      () => frageAn(frage, facetten, woertlich),
      ({ o, ergebnis, treffer, nahe, leer }) => {
        zeigeZahlen(bereich, ergebnis.zahlen, o);
        weiter.hidden = !leer && ergebnis.anzahl > 0;
        if (leer) {
          stand.textContent = "";
          tausche(liste, [], eingabe);
          return;
        }
        const mehr = (/** @type {Gruppe} */ gruppe) =>
          suche(wurzel, frage, { ...facetten, typ: [gruppe.typ] }, { woertlich });
        const inhalt = [
          ...baueMeinten(o, ergebnis, frage, wiederhole),
          ...(ergebnis.sprung ? [baueSprung(o, ergebnis.sprung)] : []),
          ...baueGruppen(o, ergebnis, treffer, facetten.typ ?? [], mehr),
          ...(nahe ? baueAuswege(o, frage, nahe) : []),
        ];
        tausche(liste, inhalt, eingabe);
        stand.textContent = trefferstand(o, ergebnis, frage) + wenigerFilter(o, ergebnis, facetten);
      },
    );
  };
}

/** @param {Oberflaeche} o @param {Ergebnis} ergebnis @param {Facetten} facetten */
function wenigerFilter(o, ergebnis, facetten) {
  const gefiltert = Object.values(facetten).some((werte) => werte.length > 0);
  return gefiltert && ergebnis.anzahl === 0 ? ` ${o.worte.weniger_filter}` : "";
}

/**
 * Groups of the best results first, then those that have only others.
 * @param {Oberflaeche} o
 * @param {Ergebnis} ergebnis
 * @param {Treffer[]} treffer
 * @param {string[]} typen chosen types
 * @param {(gruppe: Gruppe) => Promise<Ergebnis>} mehr
 */
function baueGruppen(o, ergebnis, treffer, typen, mehr) {
  const gezeigt = gruppiere(treffer, o);
  for (const gruppe of o.gruppen) {
    const moeglich = typen.length === 0 || typen.includes(gruppe.typ);
    if (moeglich && !gezeigt.has(gruppe) && ergebnis.zahlen.typ?.[gruppe.typ]) gezeigt.set(gruppe, []);
  }
  return [...gezeigt].map(([gruppe, funde]) => {
    const anzahl = Math.max(ergebnis.zahlen.typ?.[gruppe.typ] ?? 0, funde.length);
    const teil = baueGruppe(gruppe, funde, o, anzahl);
    if (anzahl > funde.length) teil.append(baueMehr(o, gruppe, anzahl, teil, mehr));
    return teil;
  });
}

/**
 * @param {Oberflaeche} o
 * @param {Gruppe} gruppe
 * @param {number} anzahl
 * @param {HTMLElement} teil
 * @param {(gruppe: Gruppe) => Promise<Ergebnis>} mehr
 */
function baueMehr(o, gruppe, anzahl, teil, mehr) {
  const liste = /** @type {HTMLElement} */ (teil.querySelector("ul"));
  const knopf = /** @type {HTMLButtonElement} */ (element("button", "lb-mehr-treffer"));
  knopf.type = "button";
  const beschrifte = () => {
    const rest = anzahl - liste.children.length;
    const worte = liste.children.length > 0 ? o.worte.mehr : o.worte.erste;
    knopf.textContent = fuelle(worte, { anzahl: Math.min(rest, WEITERE), gruppe: gruppe.name });
    knopf.hidden = rest <= 0;
  };
  knopf.addEventListener("click", async () => {
    try {
      const bisher = liste.children.length;
      const da = new Set([...liste.querySelectorAll("a")].map((a) => a.href));
      const funde = await (await mehr(gruppe)).lade(0, bisher + WEITERE);
      const neue = funde.filter((fund) => !da.has(new URL(seitenadresse(fund.url), document.baseURI).href));
      liste.append(...neue.map((fund) => baueTreffer(fund, o)));
      beschrifte();
      /** @type {HTMLElement | null | undefined} */
      (liste.children[bisher]?.querySelector("a"))?.focus();
    } catch {
      knopf.textContent = o.worte.nochmal;
    }
  });
  beschrifte();
  return knopf;
}

/**
 * Writes the counts beside the facets; a value nothing would be found for is not offered.
 * @param {HTMLElement} bereich
 * @param {Record<string, Record<string, number>>} zahlen
 * @param {Oberflaeche} o
 */
function zeigeZahlen(bereich, zahlen, o) {
  let gewaehlt = 0;
  let offen = 0;
  for (const gruppe of /** @type {NodeListOf<HTMLElement>} */ (bereich.querySelectorAll("[data-filter]"))) {
    let moegliche = 0;
    for (const zeile of gruppe.querySelectorAll("label")) {
      const kasten = /** @type {HTMLInputElement} */ (zeile.querySelector("input"));
      const anzahl = zahlen[gruppe.dataset.filter ?? ""]?.[kasten.value] ?? 0;
      const zahl = zeile.querySelector(".lb-filter__zahl");
      if (zahl) zahl.textContent = String(anzahl);
      gewaehlt += Number(kasten.checked);
      // Never takes away what somebody is on.
      zeile.hidden = anzahl === 0 && !kasten.checked && kasten !== document.activeElement;
      moegliche += Number(!zeile.hidden);
    }
    gruppe.hidden = moegliche === 0;
    offen += moegliche;
  }
  const filter = /** @type {HTMLElement} */ (bereich.querySelector(".lb-filter"));
  const kopf = /** @type {HTMLElement} */ (filter.querySelector("summary"));
  filter.hidden = offen === 0;
  /** @type {HTMLElement} */ (filter.querySelector("[data-teil=zuruecksetzen]")).hidden = gewaehlt === 0;
  kopf.textContent = gewaehlt ? fuelle(o.worte.filter_aktiv, { anzahl: gewaehlt }) : o.worte.filter;
}
