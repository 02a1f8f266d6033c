/** What can be decided: the value that stands, the one from the device, another one. Apart from the contract: a phone keeps it. */
export const choices = ["THEIRS", "MINE", "OTHER"] as const;
