/** Apart from contract.ts, so that a screen does not carry the schema library. */
export const projectKinds = ["KIS", "CIS", "OPEN_OFFER", "OTHER"] as const;

/** Levels of education that a criterion can name, lowest first. */
export const educationLevels = [
  "NONE_INCOMPLETE_PRIMARY",
  "PRIMARY",
  "LOWER_SECONDARY_GIMNAZJUM",
  "BASIC_VOCATIONAL",
  "SECONDARY_GENERAL",
  "SECONDARY_VOCATIONAL",
  "POST_SECONDARY",
  "HIGHER",
] as const;
