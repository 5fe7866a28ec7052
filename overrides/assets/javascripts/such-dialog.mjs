// Live search in a native dialog: Ctrl+K, a click on the search field of the header, or submitting it.

const ANZAHL = 10;

/** @param {HTMLFormElement} formular */
export function starte(formular) {
  const feld = /** @type {HTMLInputElement} */ (formular.elements.namedItem("q"));
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("suchdialog"));
  const eingabe = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  const stand = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
  const liste = /** @type {HTMLElement} */ (dialog.querySelector("[data-teil=ergebnisse]"));
  const alle = /** @type {HTMLAnchorElement} */ (dialog.querySelector("[data-teil=alle]"));
  const seite = alle.href;
  const worte = dialog.dataset;
  let lauf = 0;

  async function suche() {
    const nummer = ++lauf;
    const frage = eingabe.value.trim();
    alle.href = frage ? `${seite}?q=${encodeURIComponent(frage)}` : seite;
    if (!frage) {
      liste.replaceChildren();
      stand.textContent = worte.gibEin ?? "";
      return;
    }
    await new Promise((weiter) => setTimeout(weiter, 150));
    if (nummer !== lauf) return;
    try {
      const [quelle, anzeige] = await Promise.all([
        import("./such-logik.mjs"),
        import("./trefferliste.mjs"),
      ]);
      const ergebnis = await quelle.suche(worte.wurzel ?? "", frage);
      const treffer = await ergebnis.lade(0, ANZAHL);
      if (nummer !== lauf) return;
      liste.replaceChildren();
      anzeige.zeige(liste, treffer, worte.sonstiges ?? "");
      stand.textContent = anzeige.trefferzahl(worte, ergebnis.anzahl, frage);
    } catch {
      stand.textContent = worte.fehler ?? "";
    }
  }

  function oeffne() {
    if (dialog.open) return;
    eingabe.value = feld.value;
    dialog.showModal();
    eingabe.focus();
    eingabe.select();
    import("./such-logik.mjs").then((q) => q.bereiteVor(worte.wurzel ?? "")).catch(() => {});
    suche();
  }

  /** @param {KeyboardEvent} taste */
  function bediene(taste) {
    if (taste.key === "Escape") {
      // A search field would only be emptied.
      taste.preventDefault();
      dialog.close();
      return;
    }
    const schritt = { ArrowDown: 1, ArrowUp: -1 }[taste.key];
    if (!schritt) return;
    const ziele = [eingabe, ...liste.querySelectorAll("a"), alle];
    const hier = ziele.indexOf(/** @type {any} */ (document.activeElement));
    taste.preventDefault();
    ziele[Math.min(Math.max(hier + schritt, 0), ziele.length - 1)].focus();
  }

  document.addEventListener("keydown", (taste) => {
    if ((taste.ctrlKey || taste.metaKey) && !taste.altKey && taste.key.toLowerCase() === "k") {
      taste.preventDefault();
      oeffne();
    }
  });
  feld.addEventListener("click", oeffne);
  formular.addEventListener("submit", (ereignis) => {
    ereignis.preventDefault();
    oeffne();
  });
  eingabe.addEventListener("input", suche);
  dialog.addEventListener("keydown", bediene);
  dialog.querySelector("form")?.addEventListener("submit", (ereignis) => {
    const erster = liste.querySelector("a");
    if (!erster) return;
    ereignis.preventDefault();
    erster.click();
  });
  dialog.querySelector("[data-teil=schliessen]")?.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (ereignis) => {
    if (ereignis.target === dialog) dialog.close();
  });
}
