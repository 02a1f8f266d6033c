import { expect, type Page } from "@playwright/test";
import { findByAxe } from "./axe.ts";

/** CSS pixels that a gloved thumb needs. */
const least = 48;

/** The smallest phone that a screen must fit, held in one hand. */
export const smallPhone = { width: 360, height: 640 };

/** What can be pressed and is smaller than a thumb, as `name WxH`. A field and its label are one target; a link in a sentence is none. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((min) => {
    const boxOf = (element: HTMLElement): DOMRect => {
      const label =
        element instanceof HTMLInputElement && /radio|checkbox|file/.test(element.type)
          ? element.closest("label")
          : null;
      return (label ?? element).getBoundingClientRect();
    };
    const inSentence = (element: HTMLElement) =>
      element.matches("p a, li p a, dd a") && (element.parentElement?.textContent ?? "") !== element.textContent;
    return [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [role=tab]")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: false }))
      .filter((element) => !element.closest("[inert]") && !inSentence(element))
      .map((element) => ({ element, box: boxOf(element) }))
      .filter(({ box }) => box.width > 1 && box.height > 1 && box.left > -1)
      .filter(({ box }) => Math.min(box.width, box.height) < min - 0.5)
      .map(({ element, box }) => {
        const name = element.getAttribute("aria-label") ?? (element.innerText || element.id || element.tagName);
        return `${name.trim().replaceAll(/\s+/g, " ").slice(0, 40)} ${Math.round(box.width)}x${Math.round(box.height)}`;
      });
  }, least);
}

/** The screen as it stands, at 360x640: targets for a thumb, the main act in the lower half without scrolling, readable in the dark. */
export async function expectForThumb(page: Page, name: string, mainAct?: string): Promise<void> {
  expect.soft(await smallTargets(page), `${name}: targets under ${least} px`).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(over, `${name} hangs over`).toBeLessThanOrEqual(0);
  if (mainAct) {
    const box = await page
      .getByRole("button", { name: mainAct })
      .or(page.getByRole("link", { name: mainAct }))
      .last()
      .boundingBox();
    expect
      .soft(
        box && box.y >= smallPhone.height / 3 && box.y + box.height <= smallPhone.height,
        `${name}: ${mainAct} in reach`,
      )
      .toBe(true);
  }
  // colours that still change to those of the dark are no fault; one that stays is
  const dim = expect.configure({ soft: true }).poll(() => findByAxe(page, ["color-contrast"]), {
    message: `${name}: readable in the dark`,
    intervals: [500],
    timeout: 30_000,
  });
  await dim.toEqual([]);
}
