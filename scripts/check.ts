import { runSteps } from "./runSteps.ts";
import { checks } from "./steps.ts";

await runSteps(checks);
