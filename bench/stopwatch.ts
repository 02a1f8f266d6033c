import type { Page } from "@playwright/test";

/** What the eye waits for: an element that is seen, holds the words and does not hold the others. */
export type Sight = { selector: string; words?: string; without?: string };

/** After this nothing is waited for any more: the time is infinite. */
const longestMs = 60_000;

declare global {
  interface Window {
    stopwatch?: { isSeen(sight: Sight): boolean; time?: Promise<number> };
  }
}

/** Puts the means to look into the page as it stands. */
function equip(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.stopwatch ??= {
      isSeen: ({ selector, words, without }) =>
        [...document.querySelectorAll<HTMLElement>(selector)].some(
          (found) =>
            found.checkVisibility() &&
            (!words || found.innerText.includes(words)) &&
            !(without && found.innerText.includes(without)),
        ),
    };
  });
}

/**
 * Milliseconds from the next tap or key on the page to the frame in which `sight` stands. The page measures itself, and looks only
 * in frames after something changed: what the bench and its messages to the browser take does not count.
 */
export async function timed(page: Page, act: () => Promise<unknown>, sight: Sight): Promise<number> {
  await equip(page);
  await page.evaluate(
    ([wanted, most]) => {
      const kinds = ["click", "input", "submit"];
      const time = new Promise<number>((done) => {
        const begin = (event: Event) => {
          for (const kind of kinds) removeEventListener(kind, begin, true);
          let isAsked = false;
          const ask = () => {
            if (!isAsked) requestAnimationFrame(look);
            isAsked = true;
          };
          const changes = new MutationObserver(ask);
          const end = (took: number) => {
            changes.disconnect();
            done(took);
          };
          const look = () => {
            isAsked = false;
            if (window.stopwatch?.isSeen(wanted)) end(performance.now() - event.timeStamp);
          };
          changes.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
          setTimeout(() => end(Number.POSITIVE_INFINITY), most);
          ask();
        };
        for (const kind of kinds) addEventListener(kind, begin, true);
      });
      if (window.stopwatch) window.stopwatch.time = time;
    },
    [sight, longestMs] as const,
  );
  await act();
  return page.evaluate(() => window.stopwatch?.time ?? Number.NaN);
}

/** The same since the page began to load. */
export async function sinceStart(page: Page, sight: Sight): Promise<number> {
  await equip(page);
  const search = ([wanted, most]: readonly [Sight, number]) =>
    new Promise<number>((done) => {
      const look = () => {
        if (window.stopwatch?.isSeen(wanted)) done(performance.now());
        else if (performance.now() > most) done(Number.POSITIVE_INFINITY);
        else requestAnimationFrame(look);
      };
      look();
    });
  return page.evaluate(search, [sight, longestMs] as const);
}

/** Slows the page's main thread, as developer tools do. Workers keep their pace: their share is told apart. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/** The middle one of several times. */
export function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
