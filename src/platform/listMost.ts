/** The most lines that a list without pages answers; a table that holds so many says that it may be cut. Source: docs/threat-model.md C60 */
export const listMost = 2_000;
