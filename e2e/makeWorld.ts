// Builds the pages and makes the demo world of the journeys in a folder: node e2e/makeWorld.ts <folder>
import { clearAfterKilledRuns } from "../src/platform/testing/scratch.ts";
import { makeWorld } from "./house.ts";

const [folder = ""] = process.argv.slice(2);
await clearAfterKilledRuns();
await makeWorld(folder);
console.log(`The demo world stands in ${folder}.`);
