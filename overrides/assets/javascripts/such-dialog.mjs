// Opens the search in a native dialog: Ctrl+K, a click on the search field of the header, or submitting it.
// Every page loads this, so it is small; what happens in the dialog is loaded when it opens.

/** @param {HTMLFormElement} formular */
export function starte(formular) {
  const feld = /** @type {HTMLInputElement} */ (formular.elements.namedItem("q"));
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("suchdialog"));
  const eingabe = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));

  async function oeffne() {
    if (dialog.open) return;
    eingabe.value = feld.value;
    dialog.showModal();
    eingabe.focus();
    eingabe.select();
    try {
      (await import("./such-fenster.mjs")).zeige(dialog);
    } catch {
      // The form in the dialog still leads to the search page.
      const stand = dialog.querySelector("[role=status]");
      if (stand) stand.textContent = dialog.dataset.fehler ?? "";
    }
  }

  dialog.querySelector("form")?.addEventListener("submit", async (ereignis) => {
    ereignis.preventDefault();
    const gesendet = /** @type {HTMLFormElement} */ (ereignis.target);
    try {
      (await import("./such-fenster.mjs")).sende(dialog);
    } catch {
      gesendet.submit();
    }
  });
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
  dialog.querySelector("[data-teil=schliessen]")?.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (ereignis) => {
    if (ereignis.target === dialog) dialog.close();
  });
  dialog.addEventListener("keydown", (taste) => {
    if (taste.key !== "Escape") return;
    // A search field would only be emptied.
    taste.preventDefault();
    dialog.close();
  });
}
