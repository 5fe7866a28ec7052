// The search in the dialog: results while typing, ways in before, ways on when nothing was found.

import { baueAuswege, baueBeginn, baueMeinten, baueSprung, baueUebersichten, ladeNahe } from "./such-hilfe.mjs";
import { starteLauf } from "./such-lauf.mjs";
import { bereiteVor, suche } from "./such-logik.mjs";
import { fuelle, tausche } from "./such-dom.mjs";
import { ladeOberflaeche } from "./such-oberflaeche.mjs";
import { baueGruppe, gruppiere, trefferstand } from "./trefferliste.mjs";
import { seitenadresse } from "./umgebung.mjs";

const ANZAHL = 8;
const TIPPPAUSE = 200;

/** @typedef {import("./such-oberflaeche.mjs").Oberflaeche} Oberflaeche */
/** @typedef {import("./such-logik.mjs").Ergebnis} Ergebnis */

/** @typedef {{ oeffne: () => void, sende: () => void }} Fenster */

/** @type {Fenster | undefined} */
let fenster;

/**
 * Called each time the dialog opens.
 * @param {HTMLDialogElement} dialog
 */
export function zeige(dialog) {
  fenster ??= richteEin(dialog);
  fenster.oeffne();
}

/**
 * Enter opens the page of a Kennung; every other question leads to all its results.
 * @param {HTMLDialogElement} dialog
 */
export function sende(dialog) {
  fenster ??= richteEin(dialog);
  fenster.sende();
}

/**
 * @param {HTMLDialogElement} dialog
 * @returns {Fenster}
 */
function richteEin(dialog) {
  const wurzel = dialog.dataset.wurzel ?? "";
  const formular = /** @type {HTMLFormElement} */ (dialog.querySelector("form"));
  const eingabe = /** @type {HTMLInputElement} */ (formular.elements.namedItem("q"));
  const stand = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
  const liste = /** @type {HTMLElement} */ (dialog.querySelector("[data-teil=ergebnisse]"));
  const alle = /** @type {HTMLAnchorElement} */ (dialog.querySelector("[data-teil=alle]"));
  const nochmal = /** @type {HTMLElement} */ (dialog.querySelector("[data-teil=nochmal]"));
  const suchseite = formular.action;
  /** @type {Oberflaeche | undefined} */
  let o;
  let uhr = 0;
  const lauf = starteLauf(stand, nochmal, dialog.dataset);

  /** @param {string} frage @param {boolean} woertlich */
  function adresse(frage, woertlich) {
    const ziel = new URL(suchseite);
    if (frage) ziel.searchParams.set("q", frage);
    if (woertlich) ziel.searchParams.set("genau", "1");
    return ziel.href;
  }

  /** @param {string} frage @param {boolean} woertlich */
  async function frageAn(frage, woertlich) {
    o = await ladeOberflaeche(suchseite);
    if (!frage) return undefined;
    const ergebnis = await suche(wurzel, frage, {}, { woertlich });
    const treffer = await ergebnis.lade(0, ANZAHL);
    const nahe = ergebnis.anzahl === 0 ? await ladeNahe(wurzel, frage) : undefined;
    return { ergebnis, treffer, nahe };
  }

  /**
   * @param {string} frage
   * @param {Awaited<ReturnType<typeof frageAn>>} antwort
   */
  function stelleDar(frage, antwort) {
    if (!o) return;
    const worte = o.worte;
    alle.textContent = worte.alle;
    if (!antwort) {
      stand.textContent = "";
      tausche(liste, baueBeginn(o), eingabe);
      return;
    }
    const { ergebnis, treffer, nahe } = antwort;
    const gruppen = [...gruppiere(treffer, o)].map(([g, funde]) => baueGruppe(g, funde, /** @type {Oberflaeche} */ (o)));
    const inhalt = [
      ...baueMeinten(o, ergebnis, frage, wiederhole),
      ...(ergebnis.sprung ? [baueSprung(o, ergebnis.sprung)] : []),
      ...gruppen,
      ...(nahe ? [...baueAuswege(o, frage, nahe), baueUebersichten(o)] : []),
    ];
    tausche(liste, inhalt, eingabe);
    if (ergebnis.anzahl > 1) alle.textContent = fuelle(worte.alle_treffer, { anzahl: ergebnis.anzahl });
    stand.textContent = trefferstand(o, ergebnis, frage);
    dialog.scrollTop = 0;
  }

  /** @param {boolean} [woertlich] */
  function aktualisiere(woertlich = false) {
    clearTimeout(uhr);
    const frage = eingabe.value.trim();
    alle.href = adresse(frage, woertlich);
    return lauf(
      () => frageAn(frage, woertlich),
      (antwort) => stelleDar(frage, antwort),
    );
  }

  /** @param {string} frage @param {boolean} woertlich */
  function wiederhole(frage, woertlich) {
    eingabe.value = frage;
    eingabe.focus();
    aktualisiere(woertlich);
  }

  async function sende() {
    clearTimeout(uhr);
    lauf.verwirf();
    const frage = eingabe.value.trim();
    const ziel = frage ? await suche(wurzel, frage).catch(() => undefined) : undefined;
    location.assign(ziel?.sprung ? seitenadresse(ziel.sprung.url) : adresse(frage, false));
  }

  /** @param {KeyboardEvent} taste */
  function bediene(taste) {
    const schritt = { ArrowDown: 1, ArrowUp: -1 }[taste.key];
    if (!schritt) return;
    const ziele = [eingabe, ...liste.querySelectorAll("a"), alle];
    const hier = ziele.indexOf(/** @type {any} */ (document.activeElement));
    taste.preventDefault();
    ziele[Math.min(Math.max(hier + schritt, 0), ziele.length - 1)].focus();
  }

  eingabe.addEventListener("input", () => {
    clearTimeout(uhr);
    uhr = window.setTimeout(aktualisiere, TIPPPAUSE);
  });
  dialog.addEventListener("keydown", bediene);
  dialog.addEventListener("click", (ereignis) => {
    // A result on this very page, such as a term of the glossary: the dialog would hide it.
    const link = /** @type {Element} */ (ereignis.target).closest("a");
    if (link?.hash && link.pathname === location.pathname && !ereignis.ctrlKey) dialog.close();
  });
  function oeffne() {
    bereiteVor(wurzel).catch(() => {});
    aktualisiere();
  }
  return { oeffne, sende };
}
