// Understands what somebody typed: words that matter, a Kennung such as „m 14“, folded spellings.

/** Words of questions; they say nothing about what is wanted. */
const FUELLWORTE = {
  de: new Set(
    ("aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bitte " +
      "brauche brauchen braucht da dabei damit dann darf das dass dazu dem den denn der des deshalb die dies diese " +
      "diesen dieser dieses doch dort du durch dürfen ein eine einem einen einer eines er es etwas euch " +
      "für gab geben gegen gehen geht gibt ging gleich haben habe hat hatte hier ich ihr ihre ihrer im in ins ist ja " +
      "jede jeden jeder kann kein keine keinen können könnte machen macht mache man mehr mein meine mich mir mit " +
      "muss müssen nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine sich sie sind so " +
      "soll sollen sollte sollten tun über um und uns unser unsere unserem unseren unserer unter viel viele vom von vor " +
      "wann warum was weil welche welchem welchen welcher welches wenn wer werden wem wen weg wie wieviel wieso will wir wird " +
      "wo wofür woher wohin womit wozu wollen wurde wurden während würde zu zum zur zwischen überhaupt eigentlich " +
      "fuer ueber koennen muessen duerfen waehrend").split(" "),
  ),
  en: new Set(
    ("a about all also am an and any are as at be been but by can could did do does for from get had has have how i if " +
      "in into is it its many may me more most much must my need not of on one or our shall should so some than that the their them " +
      "then there these they this those to too us was we were what when where which who whom whose why will with would you your").split(
      " ",
    ),
  ),
};
const WORT = /[\p{L}\p{N}]+(?:[-‐‑’'.][\p{L}\p{N}]+)*/gu;
const KENNUNG = /^(?:(ma(?:ß|ss)nahme|measure|vorlage|template|szenario|scenario)\s*)?([mts])?[\s.-]*0*(\d{1,2})$/iu;
const BUCHSTABE = /** @type {Record<string, string>} */ ({ m: "M", v: "T", t: "T", s: "S" });

/**
 * @typedef {object} Frage
 * @property {string[]} worte  words that matter, as typed
 * @property {string | null} kennung  in its printed form
 */

/**
 * @param {string} text
 * @param {string} sprache
 * @returns {Frage}
 */
export function verstehe(text, sprache) {
  const alle = text.normalize("NFC").match(WORT) ?? [];
  const fuellworte = sprache === "en" ? FUELLWORTE.en : FUELLWORTE.de;
  const worte = alle.filter((wort) => !fuellworte.has(wort.toLowerCase()) && (wort.length > 1 || alle.length === 1));
  // A question of nothing but such words is searched as it stands.
  return { worte: [...new Set(worte.length > 0 ? worte : alle)], kennung: kennung(text.trim()) };
}

/** @param {string} text @returns {string | null} */
function kennung(text) {
  const [, art, buchstabe, zahl] = KENNUNG.exec(text) ?? [];
  if (!zahl || !(art || buchstabe)) return null;
  const name = BUCHSTABE[(buchstabe ?? art[0]).toLowerCase()];
  const lang = art?.toLowerCase();
  const gross = buchstabe ? name : lang?.startsWith("me") || lang?.startsWith("ma") ? "M" : name;
  return gross === "S" ? `S${Number(zahl)}` : `${gross}${zahl.padStart(2, "0")}`;
}

/**
 * One spelling for „Maßnahme“, „Massnahme“ and „massnahme“, „Förderung“ and „Foerderung“.
 * @param {string} wort
 */
export function falte(wort) {
  return wort
    .toLowerCase()
    .replace(/ae|ä/g, "a")
    .replace(/oe|ö/g, "o")
    .replace(/(?<![aeq])ue|ü/g, "u")
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(/[\p{M}\-‐‑’'.]/gu, "");
}

/**
 * What a word sounds like, roughly: most typing errors of people who know the word vanish.
 * @param {string} gefaltet
 */
export function klang(gefaltet) {
  return gefaltet
    .replace(/ph/g, "f")
    .replace(/th|dt|d(?=$)/g, "t")
    .replace(/ck|c(?=[aourlk])|c(?!h)|k/g, "k")
    .replace(/v/g, "f")
    .replace(/y/g, "i")
    .replace(/ie/g, "i")
    .replace(/([aeiou])h/g, "$1")
    .replace(/tz/g, "z")
    .replace(/(.)\1+/g, "$1");
}
