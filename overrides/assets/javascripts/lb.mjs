// Starts the component named in each data-module attribute. Pages work without it.
/** @type {Record<string, () => Promise<{ starte: (element: any) => void }>>} */
const module = {
  "auswahl": () => import("./auswahl.mjs"),
  "farbschema": () => import("./farbschema.mjs"),
  "such-dialog": () => import("./such-dialog.mjs"),
  "such-seite": () => import("./such-seite.mjs"),
  "tiefe": () => import("./tiefe.mjs"),
};

for (const element of document.querySelectorAll("[data-module]")) {
  const lade = module[/** @type {HTMLElement} */ (element).dataset.module ?? ""];
  if (lade) lade().then(({ starte }) => starte(element));
}
