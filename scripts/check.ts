import { runSteps } from "./runSteps.ts";
import { checks } from "./steps.ts";

await runSteps([{ sideBySide: true, steps: checks }]);
