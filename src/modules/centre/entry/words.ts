import type { Translate } from "../../../platform/messages.ts";
import { type Condition, type Criterion, conditions, type Finding, type TargetGroup, targetGroups } from "./codes.ts";
import type { entryMessages } from "./messages.ts";

type T = Translate<typeof entryMessages>;

export const isGround = (criterion: Criterion): criterion is TargetGroup =>
  (targetGroups as readonly Criterion[]).includes(criterion);

/** What goes with every ground. */
export const isCondition = (criterion: Criterion): criterion is Condition =>
  (conditions as readonly Criterion[]).includes(criterion);

export function criterionWord(t: T, criterion: Criterion): string {
  if (isCondition(criterion)) return t(`condition.${criterion}`);
  return isGround(criterion) ? t(`group.${criterion}`) : t(`exclusion.${criterion}`);
}

/** Of a ground and what goes with it: met or not; of a benefit: entitled or not. */
export function findingWord(t: T, criterion: Criterion, finding: Finding): string {
  return isGround(criterion) || isCondition(criterion) ? t(`finding.${finding}`) : t(`entitled.${finding}`);
}
