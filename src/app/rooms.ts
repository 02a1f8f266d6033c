import { assessmentRoom } from "../modules/assessment/room.ts";
import { caseworkRoom } from "../modules/casework/room.ts";
import { organisationRoom } from "../modules/organisation/room.ts";
import { personRoom } from "../modules/person/room.ts";
import type { Room } from "../platform/command.ts";

/** All rooms, lower floors first. The only list of them on the server. */
export const rooms: readonly Room[] = [organisationRoom, personRoom, caseworkRoom, assessmentRoom];

export const commands = rooms.flatMap((room) => room.commands);
export const queries = rooms.flatMap((room) => room.queries);
export const downloads = rooms.flatMap((room) => room.downloads);
