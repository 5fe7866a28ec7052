// Where the index of the offline edition lies, and for whom.

// Words of an excerpt.
export const AUSZUG = 22;

export const eigeneSprache = () => (document.documentElement.lang || "de").slice(0, 2);

/** @param {string} wurzel relative address of the site root */
export const ordner = (wurzel) => new URL("assets/suche/", new URL(wurzel || "./", document.baseURI));
