// The choice of colour scheme in the footer; stores nothing before the reader chooses.
const SCHLUESSEL = "lb-farbschema";

/** @param {string} wahl */
function merke(wahl) {
  try {
    if (wahl === "auto") localStorage.removeItem(SCHLUESSEL);
    else localStorage.setItem(SCHLUESSEL, wahl);
  } catch {
    // Storage is blocked: the choice lasts until the next page.
  }
}

/** @param {HTMLElement} element */
export function starte(element) {
  const wahl = /** @type {HTMLSelectElement} */ (element.querySelector("select"));
  const seite = document.documentElement;
  wahl.value = seite.dataset.farbschema ?? "auto";
  wahl.addEventListener("change", () => {
    if (wahl.value === "auto") delete seite.dataset.farbschema;
    else seite.dataset.farbschema = wahl.value;
    merke(wahl.value);
  });
  element.hidden = false;
}
