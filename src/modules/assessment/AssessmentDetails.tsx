import { Definitions } from "../../platform/ui/Definitions.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { AssessmentView } from "./contract.ts";
import { assessmentMessages } from "./messages.ts";

/** What the specialist noted, for those who may read it; folded. */
export function AssessmentDetails({ one }: { one: AssessmentView }) {
  const t = useMessages(assessmentMessages);
  const { content } = one;
  if (!content) return null;
  const risk = (level: typeof content.riskSuicide) => (level ? t(`risk.${level}`) : undefined);
  const risks = [
    { term: t("riskSuicide"), value: risk(content.riskSuicide) },
    { term: t("riskViolence"), value: risk(content.riskViolence) },
  ].filter(({ value }) => value);
  return (
    <details>
      <summary>{t("details")}</summary>
      <Definitions
        items={[
          { term: t("reason"), value: content.reason || undefined },
          { term: t("methods"), value: content.methods || undefined },
          ...content.areas.map(({ area, level, note }) => ({
            term: t(`area.${area}`),
            value: [level === null ? "" : `${level}/5`, note].filter(Boolean).join(" · ") || undefined,
          })),
          ...risks,
          { term: t("strengths"), value: content.strengths || undefined },
        ]}
      />
    </details>
  );
}
