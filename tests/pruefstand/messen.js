// Measures a page in the browser; injected by the tour as window.lbMessen. No part of the site.
(() => {
  const GROSS = 24;
  const GROSS_FETT = 18.66;
  const BEDIENBAR = "a[href],button,input:not([type=hidden]),select,textarea,summary,[role=button],[tabindex]:not([tabindex='-1'])";
  const GENUG = 24;
  const ZIEL = `${BEDIENBAR},area[href],iframe,[tabindex],[contenteditable],[role]`;
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  /** @type {Map<string, number[]>} */
  const bekannt = new Map();

  /** Any CSS colour as [red, green, blue, alpha 0–1]. @param {string} farbe */
  function zahlen(farbe) {
    let werte = bekannt.get(farbe);
    if (!werte) {
      const einfach = farbe.match(/^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/);
      if (einfach) {
        werte = [+einfach[1], +einfach[2], +einfach[3], einfach[4] === undefined ? 1 : +einfach[4]];
      } else {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = farbe;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
        werte = [r, g, b, a / 255];
      }
      bekannt.set(farbe, werte);
    }
    return werte;
  }

  /** @param {number[]} oben @param {number[]} unten an opaque colour */
  const ueber = (oben, unten) =>
    [0, 1, 2].map((i) => oben[i] * oben[3] + unten[i] * (1 - oben[3])).concat(1);

  /** @param {number[]} farbe */
  function leuchtdichte(farbe) {
    const [r, g, b] = farbe.slice(0, 3).map((w) => {
      const s = w / 255;
      return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  /** @param {number[]} a @param {number[]} b */
  function verhaeltnis(a, b) {
    const [hell, dunkel] = [leuchtdichte(a), leuchtdichte(b)].sort((x, y) => y - x);
    return (hell + 0.05) / (dunkel + 0.05);
  }

  /** @param {Element} e */
  const sichtbar = (e) =>
    e.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });

  /** Is it only there for screen readers? @param {Element | null} e */
  function nurVorgelesen(e) {
    for (let el = e; el; el = el.parentElement) {
      const stil = getComputedStyle(el);
      if (stil.clipPath === "inset(50%)" || (el.clientWidth <= 1 && stil.overflow === "hidden")) return true;
    }
    return false;
  }

  /** Readable name of an element in a list of findings. @param {Element} e */
  function name(e) {
    const id = e.id ? `#${e.id}` : "";
    const klasse = e.classList.length ? `.${[...e.classList].join(".")}` : "";
    const text = (e.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `${e.localName}${id || klasse} „${text}“`;
  }

  /** Colour behind the text of an element, or why it cannot be told. @param {Element} e */
  function hintergrund(e) {
    const schichten = [];
    for (let el = /** @type {Element | null} */ (e); el; el = el.parentElement) {
      const stil = getComputedStyle(el);
      if (+stil.opacity < 1) return "durchscheinend";
      if (stil.backgroundImage !== "none" && el.localName !== "select") return "Bild im Hintergrund";
      const farbe = zahlen(stil.backgroundColor);
      if (farbe[3] > 0) schichten.push(farbe);
      if (farbe[3] === 1) break;
    }
    const leinwand = zahlen(getComputedStyle(document.documentElement).backgroundColor);
    const grund = leinwand[3] === 1 ? leinwand : [255, 255, 255, 1];
    return schichten.reduceRight((unten, oben) => ueber(oben, unten), grund);
  }

  /** Every element with text of its own that can be seen, once. */
  function* texte() {
    const gesehen = new Set();
    const lauf = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (lauf.nextNode()) {
      const e = lauf.currentNode.parentElement;
      if (!e || gesehen.has(e) || !lauf.currentNode.nodeValue?.trim()) continue;
      gesehen.add(e);
      if (e.closest("script,noscript,template,option,svg") || !sichtbar(e) || nurVorgelesen(e)) continue;
      yield e;
    }
  }

  /** Colour of the text, colour behind it, is it large? @param {Element} e */
  function farben(e) {
    const stil = getComputedStyle(e);
    const hinten = hintergrund(e);
    if (typeof hinten === "string") return hinten;
    const groesse = parseFloat(stil.fontSize);
    const gross = groesse >= GROSS || (groesse >= GROSS_FETT && +stil.fontWeight >= 700);
    return { vorn: ueber(zahlen(stil.color), hinten), hinten, gross };
  }

  /** Every text below 7:1 (large text: 4.5:1), also where axe cannot decide. */
  function kontrast() {
    return schriften().maengel;
  }

  /**
   * By what a link can be told from the text around it: all the rule for links looks at.
   * @param {Element} e
   */
  function abgehoben(e) {
    const link = e.closest("a[href]");
    if (!link?.parentElement) return "";
    const [s, um] = [getComputedStyle(link), getComputedStyle(link.parentElement)];
    const rand = `${s.borderBottomStyle} ${s.borderBottomWidth} ${s.outlineStyle}`;
    return [imText(link), s.textDecorationLine, s.color, s.fontWeight, rand, um.textDecorationLine, um.color, um.fontWeight].join("|");
  }

  /** All combinations of colours and size a rule about colours can see on the page. */
  function farbpaare() {
    return schriften().paare;
  }

  /** Looks at every text once: what is hard to read, and all combinations of colours and size. */
  function schriften() {
    const maengel = [];
    const paare = new Set();
    for (const e of texte()) {
      const f = farben(e);
      if (typeof f === "string") {
        maengel.push(`${name(e)}: ${f}`);
        paare.add(f);
        continue;
      }
      const s = getComputedStyle(e);
      const paar = `${f.vorn}|${f.hinten}|${s.fontSize}|${s.fontWeight}`;
      paare.add(`${paar}|${abgehoben(e)}`);
      const wert = verhaeltnis(f.vorn, f.hinten);
      if (wert < (f.gross ? 4.5 : 7)) maengel.push(`${name(e)}: ${wert.toFixed(2)}`);
    }
    return { maengel, paare: [...paare] };
  }

  /** Is it a link within running text, whose size the line decides? @param {Element} e */
  function imText(e) {
    if (getComputedStyle(e).display !== "inline") return false;
    const block = e.closest("p,li,td,th,dd,dt,figcaption,caption,blockquote,label,summary,h1,h2,h3,h4,small,span");
    const eigener = (e.textContent ?? "").trim().length;
    for (let el = block; el; el = el.parentElement) {
      if ((el.textContent ?? "").trim().length > eigener + 2) return true;
      if (getComputedStyle(el).display !== "inline") return false;
    }
    return false;
  }

  /** Targets under 24 px that are not part of a sentence (WCAG 2.5.8, without its exception for spacing). */
  function ziele() {
    const maengel = [];
    for (const e of document.querySelectorAll(BEDIENBAR)) {
      if (!sichtbar(e) || nurVorgelesen(e) || imText(e) || /** @type {any} */ (e).disabled) continue;
      const eingabe = e.matches("input[type=checkbox],input[type=radio]") ? e.closest("label") : null;
      const feld = (eingabe ?? e).getBoundingClientRect();
      if (feld.bottom < 0 || feld.right < 0) continue; // a skip link waits outside until it has focus
      if (Math.round(feld.width) < GENUG || Math.round(feld.height) < GENUG) {
        maengel.push(`${name(e)}: ${Math.round(feld.width)} × ${Math.round(feld.height)} px`);
      }
    }
    return maengel;
  }

  /** Has it text of a sentence beside it, so that no rule asks for its size? @param {Element} e */
  const imSatz = (e) =>
    getComputedStyle(e).display.startsWith("inline") &&
    !e.parentElement?.closest(ZIEL) &&
    [e.previousSibling, e.nextSibling].some((n) => n?.nodeType === Node.TEXT_NODE && n.nodeValue?.trim());

  /**
   * Do two targets share room, one not being part of the other?
   * @param {{e: Element, feld: DOMRect}} a @param {{e: Element, feld: DOMRect}} b
   */
  function teilenPlatz(a, b) {
    if (a.e.contains(b.e) || b.e.contains(a.e)) return false;
    return [...b.e.getClientRects()].some(
      (f) => f.left < a.feld.right && f.right > a.feld.left && f.top < a.feld.bottom && f.bottom > a.feld.top,
    );
  }

  /**
   * Every constellation of targets on which a rule about their size may have something to say: a
   * target that is small or shares its room with another, with all that is near it. Other targets
   * cannot break the rule.
   */
  function zielarten() {
    const alle = [...document.querySelectorAll(ZIEL)]
      .filter((e) => e.checkVisibility({ visibilityProperty: true }))
      .map((e) => ({ e, feld: e.getBoundingClientRect() }))
      .sort((a, b) => a.feld.top - b.feld.top);
    const fraglich = new Set(
      alle.filter(({ e, feld }) => (feld.width < GENUG || feld.height < GENUG) && !imSatz(e)),
    );
    for (const [i, a] of alle.entries()) {
      for (let j = i + 1; j < alle.length && alle[j].feld.top < a.feld.bottom; j++) {
        const b = alle[j];
        if (teilenPlatz(a, b) && !imSatz(a.e)) fraglich.add(a);
        if (teilenPlatz(b, a) && !imSatz(b.e)) fraglich.add(b);
      }
    }
    return [...fraglich].map((z) => umgebung(z, alle));
  }

  /**
   * A target and what is near it, wherever on the page that is.
   * @param {{e: Element, feld: DOMRect}} ziel @param {{e: Element, feld: DOMRect}[]} alle
   */
  function umgebung(ziel, alle) {
    const { left, top, right, bottom } = ziel.feld;
    const zeichne = (/** @type {{e: Element, feld: DOMRect}} */ { e, feld }) => {
      const masse = [feld.left - left, feld.top - top, feld.width, feld.height].map((n) => n.toFixed(1));
      const stil = getComputedStyle(e);
      return `${e.localName}.${e.className}|${e.getAttribute("role")}|${stil.display}|${masse}`;
    };
    const nahe = alle.filter(
      ({ feld: f }) =>
        f.left < right + GENUG && f.right > left - GENUG && f.top < bottom + GENUG && f.bottom > top - GENUG,
    );
    const ort = (/** @type {Element | null} */ e) => (e ? `${e.localName}.${e.className}` : "");
    return [ort(ziel.e.parentElement), zeichne(ziel), ...nahe.map(zeichne)].join("\n");
  }

  /** What sticks out of the page sideways, innermost elements only. */
  function ueberlauf() {
    const breite = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= breite) return [];
    const raus = [...document.body.querySelectorAll("*")].filter(
      (e) => sichtbar(e) && e.getBoundingClientRect().right > breite + 1 && !imScrollkasten(e),
    );
    const innen = raus.filter((e) => !raus.some((f) => f !== e && e.contains(f)));
    const um = document.documentElement.scrollWidth - breite;
    return [`${um} px zu breit`, ...innen.slice(0, 3).map(name)];
  }

  /** @param {Element} e */
  function imScrollkasten(e) {
    for (let el = e.parentElement; el && el !== document.body; el = el.parentElement) {
      if (getComputedStyle(el).overflowX !== "visible") return true;
    }
    return false;
  }

  const ABSTAND = new CSSStyleSheet();
  ABSTAND.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }" +
      " p { margin-bottom: 2em !important }",
  );

  /** What is cut off or sticks out with the text spacing of WCAG 1.4.12. */
  function textabstand() {
    document.adoptedStyleSheets = [ABSTAND];
    const maengel = ueberlauf();
    for (const e of document.body.querySelectorAll("*")) {
      if (e.closest("svg") || e.clientWidth <= 1) continue;
      const stil = getComputedStyle(e);
      const quer = /hidden|clip/.test(stil.overflowX) && e.scrollWidth > e.clientWidth + 1;
      const hoch = /hidden|clip/.test(stil.overflowY) && e.scrollHeight > e.clientHeight + 1;
      if ((quer || hoch) && e.textContent?.trim() && sichtbar(e) && !nurVorgelesen(e)) {
        maengel.push(`abgeschnitten: ${name(e)}`);
      }
    }
    document.adoptedStyleSheets = [];
    return maengel;
  }

  /** @type {Map<string, number>} */
  const ABDRUECKE = new Map();

  /**
   * Everything about layout that a rule without interest in colours can see, as a number: the same
   * for the same layout. If it is the same in both colour schemes, only the rules about colours can
   * judge differently.
   */
  function abdruck() {
    const zeilen = [];
    for (const e of document.querySelectorAll("body, body *")) {
      const s = getComputedStyle(e);
      const f = e.getBoundingClientRect();
      zeilen.push(
        `${e.localName}|${s.display}|${s.visibility}|${s.opacity}|${s.position}|${s.overflow}|${s.pointerEvents}` +
          `|${s.clipPath}|${s.fontSize}|${s.fontWeight}|${s.fontStyle}|${s.content}` +
          `|${f.x}|${f.y}|${f.width}|${f.height}|${[...e.attributes].map((a) => a.name + a.value).join()}`,
      );
    }
    const bild = zeilen.join("\n");
    const nummer = ABDRUECKE.get(bild) ?? ABDRUECKE.size;
    ABDRUECKE.set(bild, nummer);
    return nummer;
  }

  /** What the tour asks in every state, in one go. */
  function zustand() {
    const { maengel, paare } = schriften();
    return { abdruck: abdruck(), kontrast: maengel, farbpaare: paare };
  }

  const REIHE = /** @type {Element[]} */ ([]);

  /** Is it really on top where it is, at one of five points? @param {Element} e */
  function getroffen(e) {
    return [...e.getClientRects()].some((feld) => {
      const [x, y] = [feld.x + feld.width / 2, feld.y + feld.height / 2];
      const punkte = [[x, y], [feld.x + 3, y], [feld.right - 3, y], [x, feld.y + 3], [x, feld.bottom - 3]];
      return punkte.some(([px, py]) => {
        const oben = document.elementFromPoint(px, py);
        return oben !== null && (e.contains(oben) || oben.contains(e));
      });
    });
  }

  /** Can the focus be seen? The line must stand out from what is behind it. @param {Element} e */
  function hervorgehoben(e) {
    const stil = getComputedStyle(e);
    if (stil.outlineStyle === "none" || parseFloat(stil.outlineWidth) < 2) return false;
    const hinten = e.parentElement ? hintergrund(e.parentElement) : "";
    return typeof hinten === "string" || verhaeltnis(ueber(zahlen(stil.outlineColor), hinten), hinten) >= 3;
  }

  /**
   * Judges the element that has the focus; the walk calls it after each Tab.
   * @returns {{ende: boolean, name: string, maengel: string[]}}
   */
  function halt() {
    const e = document.activeElement;
    if (!e || e === document.body || REIHE.includes(e)) return { ende: true, name: "", maengel: [] };
    const maengel = [];
    const feld = e.getBoundingClientRect();
    const vorher = REIHE.at(-1);
    if (vorher && !(vorher.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)) {
      maengel.push("steht im Dokument vor dem vorigen Halt");
    }
    if (!sichtbar(e) || feld.width < 2 || feld.height < 2) maengel.push("unsichtbar");
    if (feld.bottom <= 0 || feld.top >= innerHeight || feld.right <= 0 || feld.left >= innerWidth) {
      maengel.push("außerhalb des Fensters");
    } else if (!getroffen(e)) maengel.push("verdeckt");
    if (!hervorgehoben(e)) maengel.push("Fokus nicht zu sehen");
    REIHE.push(e);
    return { ende: false, name: name(e), maengel };
  }

  /** What should have been a stop of the walk and was none. */
  function uebergangen() {
    return [...document.querySelectorAll(BEDIENBAR)]
      .filter((e) => /** @type {any} */ (e).tabIndex >= 0 && !(/** @type {any} */ (e).disabled))
      .filter((e) => !e.matches("input[type=radio]:not(:checked)") && sichtbar(e) && !e.closest("[inert]"))
      .filter((e) => !REIHE.includes(e))
      .map(name);
  }

  /** Drawings that cannot be told from what is behind them. */
  function zeichnungen() {
    const maengel = [];
    for (const svg of document.querySelectorAll("svg")) {
      if (!sichtbar(svg) || nurVorgelesen(svg)) continue;
      const hinten = hintergrund(svg);
      if (typeof hinten === "string") continue;
      const farben = [...svg.querySelectorAll("path,rect,circle,ellipse,line,polyline,polygon,text,use")]
        .flatMap((f) => [getComputedStyle(f).fill, getComputedStyle(f).stroke])
        .filter((farbe) => farbe !== "none" && !farbe.startsWith("url"));
      const beste = Math.max(...farben.map((f) => verhaeltnis(ueber(zahlen(f), hinten), hinten)));
      if (!(beste >= 3)) maengel.push(`${name(svg)} in ${name(svg.parentElement ?? svg)}: ${beste.toFixed(2)}`);
    }
    return maengel;
  }

  /** What stays in the window while the page scrolls, as a share of the window's height. */
  function stehendes() {
    const hoehe = [...document.body.querySelectorAll("*")]
      .filter((e) => /fixed|sticky/.test(getComputedStyle(e).position) && sichtbar(e))
      .reduce((summe, e) => summe + e.getBoundingClientRect().height, 0);
    return hoehe / innerHeight;
  }

  let verschoben = 0;
  new PerformanceObserver((liste) => {
    for (const eintrag of /** @type {any[]} */ (liste.getEntries())) {
      if (!eintrag.hadRecentInput) verschoben += eintrag.value;
    }
  }).observe({ type: "layout-shift", buffered: true });

  /** @type {any} */ (window).lbMessen = {
    abdruck,
    farbpaare,
    halt,
    kontrast,
    name,
    nurVorgelesen,
    sichtbar,
    stehendes,
    textabstand,
    uebergangen,
    ueberlauf,
    verschoben: () => verschoben,
    zeichnungen,
    ziele,
    zielarten,
    zustand,
  };
})();
