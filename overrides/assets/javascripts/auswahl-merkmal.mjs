// One facet of a list: turns the links to prepared pages into check boxes with live counts.

/** @typedef {{ li: HTMLElement, name: HTMLElement, zahl: HTMLElement, link: HTMLAnchorElement, kasten: HTMLInputElement }} Zeile */

/** @param {HTMLElement} li @returns {Zeile} */
function zeileAus(li) {
  const link = /** @type {HTMLAnchorElement} */ (li.querySelector("a"));
  const kasten = document.createElement("input");
  kasten.type = "checkbox";
  const label = document.createElement("label");
  const besucht = document.activeElement === link;
  label.append(kasten, ...link.childNodes);
  li.replaceChildren(label);
  if (besucht) kasten.focus();
  return {
    li,
    link,
    kasten,
    name: /** @type {HTMLElement} */ (label.querySelector(".lb-facette__name")),
    zahl: /** @type {HTMLElement} */ (label.querySelector(".lb-facette__zahl")),
  };
}

/**
 * @param {HTMLDetailsElement} feld
 * @param {() => void} geaendert
 */
export function merkmal(feld, geaendert) {
  const name = feld.dataset.facette ?? "";
  const titel = feld.querySelector("summary")?.textContent ?? "";
  /** @type {Map<string, Zeile>} */
  const zeilen = new Map();
  for (const li of /** @type {NodeListOf<HTMLElement>} */ (feld.querySelectorAll("[data-wert]"))) {
    zeilen.set(li.dataset.wert ?? "", zeileAus(li));
  }
  const leer = /** @type {HTMLElement} */ (feld.querySelector(".lb-facette__leer"));
  const leerListe = /** @type {HTMLElement} */ (leer.querySelector("span"));
  const immerLeer = [...leerListe.children];
  feld.addEventListener("change", geaendert);

  /** @param {string} wert */
  const beschriftung = (wert) => zeilen.get(wert)?.name.textContent?.trim() ?? wert;

  return {
    name,
    titel,
    beschriftung,
    /** @param {string} wert */
    hat: (wert) => zeilen.has(wert),
    oeffne: () => (feld.open = true),
    /** Values that are ticked, in the order of the facet. */
    gewaehlt: () => [...zeilen].filter(([, z]) => z.kasten.checked).map(([wert]) => wert),

    /** @param {string[]} werte */
    setze(werte) {
      for (const [wert, z] of zeilen) z.kasten.checked = werte.includes(wert);
    },

    /**
     * Values without a hit go, unless ticked or under the keyboard, and are named below.
     * @param {(wert: string) => number} zaehle
     */
    zeige(zaehle) {
      const ohne = [...immerLeer];
      for (const [wert, z] of zeilen) {
        const anzahl = zaehle(wert);
        z.zahl.textContent = anzahl.toLocaleString(document.documentElement.lang);
        z.li.hidden = !anzahl && !z.kasten.checked && document.activeElement !== z.kasten;
        if (z.li.hidden) {
          // Where there is a code it is enough.
          const hinweis = document.createElement("span");
          hinweis.append(...[...(z.name.querySelector(".lb-marke")?.childNodes ?? z.name.childNodes)].map((k) => k.cloneNode(true)));
          ohne.push(hinweis);
        }
      }
      leerListe.replaceChildren(...ohne.flatMap((n, stelle) => (stelle ? [", ", n] : [n])));
      leer.hidden = !ohne.length;
    },

    /** Back to links, as the page was before the script ran. */
    zurueck() {
      for (const z of zeilen.values()) {
        const label = /** @type {HTMLElement} */ (z.kasten.parentElement);
        const besucht = document.activeElement === z.kasten;
        z.kasten.remove();
        z.link.append(...label.childNodes);
        z.li.replaceChildren(z.link);
        z.li.hidden = false;
        if (besucht) z.link.focus();
      }
    },
  };
}
