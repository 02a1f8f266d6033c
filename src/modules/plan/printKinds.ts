/** As it is signed, the same in large print, for the person in plain words, and as a file for editing. */
export const prints = ["normal", "large", "plain", "edit"] as const;
export type Print = (typeof prints)[number];
