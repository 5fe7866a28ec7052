// Builds result lists, grouped by type, from text nodes only.

/** @typedef {import("./such-logik.mjs").Treffer} Treffer */

/** @type {Record<string, string>} */
const ZEICHEN = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#39;": "'", "&#x27;": "'" };

/**
 * @param {string} name
 * @param {string} klasse
 * @param {(Node | string)[]} inhalt
 */
function element(name, klasse, ...inhalt) {
  const knoten = document.createElement(name);
  if (klasse) knoten.className = klasse;
  knoten.append(...inhalt);
  return knoten;
}

/**
 * Pagefind's excerpts are escaped text with mark elements.
 * @param {string} auszug
 */
function alsKnoten(auszug) {
  return auszug.split(/<\/?mark>/).map((teil, nummer) => {
    const text = teil.replace(/&(?:lt|gt|amp|quot|#39|#x27);/g, (z) => ZEICHEN[z]);
    return nummer % 2 ? element("mark", "", text) : document.createTextNode(text);
  });
}

/** @param {Treffer} treffer */
function eintrag(treffer) {
  const link = /** @type {HTMLAnchorElement} */ (element("a", "", treffer.meta.title ?? treffer.url));
  link.href = treffer.url;
  const felder = treffer.filters.handlungsfeld ?? [];
  const kopf = [treffer.meta.kennung, ...felder].filter(Boolean).join(" · ");
  return element(
    "li",
    "lb-fund",
    link,
    ...(kopf ? [element("span", "lb-grund", kopf)] : []),
    element("p", "", ...alsKnoten(treffer.excerpt)),
  );
}

/**
 * Adds results to a list; a type met before gets its results appended.
 * @param {HTMLElement} ziel
 * @param {Treffer[]} treffer
 * @param {string} sonstiges heading for pages without a type
 * @returns {HTMLElement | undefined} the first result added
 */
export function zeige(ziel, treffer, sonstiges) {
  /** @type {HTMLElement | undefined} */
  let erster;
  for (const fund of treffer) {
    const typ = fund.filters.typ?.[0] ?? sonstiges;
    let gruppe = [...ziel.children].find((g) => /** @type {HTMLElement} */ (g).dataset.typ === typ);
    if (!gruppe) {
      gruppe = element("section", "lb-fundgruppe", element("h2", "", typ), element("ul", ""));
      /** @type {HTMLElement} */ (gruppe).dataset.typ = typ;
      ziel.append(gruppe);
    }
    const neu = eintrag(fund);
    erster ??= neu;
    gruppe.querySelector("ul")?.append(neu);
  }
  return erster;
}

/**
 * @param {DOMStringMap} worte
 * @param {number} anzahl
 * @param {string} frage
 */
export function trefferzahl(worte, anzahl, frage) {
  if (anzahl === 0) return (worte.keine ?? "").replace("{frage}", frage);
  if (anzahl === 1) return worte.einTreffer ?? "";
  return (worte.treffer ?? "").replace("{anzahl}", String(anzahl));
}
