import { type Cadence, type ProgrammeModule, RADOM_CADENCE, RADOM_MODULES } from "./rules.ts";

/** A programme to start from: its modules with their hours, its rhythm and the size of its group. */
export type ProgrammeTemplate = {
  code: string;
  cadence: Cadence;
  capacity: number;
  modules: readonly ProgrammeModule[];
};

/** Source: docs/domain/rules.md R-PRG (S4): the Radom club, 439 hours in 38 weeks, groups of 30 (R-REC-02). */
export const PROGRAMME_TEMPLATES: readonly ProgrammeTemplate[] = [
  { code: "radom-kis", cadence: RADOM_CADENCE, capacity: 30, modules: RADOM_MODULES },
];
