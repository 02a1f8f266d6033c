import { z } from "zod";
import { defineQuery, type Room, type WorkContext } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";
import { ratesOfPerson } from "../attendance/public.ts";
import { ownBenefits } from "../benefit/public.ts";
import { getPersonName } from "../person/public.ts";
import { participantAccess } from "./access.ts";
import { MineBenefits, MinePromises, MineView } from "./contract.ts";
import { readPromises } from "./promises.ts";

/** @throws Problem not_found `person.not_found` for an account that stands for nobody */
function ownPersonId({ actor }: WorkContext): string {
  if (actor.personId === null) throw new Problem("not_found", "person.not_found");
  return actor.personId;
}

async function readMine(context: WorkContext): Promise<MineView> {
  const personId = ownPersonId(context);
  const attendance = await ratesOfPerson(context, personId);
  return {
    personId,
    name: await getPersonName(context, personId),
    attendance: attendance.map(({ groupId, groupName, percent }) => ({ groupId, groupName, percent })),
  };
}

async function readOwnBenefits(context: WorkContext): Promise<MineBenefits> {
  const personId = ownPersonId(context);
  return { personId, months: await ownBenefits(context, personId) };
}

export const participantRoom: Room = {
  name: "participant",
  commands: [],
  queries: [
    defineQuery({
      name: "mine.read",
      method: "GET",
      path: "/mine",
      summary: "The participant's own name and attendance",
      input: z.strictObject({}),
      answer: MineView,
      verb: participantAccess["mine.read"],
      audit: (_, { personId }) => ({ objectType: "person", objectId: personId, personId, section: "ATTENDANCE" }),
      run: readMine,
    }),
    defineQuery({
      name: "mine.read-promises",
      method: "GET",
      path: "/mine/promises",
      summary: "What the participant and others promised, own goals, and where plan, contract and programme stand",
      input: z.strictObject({}),
      answer: MinePromises,
      verb: participantAccess["mine.read-promises"],
      audit: (_, { personId }) => ({ objectType: "person", objectId: personId, personId, section: "SOCIAL" }),
      run: (context) => readPromises(context, ownPersonId(context)),
    }),
    defineQuery({
      name: "mine.read-benefits",
      method: "GET",
      path: "/mine/benefits",
      summary: "The participant's own approved benefits, month by month, with why",
      input: z.strictObject({}),
      answer: MineBenefits,
      verb: participantAccess["mine.read-benefits"],
      audit: (_, { personId }) => ({ objectType: "person", objectId: personId, personId, section: "BENEFIT" }),
      run: readOwnBenefits,
    }),
  ],
  downloads: [],
};
