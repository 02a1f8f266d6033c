/**
 * Code of a commune in the TERYT register: six digits name it, a seventh tells its town and country parts apart and need not be
 * known. Source: docs/domain/glossary.md 214
 */
export const terytPattern = /^\d{6,7}$/;

/** Whether a text as typed is a commune's code; white space around it is none of its characters. */
export function isTeryt(text: string): boolean {
  return terytPattern.test(text.trim());
}
