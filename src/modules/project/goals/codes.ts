/** A project has one main aim; the others say what of it is done. Source: docs/domain/forms.md F-70 */
export const goalKinds = ["MAIN", "SPECIFIC"] as const;
export type GoalKind = (typeof goalKinds)[number];
