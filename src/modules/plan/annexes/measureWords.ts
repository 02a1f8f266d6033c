import type { Lang, Translate } from "../../../platform/messages.ts";
import { type PlanMeasure, targetUnits } from "./codes.ts";
import type { MeasureFigures } from "./contract.ts";
import type { annexMessages } from "./messages.ts";

type T = Translate<typeof annexMessages>;
type Figure = MeasureFigures["figures"][number];

/** A chosen measure with what is aimed at, where that was said. */
export function measureText(t: T, lang: Lang, measure: PlanMeasure, target: number | undefined): string {
  const name = t(`measure.${measure}`);
  return target === undefined
    ? name
    : t("target.of", {
        measure: name,
        target: t(`target.${targetUnits[measure]}`, { count: target.toLocaleString(lang) }),
      });
}

/** What was measured: of how much, and in per cent where the target is one. */
export function figureText(t: T, lang: Lang, { measure, count, of }: Figure): string {
  const said = count.toLocaleString(lang);
  if (of === null) return said;
  const whole = t("figure.of", { count: said, all: of.toLocaleString(lang) });
  if (targetUnits[measure] !== "PERCENT" || of === 0) return whole;
  return `${whole} (${t("target.PERCENT", { count: Math.floor((count / of) * 100) })})`;
}

/** A skill with its level from 0 to 3. */
export const skillText = (t: T, { skill, level }: { skill: string; level: number }): string =>
  t("level.skill", { skill, level });
