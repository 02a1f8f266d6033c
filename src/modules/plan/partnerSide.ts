import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import type { SharedPart } from "../partnership/contract.ts";
import type { SideSource } from "../partnership/public.ts";
import { planAccess } from "./access.ts";
import { open, purposes, readGoals, readTasks, requirePlan } from "./store.ts";

/** Sides that one organisation has; a task of "a partner" names none, so it is opened to none. */
const partnerSides = ["SHELTER", "LEAD_ORGANISATION"];

type Line = { id: string; sealed: string };
type Row = Omit<SharedPart, "type" | "duties" | "goals"> & {
  organisationId: string;
  duties: (Line & Pick<SharedPart["duties"][number], "dueOn" | "result">)[];
  goals: Line[];
};

/** A shelter or lead organisation of another house reads the tasks of its own side, and the goals that were opened with it. Source: docs/domain/rules.md R-GDPR-02 */
export const sidesOfPlan: SideSource = {
  type: "plan",
  async requireSides(context, id) {
    const { personId } = await requirePlan(context, planAccess["plan.write"], id);
    const tasks = await readTasks(context, id);
    const sides = partnerSides.filter((side) => tasks.some((task) => task.side === side));
    return { personId, sides, goalIds: (await readGoals(context, id)).map((goal) => goal.id) };
  },
  async readParts(context: WorkContext, shareId) {
    const { rows } = await sql<Row>`select * from shared_plan_part(${shareId})`.execute(context.tx);
    return rows.map(({ organisationId, ...part }) => {
      const words = (purpose: string, { id, sealed }: Line) =>
        open(context, purpose, id, Buffer.from(sealed, "base64"), organisationId) as { what: string; text: string }; // sealed by this room: a task's words, or a goal's
      return {
        ...part,
        duties: part.duties.map((task) => ({
          id: task.id,
          what: words(purposes.task, task).what,
          dueOn: task.dueOn,
          result: task.result,
        })),
        goals: part.goals.map((goal) => ({ id: goal.id, what: words(purposes.goal, goal).text })),
      };
    });
  },
};
