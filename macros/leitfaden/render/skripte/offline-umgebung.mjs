// Takes the place of umgebung.mjs in the offline edition: pages opened from a folder may not fetch
// files, but they may load scripts. So each file of data has a twin that hands its content over.

/** @type {Map<string, any>} */
const erhalten = new Map();

// Called by every file of data.
/** @type {any} */ (window).umsetzungsbibliothek.daten = (/** @type {any} */ wert) => {
  const skript = /** @type {HTMLScriptElement} */ (document.currentScript);
  erhalten.set(skript.src, wert);
};

// On a server of an intranet that sends the headers of the website, the address of a script needs
// a policy: only files of this edition.
const typen = /** @type {any} */ (window).trustedTypes;
if (typen?.createPolicy && !typen.defaultPolicy) {
  typen.createPolicy("default", {
    createScriptURL: (/** @type {string} */ adresse) =>
      new URL(adresse, document.baseURI).origin === location.origin ? adresse : null,
  });
}

/**
 * @param {string | URL} adresse
 * @returns {Promise<any>}
 */
export function holeJson(adresse) {
  return new Promise((weiter, fehler) => {
    const skript = document.createElement("script");
    skript.src = new URL(`${adresse}.js`, document.baseURI).href;
    skript.addEventListener("load", () => {
      skript.remove();
      if (erhalten.has(skript.src)) weiter(erhalten.get(skript.src));
      else fehler(new Error(`empty: ${skript.src}`));
      erhalten.delete(skript.src);
    });
    skript.addEventListener("error", () => {
      skript.remove();
      fehler(new Error(`missing: ${skript.src}`));
    });
    document.head.append(skript);
  });
}

export const holeText = holeJson;

/**
 * The address under which a page is opened: a folder has no page of its own here.
 * @param {string} adresse
 */
export function seitenadresse(adresse) {
  const ende = adresse.search(/[?#]|$/);
  const pfad = adresse.slice(0, ende);
  return pfad.endsWith("/") ? `${pfad}index.html${adresse.slice(ende)}` : adresse;
}
