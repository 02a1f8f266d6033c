import { foldName } from "../foldName.ts";

export const wordsOfPhrase = 4;

/** As many words as the list offers, whatever the case, the diacritics and the spaces. */
export const isWholePhrase = (phrase: string): boolean => foldName(phrase).split(" ").length >= wordsOfPhrase;

export const isPin = (pin: string): boolean => /^\d{4,8}$/.test(pin);
