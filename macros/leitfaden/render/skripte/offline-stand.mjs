// How old an offline edition is: counted when a page is opened, because nobody renews the file.

const TAG = 86_400_000;
const JAHR = 365;

/** @param {HTMLElement} hinweis */
function zeigeAlter(hinweis) {
  const worte = hinweis.dataset;
  const tage = Math.floor((Date.now() - Date.parse(worte.stand ?? "")) / TAG);
  if (!(tage > 0)) return;
  const alter = /** @type {HTMLElement} */ (hinweis.querySelector("[data-teil=alter]"));
  alter.textContent = tage === 1 ? (worte.einTag ?? "") : (worte.tage ?? "").replace("{tage}", tage.toLocaleString(document.documentElement.lang));
  if (tage <= JAHR) return;
  const rat = document.createElement("p");
  rat.textContent = worte.alt ?? "";
  hinweis.append(rat);
  hinweis.classList.add("lb-offline--alt");
}

for (const hinweis of document.querySelectorAll("[data-teil=offline]")) {
  zeigeAlter(/** @type {HTMLElement} */ (hinweis));
}
