import { rmSync } from "node:fs";
import { type Print, type Step, type StepResult, scratchFolders } from "./steps.ts";

/** Steps that are taken side by side on two cores: what one prints comes whole once it has ended. Or one after another, shown as it goes. */
export type Stretch = { sideBySide: boolean; steps: readonly Step[] };

type Total = { passed: number; failed: number; table: string[]; failures: string[]; raced: string[] };

/**
 * Takes every step, also after a failure, and ends with the names of what failed and the line `N passed, N failed`: the sum of the runners'
 * counts. A failing step that counts no failure of its own (lint, build, a runner that broke down) adds one.
 */
export async function runSteps(stretches: readonly Stretch[]): Promise<void> {
  const total: Total = { passed: 0, failed: 0, table: [], failures: [], raced: [] };
  for (const { sideBySide, steps } of stretches) {
    const waiting = [...steps];
    const walk = async () => {
      for (let step = waiting.shift(); step; step = waiting.shift()) await take(step, total, sideBySide);
    };
    await (sideBySide ? Promise.all([walk(), walk()]) : walk());
  }
  for (const folder of scratchFolders()) rmSync(folder, { recursive: true, force: true });
  if (total.raced.length > 0) console.log(`\nPassed only when repeated:\n${total.raced.join("\n")}`);
  if (total.failures.length > 0) console.log(`\nFailed:\n${total.failures.join("\n")}`);
  console.log(`\n${total.table.join("\n")}\n\n${total.passed} passed, ${total.failed} failed`);
}

async function take({ name, run }: Step, total: Total, heldBack: boolean): Promise<void> {
  const held: string[] = [];
  const print: Print | undefined = heldBack ? (words) => held.push(words) : undefined;
  if (!heldBack) console.log(`\n— ${name}`);
  const start = performance.now();
  const { ok, counts = { passed: 0, failed: 0, failures: [] } }: StepResult = await run(print);
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(7);
  const good = ok && counts.failed === 0;
  const line = `${good ? "ok    " : "FAILED"} ${seconds} s  ${name}`;
  if (heldBack) console.log(`\n— ${name}\n${held.join("")}${good ? "" : `${line}\n`}`);
  total.passed += counts.passed;
  total.failed += ok ? counts.failed : Math.max(1, counts.failed);
  total.failures.push(...counts.failures, ...(ok || counts.failed > 0 ? [] : [name]));
  total.raced.push(...(counts.raced ?? []));
  total.table.push(line);
  if (!good) process.exitCode = 1;
}
