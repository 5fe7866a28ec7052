// Speaks with Pagefind's worker.
//
// Pagefind's own interface for pages holds its whole program a second time, in case there are no
// workers. The messages belong to the version of Pagefind the build pins.

/** @typedef {{ frei: (antwort: any) => void, fehler: (grund: Error) => void }} Wartend */
/** @typedef {(methode: string, ...werte: any[]) => Promise<any>} Ruf */

const INSTANZ = "lb";

/** Under Trusted Types the address of a worker needs a policy. */
function erlaubeEigeneWorker() {
  const typen = /** @type {any} */ (window).trustedTypes;
  if (!typen?.createPolicy || typen.defaultPolicy) return;
  typen.createPolicy("default", {
    createScriptURL: (/** @type {string} */ adresse) =>
      new URL(adresse, document.baseURI).origin === location.origin ? adresse : null,
  });
}

/**
 * Starts the worker; it is ready when its index is.
 * @param {URL} ordner  of the index
 * @param {Record<string, any>} einstellungen
 * @param {Record<string, any>} ranking
 * @returns {Promise<Ruf>} calls a method of the worker
 */
export async function starteArbeiter(ordner, einstellungen, ranking) {
  erlaubeEigeneWorker();
  const arbeiter = new Worker(new URL("pagefind-worker.js", ordner).href);
  /** @type {Map<number, Wartend>} */
  const offen = new Map();
  let nummer = 0;
  arbeiter.addEventListener("message", ({ data: { id, result, error } }) => {
    const wartend = offen.get(id);
    offen.delete(id);
    if (error) wartend?.fehler(new Error(error));
    else wartend?.frei(result);
  });
  arbeiter.addEventListener("error", () => {
    for (const { fehler } of offen.values()) fehler(new Error("Pagefind"));
    offen.clear();
  });
  /** @type {Ruf} */
  const rufe = (methode, ...werte) =>
    new Promise((frei, fehler) => {
      offen.set(++nummer, { frei, fehler });
      arbeiter.postMessage({ id: nummer, instanceId: INSTANZ, method: methode, args: werte });
    });
  try {
    await rufe("init", { ...einstellungen, basePath: ordner.pathname, primary: true });
    // The weights can only be set in an index that is loaded, so this waits for it.
    await rufe("options", { ranking });
  } catch (fehler) {
    arbeiter.terminate();
    throw fehler;
  }
  return rufe;
}

/**
 * Gives the results of a search the means to load their page. The worker keeps what it needs for
 * that until the result is forgotten here.
 * @param {Ruf} rufe
 * @returns {(results: any[]) => any[]}
 */
export function ladbar(rufe) {
  const vergessen = new FinalizationRegistry((nummer) => {
    rufe("releaseData", nummer).catch(() => {});
  });
  return (results) => {
    for (const fund of results) {
      const nummer = fund.data;
      fund.data = () => rufe("getData", nummer);
      vergessen.register(fund, nummer);
    }
    return results;
  };
}
