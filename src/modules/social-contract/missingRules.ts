export type MissingWords =
  | "contract.missing_goals"
  | "contract.missing_main_goal"
  | "contract.missing_specific_goal"
  | "contract.missing_effect"
  | "contract.missing_situation"
  | "contract.missing_resources"
  | "contract.missing_barriers"
  | "contract.missing_unemployment";

/** What the form asks for beside what `refuseSigning` looks at. */
export interface AskedWords {
  goals: readonly { rank: "MAIN" | "SPECIFIC"; what: string; effect: string | null }[];
  situation: string | null;
  resources: string | null;
  barriers: string | null;
  /** Part IB is asked of the variant IB with an unemployed person. */
  variant: "IA_IIA" | "IB_IIB";
  unemployed: boolean;
  unemployment: string | null;
}

const isEmpty = (words: string | null): boolean => (words ?? "").trim() === "";

/**
 * What the form asks for and nobody has written yet, in the order of the form; empty = all is there. It is listed and
 * blocks nothing: what blocks is what `refuseSigning` names. Source: docs/domain/forms.md F-28, column Req.
 */
export function missingWords(asked: AskedWords): readonly MissingWords[] {
  const { goals: all, situation, resources, barriers } = asked;
  const missing: MissingWords[] = [];
  const goals = all.filter(({ what }) => !isEmpty(what));
  if (goals.length === 0) missing.push("contract.missing_goals");
  else {
    if (!goals.some(({ rank }) => rank === "MAIN")) missing.push("contract.missing_main_goal");
    if (!goals.some(({ rank }) => rank === "SPECIFIC")) missing.push("contract.missing_specific_goal");
    if (goals.some(({ effect }) => isEmpty(effect))) missing.push("contract.missing_effect");
  }
  if (isEmpty(situation)) missing.push("contract.missing_situation");
  if (isEmpty(resources)) missing.push("contract.missing_resources");
  if (isEmpty(barriers)) missing.push("contract.missing_barriers");
  if (asked.variant === "IB_IIB" && asked.unemployed && isEmpty(asked.unemployment))
    missing.push("contract.missing_unemployment");
  return missing;
}
