/** Fields of the list in which two versions of one thing differ, compared by content, in the order of the list. */
export function fieldsThatDiffer<T extends object>(before: T, after: T, fields: readonly (keyof T & string)[]) {
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
