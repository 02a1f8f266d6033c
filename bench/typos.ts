/** Numbers that are the same for the same seed, 0 inclusive to 1 exclusive. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const letters = "abcdefghijklłmnoprstuwyzż";

/** A word as somebody mistypes it: one letter left out, doubled, changed, or two changed places; never the first letter's. */
export function misspell(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word[at] ?? "", word.slice(at + 1)];
  const other = letters[Math.floor(random() * letters.length)] ?? "a";
  const forms = [
    before + after,
    before + letter + letter + after,
    before + other + after,
    before + (after[0] ?? "") + letter + after.slice(1),
  ];
  return forms[Math.floor(random() * forms.length)] ?? word;
}
