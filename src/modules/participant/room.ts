import { z } from "zod";
import { defineQuery, type Room, type WorkContext } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";
import { ratesOfPerson } from "../attendance/public.ts";
import { getPersonName } from "../person/public.ts";
import { participantAccess } from "./access.ts";
import { MineView } from "./contract.ts";

/** @throws Problem not_found `person.not_found` for an account that stands for nobody */
async function readMine(context: WorkContext): Promise<MineView> {
  const { personId } = context.actor;
  if (personId === null) throw new Problem("not_found", "person.not_found");
  const attendance = await ratesOfPerson(context, personId);
  return {
    personId,
    name: await getPersonName(context, personId),
    attendance: attendance.map(({ groupId, groupName, percent }) => ({ groupId, groupName, percent })),
  };
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
  ],
  downloads: [],
};
