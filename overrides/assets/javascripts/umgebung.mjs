// How scripts get at files and pages of the site where it runs. The offline edition brings its own
// version of this module, because pages opened from a folder may not fetch anything.

/**
 * @param {string | URL} adresse
 * @param {RequestInit} [angaben]
 */
async function hole(adresse, angaben) {
  const antwort = await fetch(adresse, angaben);
  if (!antwort.ok) throw new Error(`${antwort.status} ${adresse}`);
  return antwort;
}

/**
 * @param {string | URL} adresse
 * @param {RequestInit} [angaben]
 * @returns {Promise<any>}
 */
export const holeJson = async (adresse, angaben) => (await hole(adresse, angaben)).json();

/** @param {string | URL} adresse */
export const holeText = async (adresse) => (await hole(adresse)).text();

/**
 * The address under which a page is opened: on a server, that of its folder.
 * @param {string} adresse
 */
export const seitenadresse = (adresse) => adresse;
