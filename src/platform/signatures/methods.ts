// Code lists without further imports, so that screens load nothing else with them.

/** A stylus picture is none of them. Source: docs/domain/rules.md R-DOC-01. */
export const signatureMethods = ["WET", "QUALIFIED", "TRUSTED_PROFILE", "PERSONAL"] as const;
export type SignatureMethod = (typeof signatureMethods)[number];
/** PERSONAL: by the chip of an identity card (podpis osobisty). */
export const electronicMethods = ["QUALIFIED", "TRUSTED_PROFILE", "PERSONAL"] as const;
