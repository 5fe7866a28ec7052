// Runs searches one after the other: only the last one counts; tells when one takes long or fails.

// Earlier, the words would only flicker, and be read out for nothing.
const LANGE = 400;

/**
 * @param {HTMLElement} stand live region
 * @param {HTMLElement} nochmal button that repeats a failed search
 * @param {DOMStringMap} worte its words `laedt` and `fehler`
 */
export function starteLauf(stand, nochmal, worte) {
  let nummer = 0;
  /** @type {() => void} */
  let wiederhole = () => {};
  nochmal.addEventListener("click", () => wiederhole());

  /**
   * @param {() => Promise<T>} arbeite
   * @param {(wert: T) => void} zeige called unless another search began meanwhile
   * @template T
   */
  async function suche(arbeite, zeige) {
    const meine = ++nummer;
    const uhr = setTimeout(() => {
      if (meine === nummer) stand.textContent = worte.laedt ?? "";
    }, LANGE);
    try {
      const wert = await arbeite();
      if (meine !== nummer) return;
      nochmal.hidden = true;
      zeige(wert);
    } catch {
      if (meine !== nummer) return;
      wiederhole = () => suche(arbeite, zeige);
      stand.textContent = worte.fehler ?? "";
      nochmal.hidden = false;
    } finally {
      clearTimeout(uhr);
    }
  }

  /** Forgets searches that are under way. */
  suche.verwirf = () => {
    nummer += 1;
    nochmal.hidden = true;
  };
  return suche;
}
