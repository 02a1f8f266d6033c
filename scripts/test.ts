import { runSteps } from "./runSteps.ts";
import { checks, tests } from "./steps.ts";

await runSteps([...checks, ...tests]);
