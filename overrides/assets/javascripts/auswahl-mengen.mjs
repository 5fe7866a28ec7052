// Sets of records as bits: record n is bit n % 8 of byte n / 8, as the index files write them.

const BITS = Uint8Array.from({ length: 256 }, (_, zahl) => {
  let bits = 0;
  for (let rest = zahl; rest; rest >>= 1) bits += rest & 1;
  return bits;
});

/** @param {number} anzahl */
export function alle(anzahl) {
  const menge = new Uint8Array(Math.ceil(anzahl / 8)).fill(255);
  if (anzahl % 8) menge[menge.length - 1] = (1 << anzahl % 8) - 1;
  return menge;
}

/** @param {number} anzahl @param {number[]} stellen */
export function aus(anzahl, stellen) {
  const menge = new Uint8Array(Math.ceil(anzahl / 8));
  for (const n of stellen) menge[n >> 3] |= 1 << (n & 7);
  return menge;
}

/** @param {Uint8Array} a @param {Uint8Array} b */
export const und = (a, b) => a.map((byte, n) => byte & b[n]);

/** @param {Uint8Array} a @param {Uint8Array} b */
export const oder = (a, b) => a.map((byte, n) => byte | b[n]);

/** @param {Uint8Array} menge */
export function zahl(menge) {
  let summe = 0;
  for (const byte of menge) summe += BITS[byte];
  return summe;
}

/** @param {Uint8Array} menge @param {number} n */
export const hat = (menge, n) => (menge[n >> 3] & (1 << (n & 7))) !== 0;

/**
 * Records that bear, for every facet, one of its chosen values; `ausser` is left out of account.
 * @param {Uint8Array} grund
 * @param {Map<string, Map<string, Uint8Array>>} merkmale
 * @param {{ name: string, wert: string }[]} gewaehlt
 * @param {string} [ausser]
 */
export function treffer(grund, merkmale, gewaehlt, ausser) {
  let ergebnis = grund;
  for (const [name, werte] of merkmale) {
    const eigene = gewaehlt.filter((w) => w.name === name && name !== ausser);
    if (!eigene.length) continue;
    const leer = new Uint8Array(grund.length);
    ergebnis = und(ergebnis, eigene.reduce((m, w) => oder(m, werte.get(w.wert) ?? leer), leer));
  }
  return ergebnis;
}
