import type { Room } from "../../platform/command.ts";

/** The room of the CIS month: what the month holds for each participant, the list of benefits, its payment and refund (F-40). */
export const benefitRoom: Room = {
  name: "benefit",
  commands: [],
  queries: [],
  downloads: [],
};
