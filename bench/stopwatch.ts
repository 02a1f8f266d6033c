import type { Page } from "@playwright/test";

/** What the eye waits for: an element that is seen and holds the words. */
export type Sight = { selector: string; words?: string };

declare global {
  interface Window {
    stopwatch?: Promise<number>;
  }
}

/**
 * Milliseconds from the next tap or key on the page to the frame in which `sight` stands. The page measures itself: what the
 * bench and its messages to the browser take does not count.
 */
export async function timed(page: Page, act: () => Promise<unknown>, sight: Sight): Promise<number> {
  await page.evaluate(({ selector, words }) => {
    const seen = () =>
      [...document.querySelectorAll<HTMLElement>(selector)].some(
        (found) => found.checkVisibility() && (!words || found.innerText.includes(words)),
      );
    window.stopwatch = new Promise((done) => {
      const begin = (event: Event) => {
        for (const kind of ["click", "input", "submit"]) removeEventListener(kind, begin, true);
        const look = () => (seen() ? done(performance.now() - event.timeStamp) : requestAnimationFrame(look));
        requestAnimationFrame(look);
      };
      for (const kind of ["click", "input", "submit"]) addEventListener(kind, begin, true);
    });
  }, sight);
  await act();
  return page.evaluate(() => window.stopwatch ?? Number.NaN);
}

/** The same since the page began to load. */
export function sinceStart(page: Page, { selector, words }: Sight): Promise<number> {
  return page.evaluate(
    ([css, text]) =>
      new Promise<number>((done) => {
        const look = () =>
          [...document.querySelectorAll<HTMLElement>(css)].some(
            (found) => found.checkVisibility() && (!text || found.innerText.includes(text)),
          )
            ? done(performance.now())
            : requestAnimationFrame(look);
        look();
      }),
    [selector, words ?? ""] as const,
  );
}

/** Slows the page's main thread, as developer tools do. Workers keep their pace: their share is told apart. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/** The middle one of several runs. */
export async function median(runs: number, once: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await once());
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}
