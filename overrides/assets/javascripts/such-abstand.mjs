// How many typing errors lie between two words.

/**
 * Damerau-Levenshtein distance (adjacent letters swapped count once), up to a limit.
 * @param {string} a
 * @param {string} b
 * @param {number} grenze
 * @returns {number} more than `grenze` if the words are further apart
 */
export function abstand(a, b, grenze) {
  if (Math.abs(a.length - b.length) > grenze) return grenze + 1;
  /** @type {number[]} */
  let vorletzte = [];
  let letzte = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const zeile = [i];
    let kleinste = i;
    for (let j = 1; j <= b.length; j++) {
      const gleich = a[i - 1] === b[j - 1] ? 0 : 1;
      let wert = Math.min(letzte[j] + 1, zeile[j - 1] + 1, letzte[j - 1] + gleich);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        wert = Math.min(wert, vorletzte[j - 2] + 1);
      }
      zeile.push(wert);
      kleinste = Math.min(kleinste, wert);
    }
    if (kleinste > grenze) return grenze + 1;
    vorletzte = letzte;
    letzte = zeile;
  }
  return letzte[b.length];
}
