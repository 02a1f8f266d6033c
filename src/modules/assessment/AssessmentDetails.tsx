import { Definitions } from "../../platform/ui/Definitions.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import {
  levelText,
  monthsWithoutWork,
  riskLines,
  type SaidLine,
  socialLines,
  talkLines,
  therapistLines,
  vocationalLines,
} from "./assessmentLines.ts";
import { kindsWithTalks } from "./codes.ts";
import type { AssessmentView, CaseAssessments } from "./contract.ts";
import { FormPrints } from "./forms/FormPrints.tsx";
import { assessmentMessages } from "./messages.ts";

/** What the specialist noted, for those who may read it; folded. `now`: the work history as of today, for who may open it. */
export function AssessmentDetails({ one, now }: { one: AssessmentView; now: CaseAssessments["work"] }) {
  const t = useMessages(assessmentMessages);
  const { content } = one;
  if (!content) return null;
  const said = [
    ...riskLines(content, t),
    ...socialLines(content, t),
    ...vocationalLines(content, t),
    {
      term: t("unemployedMonths"),
      value: one.kind === "VOCATIONAL" ? monthsWithoutWork(content.work ?? now, t) : "",
    },
    ...therapistLines(content, t),
    { term: t("closedAreas"), value: one.closedAreas.map((area) => t(`area.${area}`)).join(", ") },
    { term: t("proposedSupport"), value: content.proposedSupport.map((code) => t(`support.${code}`)).join(", ") },
  ].filter(({ value }) => Boolean(value));
  // forms that do not ask for it show it where it was written
  const asked = (lines: SaidLine[]) =>
    lines
      .filter(({ value }) => value || kindsWithTalks.includes(one.kind))
      .map(({ term, value }) => ({ term, value: value || undefined }));
  return (
    <details>
      <summary>{t("details")}</summary>
      <div className="stack-tight">
        <Definitions
          items={[
            ...asked(talkLines(content, t)),
            ...content.areas.map((area) => ({
              term: t(`area.${area.area}`),
              value: [levelText(area, t), area.note].filter(Boolean).join(" · ") || undefined,
            })),
            ...said,
            ...asked([{ term: t("strengths"), value: content.strengths }]),
          ]}
        />
        {one.printable && <FormPrints id={one.id} kind={one.kind} />}
      </div>
    </details>
  );
}
