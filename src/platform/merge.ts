/** A field that both sides changed to different values since the sender looked. */
export type FieldConflict = { field: string; theirs: unknown; yours: unknown };

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/**
 * Three-way merge of an edit, field by field. A field goes through when nobody changed it after version `base`, and when
 * both sides changed it to the same value; everything else is a conflict that shows both values.
 *
 * @param changedIn which version last changed a field; a field that is not there has been the same since version 1
 * @returns `changes`: the fields whose value becomes another one
 */
export function mergeFields<T extends object>(edit: {
  base: number;
  changedIn: Readonly<Record<string, number>>;
  current: T;
  patch: Partial<T>;
}): { changes: Partial<T>; conflicts: FieldConflict[] } {
  const changes: Partial<T> = {};
  const conflicts: FieldConflict[] = [];
  for (const field of Object.keys(edit.patch) as (keyof T & string)[]) {
    const theirs = edit.current[field];
    const yours = edit.patch[field];
    if (yours === undefined || same(theirs, yours)) continue;
    if ((edit.changedIn[field] ?? 1) > edit.base) conflicts.push({ field, theirs: theirs ?? null, yours });
    else changes[field] = yours;
  }
  return { changes, conflicts };
}
