import { sql } from "kysely";
import { defineCommand, defineQuery, type Room } from "../../platform/command.ts";
import { conflictAccess } from "./access.ts";
import { decideConflict } from "./commands.ts";
import { ConflictList, DecideConflict, ListConflicts } from "./contract.ts";
import { conflictLines } from "./queries.ts";

export const conflictRoom: Room = {
  name: "conflict",
  commands: [
    defineCommand({
      type: "conflict.decide",
      v: 1,
      summary: "Decides what a field says of which two people said different things",
      payload: DecideConflict,
      verb: conflictAccess["conflict.decide"],
      offline: true,
      run: decideConflict,
    }),
  ],
  queries: [
    defineQuery({
      name: "conflict.list",
      method: "GET",
      path: "/conflicts",
      summary:
        "Fields of which two people said different things and nobody has decided, oldest first; of one record when named",
      input: ListConflicts,
      answer: ConflictList,
      verb: conflictAccess["conflict.list"],
      audit: (_input, { conflicts }) => ({
        detail: {
          conflicts: conflicts.map(({ id }) => id),
          people: [...new Set(conflicts.map(({ personId }) => personId))],
        },
      }),
      run: async (context, { recordId }) => ({
        conflicts: await conflictLines(
          context,
          recordId ? sql<boolean>`c.record_id = any (same_person(${recordId}))` : sql<boolean>`true`,
        ),
      }),
    }),
  ],
  downloads: [],
};
