// Tells the stylesheet that scripts run and applies the colour scheme a reader chose before;
// runs before the first paint.
(() => {
  document.documentElement.classList.add("lb-js");
  try {
    const wahl = localStorage.getItem("lb-farbschema");
    if (wahl === "hell" || wahl === "dunkel") document.documentElement.dataset.farbschema = wahl;
  } catch {
    // Storage is blocked: the system's scheme applies.
  }
})();
