// Asks Pagefind's index; loaded only when someone searches.

/**
 * @typedef {object} Treffer
 * @property {string} url
 * @property {string} excerpt
 * @property {Record<string, string>} meta
 * @property {Record<string, string[]>} filters
 */
/**
 * @typedef {object} Ergebnis
 * @property {number} anzahl
 * @property {Record<string, Record<string, number>>} zahlen  hits by facet and value
 * @property {(von: number, bis: number) => Promise<Treffer[]>} lade
 */

/** @type {Promise<any> | undefined} */
let geladen;

/** Pagefind starts a worker; under Trusted Types its address needs a policy. */
function erlaubeEigeneWorker() {
  const typen = /** @type {any} */ (window).trustedTypes;
  if (!typen?.createPolicy || typen.defaultPolicy) return;
  typen.createPolicy("default", {
    createScriptURL: (/** @type {string} */ adresse) =>
      new URL(adresse, document.baseURI).origin === location.origin ? adresse : null,
  });
}

/** @param {string} wurzel relative address of the site root */
async function lade(wurzel) {
  erlaubeEigeneWorker();
  const ort = new URL(wurzel || "./", document.baseURI);
  const pagefind = await import(new URL("pagefind/pagefind.js", ort).href);
  await pagefind.options({ baseUrl: ort.pathname, excerptLength: 22 });
  await pagefind.init();
  return pagefind;
}

/** @param {string} wurzel */
export function bereiteVor(wurzel) {
  geladen ??= lade(wurzel).catch((fehler) => {
    geladen = undefined;
    throw fehler;
  });
  return geladen;
}

/**
 * Loads the facets, which Pagefind leaves out until they are asked for.
 * @param {string} wurzel
 */
export async function ladeFacetten(wurzel) {
  const pagefind = await bereiteVor(wurzel);
  await pagefind.filters();
}

/**
 * @param {string} wurzel
 * @param {string} frage empty to list everything the facets allow
 * @param {Record<string, string[]>} [facetten] chosen values; any of them may match
 * @returns {Promise<Ergebnis>}
 */
export async function suche(wurzel, frage, facetten = {}) {
  const pagefind = await bereiteVor(wurzel);
  const filters = Object.fromEntries(
    Object.entries(facetten)
      .filter(([, werte]) => werte.length > 0)
      .map(([name, werte]) => [name, { any: werte }]),
  );
  const antwort = await pagefind.search(frage || null, { filters });
  return {
    anzahl: antwort.results.length,
    zahlen: antwort.totalFilters ?? {},
    lade: (von, bis) =>
      Promise.all(antwort.results.slice(von, bis).map((/** @type {any} */ r) => r.data())),
  };
}
