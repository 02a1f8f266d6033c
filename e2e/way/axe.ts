import type { Page } from "@playwright/test";
import axe, { type AxeResults } from "axe-core";

/**
 * What axe finds on the page as it stands, by all its rules or by `rules` alone: `rule`, how often, the first place. It runs in
 * the page itself: nothing of ours frames another origin, and going round by a blank page costs five times as much.
 */
export async function findByAxe(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const options = { resultTypes: ["violations"], preload: false, ...(rules ? { runOnly: rules } : {}) };
  const { violations } = await page.evaluate(
    (how): Promise<AxeResults> => Reflect.get(window, "axe").run(document, how),
    options,
  );
  return violations.map(({ id, nodes }) => `${id} ${nodes.length}x ${nodes[0]?.html.slice(0, 300)}`);
}
