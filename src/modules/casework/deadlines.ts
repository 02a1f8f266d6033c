import { z } from "zod";
import { defineQuery, type WorkContext } from "../../platform/command.ts";
import { addDays } from "../../platform/time/plainDate.ts";
import { caseworkAccess } from "./access.ts";
import { DeadlineLine } from "./contract.ts";
import { openTasks } from "./tasks.ts";

const daysAhead = 30;

/**
 * What has a last day within 30 days or has passed it, soonest first: my tasks and those of my units that nobody owns.
 * Deadlines that rules compute (R-INT-01, R-INT-02, R-INF-01) come out of the registers that hold their facts.
 */
async function myDeadlines(context: WorkContext): Promise<DeadlineLine[]> {
  const horizon = addDays(context.today, daysAhead);
  const tasks = await openTasks(context, "both");
  return tasks.flatMap(({ id, personId, personName, kind, text, detail, dueOn, ownerId }) =>
    dueOn === null || dueOn > horizon
      ? []
      : [{ id, taskId: id, personId, personName, kind, text, detail, dueOn, mine: ownerId !== null }],
  );
}

export const deadlineQueries = [
  defineQuery({
    name: "deadline.list-mine",
    method: "GET",
    path: "/deadlines/mine",
    summary: "What I have to keep within 30 days, and what is late; soonest first",
    input: z.strictObject({}),
    answer: z.object({ deadlines: z.array(DeadlineLine) }),
    verb: caseworkAccess["task.read"],
    audit: null,
    run: async (context) => ({ deadlines: await myDeadlines(context) }),
  }),
];
