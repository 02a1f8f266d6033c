import { type Reach, type Role, roles } from "../../src/platform/access.ts";
import { allVerbs, type Verb } from "./predicates.ts";

const steps: readonly Reach[] = ["own", "team", "unit", "organisation"];

/** One wrong line of the policy: a role that lost a verb, or whose reach grew by one step (none becomes `own`). */
export type Mutant = { name: string; verb: Verb; role: Role; to: Reach | undefined };

/** Every mutant of every entry: the entry removed, and raised by one step where there is one. A verb shared by operations is one. */
export function mutants(): Mutant[] {
  return allVerbs.flatMap(({ name, verb }) =>
    roles.flatMap((role): Mutant[] => {
      const reach = verb[role];
      if (reach === undefined) return [];
      const raised = steps[steps.indexOf(reach) + 1];
      const removed: Mutant = { name: `${name} ${role} removed`, verb, role, to: undefined };
      return raised ? [removed, { name: `${name} ${role} ${reach} > ${raised}`, verb, role, to: raised }] : [removed];
    }),
  );
}

/** Every role given a verb that it does not have, with the smallest reach. */
export function intruders(): Mutant[] {
  return allVerbs.flatMap(({ name, verb }) =>
    roles
      .filter((role) => verb[role] === undefined)
      .map((role) => ({ name: `${name} ${role} added`, verb, role, to: "own" as const })),
  );
}

/** Runs `work` while the policy is wrong, then puts it right. */
export async function withMutant<T>({ verb, role, to }: Mutant, work: () => T | Promise<T>): Promise<T> {
  const before = verb[role];
  set(verb, role, to);
  try {
    return await work();
  } finally {
    set(verb, role, before);
  }
}

function set(verb: Verb, role: Role, reach: Reach | undefined): void {
  if (reach === undefined) delete verb[role];
  else verb[role] = reach;
}
