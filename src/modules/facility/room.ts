import { z } from "zod";
import { defineQuery, type Room } from "../../platform/command.ts";
import { facilityAccess } from "./access.ts";
import { facilityCommands } from "./commands.ts";
import { FreePlacesView } from "./contract.ts";
import { listFree } from "./places.ts";

export const facilityRoom: Room = {
  name: "facility",
  commands: facilityCommands,
  queries: [
    defineQuery({
      name: "place.list-free",
      method: "GET",
      path: "/places/free",
      summary: "Free places by house as of now, without anybody's name",
      input: z.strictObject({}),
      answer: FreePlacesView,
      verb: facilityAccess["place.list-free"],
      audit: null,
      run: listFree,
    }),
  ],
  downloads: [],
};
