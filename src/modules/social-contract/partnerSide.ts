import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import { unsealText } from "../../platform/keys/sealedText.ts";
import type { SharedPart } from "../partnership/contract.ts";
import type { SideSource } from "../partnership/public.ts";
import { contractAccess } from "./access.ts";
import type { DutyResult } from "./codes.ts";
import { requireContract } from "./contractRecord.ts";
import { textPurpose } from "./sealedText.ts";

const resultOf = { KEPT: "DONE", PARTLY: "PARTLY", NOT: "NOT_DONE", NO_LONGER_RELEVANT: "NO_LONGER_RELEVANT" } as const;

type Line = { id: string; sealed: string };
type Row = Omit<SharedPart, "type" | "duties" | "goals"> & {
  organisationId: string;
  duties: (Line & Pick<SharedPart["duties"][number], "dueOn"> & { result: DutyResult | null })[];
  goals: Line[];
};

/** The third party of a contract reads what it promised itself, and the goals that were opened with it. Source: docs/domain/rules.md R-SC-03, R-GDPR-02 */
export const leadOfContract: SideSource = {
  type: "contract",
  async requireSides(context, id) {
    const { personId, parties, goals } = await requireContract(context, contractAccess["contract.write"], id);
    const sides = parties.filter(({ side }) => side === "LEAD").map(({ side }) => side);
    return { personId, sides, goalIds: goals.map((goal) => goal.id) };
  },
  async readParts(context: WorkContext, shareId) {
    const { rows } = await sql<Row>`select * from shared_contract_part(${shareId})`.execute(context.tx);
    return rows.map(({ organisationId, ...part }) => {
      const open = ({ id, sealed }: Line) =>
        unsealText(context, textPurpose, `${id}/what`, Buffer.from(sealed, "base64"), organisationId);
      return {
        ...part,
        duties: part.duties.map((duty) => ({
          id: duty.id,
          what: open(duty),
          dueOn: duty.dueOn,
          result: duty.result && resultOf[duty.result],
        })),
        goals: part.goals.map((goal) => ({ id: goal.id, what: open(goal) })),
      };
    });
  },
};
