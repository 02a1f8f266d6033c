import { wordsOfPhrase } from "./phraseForm.ts";
import { phraseWords } from "./phraseWords.ts";

export const bitsOfPhrase = Math.log2(phraseWords.length) * wordsOfPhrase;

/** Four words by chance, each of the list equally likely: 51 bits. */
export function newPhrase(random: (most: number) => number = below): string {
  return Array.from({ length: wordsOfPhrase }, () => phraseWords[random(phraseWords.length)] ?? "").join(" ");
}

/** A number from 0 to `most` less 1, without the slope that a remainder has. */
function below(most: number): number {
  const edge = 2 ** 32 - (2 ** 32 % most);
  for (;;) {
    const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (number < edge) return number % most;
  }
}
