// The role switch of a measure page. Without script its links jump to the parts of the page; with
// script they also fold away what only the other role needs. Nothing is lost: one button a section
// brings it back, searching in the page and following a link open it, printing shows it all.
const ANGABE = "ansicht";

/** @param {HTMLElement} element */
export function starte(element) {
  const wahl = /** @type {NodeListOf<HTMLAnchorElement>} */ (element.querySelectorAll("a[data-ansicht]"));
  const zurueck = /** @type {HTMLElement} */ (element.querySelector("[data-alles]"));
  const rollen = [...wahl].map((a) => a.dataset.ansicht ?? "").filter(Boolean);
  /** @type {Map<Element, HTMLElement[]>} */
  const abschnitte = new Map();
  for (const teil of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-tiefe]"))) {
    const abschnitt = teil.closest("section");
    if (abschnitt) abschnitte.set(abschnitt, [...(abschnitte.get(abschnitt) ?? []), teil]);
  }

  /** @param {HTMLElement[]} teile @param {boolean} zu */
  const falte = (teile, zu) => {
    for (const teil of teile) {
      if (zu) teil.setAttribute("hidden", "until-found");
      else teil.removeAttribute("hidden");
    }
  };

  /** @param {Element} abschnitt @param {HTMLElement[]} teile */
  const knopfIn = (abschnitt, teile) => {
    const knopf = document.createElement("button");
    knopf.type = "button";
    knopf.className = "lb-entfalten";
    /** @param {boolean} offen */
    const zeige = (offen) => {
      falte(teile, !offen);
      knopf.setAttribute("aria-expanded", String(offen));
      knopf.textContent = (offen ? element.dataset.ausblenden : element.dataset.zeigen) ?? "";
    };
    knopf.addEventListener("click", () => zeige(knopf.getAttribute("aria-expanded") === "false"));
    for (const teil of teile) teil.addEventListener("beforematch", () => zeige(true), { once: true });
    zeige(false);
    abschnitt.querySelector("h2")?.after(knopf);
  };

  /** @param {string} rolle */
  const setze = (rolle) => {
    for (const alt of document.querySelectorAll(".lb-entfalten")) alt.remove();
    for (const [abschnitt, teile] of abschnitte) {
      const andere = teile.filter((teil) => rolle && teil.dataset.tiefe !== rolle);
      falte(teile, false);
      if (andere.length) knopfIn(abschnitt, andere);
    }
    for (const a of wahl) {
      if (rolle && a.dataset.ansicht === rolle) a.setAttribute("aria-current", "true");
      else a.removeAttribute("aria-current");
    }
    zurueck.hidden = !rolle;
    const adresse = new URL(location.href);
    if (rolle) adresse.searchParams.set(ANGABE, rolle);
    else adresse.searchParams.delete(ANGABE);
    if (adresse.href !== location.href) history.replaceState(history.state, "", adresse);
  };

  for (const a of wahl) a.addEventListener("click", () => setze(a.dataset.ansicht ?? ""));
  const gewuenscht = new URL(location.href).searchParams.get(ANGABE) ?? location.hash.slice(1);
  if (rollen.includes(gewuenscht)) setze(gewuenscht);
}
