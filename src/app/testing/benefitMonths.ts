import { makeListCommands } from "../../modules/benefit/list/commands.ts";
import { makeListQueries } from "../../modules/benefit/list/queries.ts";
import type { MonthFacts } from "../../modules/benefit/list/source.ts";
import { benefitRoom } from "../../modules/benefit/room.ts";
import type { Room } from "../../platform/command.ts";

/** The benefit room whose lists are computed from months that a test says itself. */
export function benefitRoomOf(factsOf: MonthFacts): Room {
  const [commands, queries] = [makeListCommands(factsOf), makeListQueries(factsOf)];
  return {
    ...benefitRoom,
    commands: benefitRoom.commands.map((one) => commands.find(({ type }) => type === one.type) ?? one),
    queries: benefitRoom.queries.map((one) => queries.find(({ name }) => name === one.name) ?? one),
  };
}
