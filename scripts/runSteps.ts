import { rmSync } from "node:fs";
import { reportsFolder, type Step } from "./steps.ts";

/**
 * Runs every step, one after another and also after a failure, and ends with the names of what failed and the line `N passed, N failed`:
 * the sum of the runners' counts. A failing step that counts no failure of its own (lint, build, a runner that broke down) adds one.
 */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  const total = { passed: 0, failed: 0 };
  const table: string[] = [];
  const failures: string[] = [];
  for (const { name, run } of steps) {
    console.log(`\n— ${name}`);
    const start = performance.now();
    const { ok, counts = { passed: 0, failed: 0, failures: [] } } = await run();
    total.passed += counts.passed;
    total.failed += ok ? counts.failed : Math.max(1, counts.failed);
    failures.push(...counts.failures);
    const good = ok && counts.failed === 0;
    const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(7);
    table.push(`${good ? "ok    " : "FAILED"} ${seconds} s  ${name}`);
    if (!good) process.exitCode = 1;
  }
  rmSync(reportsFolder, { recursive: true, force: true });
  if (failures.length > 0) console.log(`\nFailed:\n${failures.join("\n")}`);
  console.log(`\n${table.join("\n")}\n\n${total.passed} passed, ${total.failed} failed`);
}
