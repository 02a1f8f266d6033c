import { test as plain } from "@playwright/test";
import { houseHere } from "../house.ts";
import { forgetUsedCodes } from "./usedCodes.ts";
import { beginAnew } from "./world.ts";

/** The test of a journey: it begins in the demo world as it was made, whatever walked before it. */
export const test = plain.extend<{ worldAsMade: undefined }>({
  worldAsMade: [
    async ({ baseURL: _ }, walk) => {
      const house = houseHere();
      if (house) {
        await beginAnew(house.world);
        forgetUsedCodes();
      }
      await walk(undefined);
    },
    { auto: true },
  ],
});
