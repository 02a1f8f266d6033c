import { type Definition, Definitions } from "../../platform/ui/Definitions.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { hoursText } from "./AssessmentRows.tsx";
import type { AssessmentContent, AssessmentView } from "./contract.ts";
import { assessmentMessages } from "./messages.ts";
import { minutesOf } from "./rules.ts";

/** What the specialist noted, for those who may read it; folded. */
export function AssessmentDetails({ one }: { one: AssessmentView }) {
  const t = useMessages(assessmentMessages);
  const lang = useLanguage();
  const { content } = one;
  const social = useSocial(content?.social ?? null);
  const vocational = useVocational(content?.vocational ?? null);
  const therapist = useTherapist(content?.therapist ?? null);
  if (!content) return null;
  const risk = (level: typeof content.riskSuicide) => (level ? t(`risk.${level}`) : undefined);
  const said = [
    { term: t("riskSuicide"), value: risk(content.riskSuicide) },
    { term: t("riskViolence"), value: risk(content.riskViolence) },
    { term: t("riskAction"), value: content.riskAction },
    ...social,
    ...vocational,
    ...therapist,
    { term: t("closedAreas"), value: one.closedAreas.map((area) => t(`area.${area}`)).join(", ") },
    { term: t("proposedSupport"), value: content.proposedSupport.map((code) => t(`support.${code}`)).join(", ") },
  ].filter(({ value }) => Boolean(value));
  const meetings = content.meetings.map(({ on, minutes }) => `${formatDay(on, lang)} (${hoursText(minutes)})`);
  if (meetings.length > 0) meetings.push(t("meetings.total", { time: hoursText(minutesOf(content.meetings)) }));
  const methods = content.methodsUsed.map((used) =>
    [[used.name, used.version].filter(Boolean).join(", "), used.result].filter(Boolean).join(": "),
  );
  return (
    <details>
      <summary>{t("details")}</summary>
      <Definitions
        items={[
          { term: t("reason"), value: content.reason || undefined },
          { term: t("meetings"), value: meetings.join(" · ") || undefined },
          { term: t("methods"), value: [content.methods, ...methods].filter(Boolean).join(" · ") || undefined },
          ...content.areas.map(({ area, level, notAssessed, note }) => ({
            term: t(`area.${area}`),
            value:
              [level === null ? (notAssessed ? t("area.none") : "") : `${level}/5`, note].filter(Boolean).join(" · ") ||
              undefined,
          })),
          ...said,
          { term: t("strengths"), value: content.strengths || undefined },
        ]}
      />
    </details>
  );
}

function useSocial(social: AssessmentContent["social"]): Definition[] {
  const t = useMessages(assessmentMessages);
  if (!social) return [];
  const enforced = social.enforcement.map((code) => t(`enforcement.${code}`)).join(", ");
  return [
    { term: t("jurisdictionCommune"), value: social.jurisdictionCommune },
    { term: t("benefits"), value: social.benefits },
    { term: t("enforcement"), value: [enforced, social.enforcementNote].filter(Boolean).join(" · ") },
  ];
}

function useTherapist(said: AssessmentContent["therapist"]): Definition[] {
  const t = useMessages(assessmentMessages);
  const lang = useLanguage();
  if (!said) return [];
  const lines = said.dependences.map(({ kind, phase }) =>
    [t(`dependence.${kind}`), phase && t(`phase.${phase}`)].filter(Boolean).join(": "),
  );
  return [
    { term: t("dependences"), value: lines.join(", ") },
    { term: t("abstinentSince"), value: said.abstinentSince && formatDay(said.abstinentSince, lang) },
    { term: t("treatmentSoFar"), value: said.treatmentSoFar },
  ];
}

function useVocational(said: AssessmentContent["vocational"]): Definition[] {
  const t = useMessages(assessmentMessages);
  const lang = useLanguage();
  if (!said) return [];
  const { preferenceTest: test, fitness } = said;
  const on = (day: string | null | undefined) => (day ? formatDay(day, lang) : "");
  const barriers = said.barriers.map((code) => t(`barrier.${code}`)).join(", ");
  const wishes = [
    said.preferredJobs,
    said.preferredHours && t(`hours.${said.preferredHours}`),
    said.areaKm === null ? "" : `${said.areaKm} km`,
  ];
  return [
    { term: t("skills"), value: said.skills.map(({ name, level }) => `${name} ${level}/3`).join(", ") },
    { term: t("test"), value: test && [test.name, on(test.on), test.result].filter(Boolean).join(" · ") },
    { term: t("barriers"), value: [barriers, said.barriersNote].filter(Boolean).join(" · ") },
    { term: t("preferredJobs"), value: wishes.filter(Boolean).join(" · ") },
    {
      term: t("fitness"),
      value: fitness && [t(`fitness.${fitness.result}`), on(fitness.on), fitness.limits].filter(Boolean).join(" · "),
    },
  ];
}
