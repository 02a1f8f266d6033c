/** Words as the build lets them go out: for each how many letters it shares with the one before, A for none, and the rest. "abym", "abyś": "AabymDś". */
export function packed(words: readonly string[]): string {
  return words
    .map((word, index) => {
      const before = words[index - 1] ?? "";
      let shared = 0;
      while (shared < word.length && before[shared] === word[shared]) shared++;
      return String.fromCharCode(65 + shared) + word.slice(shared);
    })
    .join("");
}

/** The words that `packed` was given, none of them with a capital letter. */
export function unpacked(text: string): readonly string[] {
  let last = "";
  return text.split(/(?=[A-Z])/).map((part) => (last = last.slice(0, part.charCodeAt(0) - 65) + part.slice(1)));
}
