import type { Page } from "@playwright/test";

/** What people or programs might write into a field so that it runs where it is read. Each would set `window.ran`. */
export const hostileTexts = [
  '<script>window.ran="script"</script>',
  '<img src=x onerror="window.ran=1">',
  '"><svg/onload=window.ran=1>',
  "javascript:window.ran=1",
  "' onfocus=window.ran=1 autofocus='",
  "{{constructor.constructor('window.ran=1')()}}",
  "${window.ran=1}",
  '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
  '<a href="https://elsewhere.example/">tu</a><base href="https://elsewhere.example/">',
  "\u202Eenoemod\u202C <b onmouseover=window.ran=1>x</b>",
  "<math><mtext></table><style><img src=x onerror=window.ran=1></style>",
  '=HYPERLINK("javascript:window.ran=1")',
] as const;

/** Words that a person wrote, as far as an answer shows it: no id, code, day, instant, number. */
function isFreeText(text: string): boolean {
  if (!/\p{L}/u.test(text) || /^[0-9a-f-]{36}$/.test(text)) return false;
  return /\s/.test(text) || /[^\x20-\x7e]/.test(text) || /^[A-Z][a-z]/.test(text);
}

/** Puts a hostile text beside every free text of an answer. Answers how many there were. */
function spoilTexts(value: unknown, next: () => string): unknown {
  if (typeof value === "string") return isFreeText(value) ? `${next()} ${value}`.slice(0, 400) : value;
  if (Array.isArray(value)) return value.map((one) => spoilTexts(one, next));
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, spoilTexts(part, next)]));
  return value;
}

/** From now on every answer the page reads is as if each of its texts had been written by somebody hostile. */
export async function spoilAnswers(page: Page): Promise<{ texts: number }> {
  const spoilt = { texts: 0 };
  await page.route("**/api/**", async (route) => {
    const answer = await route.fetch();
    if (!answer.headers()["content-type"]?.includes("json") || !answer.ok()) return route.fulfill({ response: answer });
    const next = () => hostileTexts[spoilt.texts++ % hostileTexts.length] ?? "";
    return route.fulfill({ response: answer, json: spoilTexts(await answer.json(), next) });
  });
  return spoilt;
}

/** Addresses that the page leads to, one for each kind of page: ids count as the same. */
export async function linksOf(page: Page): Promise<Map<string, string>> {
  const hrefs = await page
    .locator("a[href]")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const kinds = new Map<string, string>();
  for (const href of hrefs)
    if (href.startsWith("/") && !href.startsWith("/api/")) {
      const kind = (href.split("?")[0] ?? "").replace(/[0-9a-f-]{36}/g, ":id");
      if (!kinds.has(kind)) kinds.set(kind, href);
    }
  return kinds;
}

/** What ran, or would run when pressed, on the page as it stands. */
export function whatRan(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    if ("ran" in window) found.push("a script of a text ran");
    for (const link of document.querySelectorAll("a[href], form[action], iframe, base, script:not([src])")) {
      const where = link.getAttribute("href") ?? link.getAttribute("action") ?? link.tagName;
      if (/^\s*(javascript|data|vbscript):|elsewhere\.example/i.test(where) || !/^(a|form)$/i.test(link.tagName))
        found.push(`${link.tagName} ${where}`.slice(0, 100));
    }
    return found;
  });
}
