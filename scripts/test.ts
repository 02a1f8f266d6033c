import { runSteps } from "./runSteps.ts";
import { checks, groundwork, tests } from "./steps.ts";

await runSteps([
  { sideBySide: true, steps: [...groundwork, ...checks] },
  { sideBySide: false, steps: tests },
]);
