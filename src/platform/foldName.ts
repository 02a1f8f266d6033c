/** Letters that Unicode does not take apart into a base letter and a mark. */
const WHOLE_LETTERS: Record<string, string> = { ł: "l", đ: "d", ø: "o", ß: "ss", æ: "ae", œ: "oe", ı: "i" };

/**
 * The form in which names, aliases and search terms are compared: small letters without diacritics, hyphens and
 * apostrophes as spaces or nothing, single spaces. "Żółć-Łoś" → "zolc los", "O'Neil" → "oneil". Cyrillic stays Cyrillic.
 */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[łđøßæœı]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replace(/['’ʼ`´]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
