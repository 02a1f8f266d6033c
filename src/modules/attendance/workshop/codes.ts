/** Habits of work that are graded every month, 1 to 5. Source: docs/domain/forms.md F-38 */
export const habits = ["PUNCTUALITY", "TEMPO", "QUALITY", "COOPERATION", "SAFETY"] as const;
export type Habit = (typeof habits)[number];
/** How somebody does a task: 0 not yet, 1 with help, 2 under watch, 3 alone, 4 teaches others. */
export const levels = [0, 1, 2, 3, 4] as const;
export type Level = (typeof levels)[number];
export const grades = [1, 2, 3, 4, 5] as const;
export type Grade = (typeof grades)[number];
export const opinionKinds = ["BONUS", "EXTENSION"] as const;
export type OpinionKind = (typeof opinionKinds)[number];
/** Tasks that a workshop practises at once: as many as one marks in five touches. Source: docs/domain/journeys.md J7 (5) */
export const tasksAtOnce = 5;
/** What keeps somebody from the machine: no valid fitness, a check that allows other work alone, no valid training. */
export const machineBars = ["FITNESS", "MACHINE_LIMIT", "SAFETY_TRAINING"] as const;
export type MachineBar = (typeof machineBars)[number];
