import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { CaseAssessments } from "./contract.ts";
import { assessmentMessages } from "./messages.ts";

/** Months without work in words, with the day that they hold on; empty where the work history is closed. */
export function useMonthsWithoutWork(work: CaseAssessments["work"]): string {
  const t = useMessages(assessmentMessages);
  const lang = useLanguage();
  if (!work) return "";
  const { unemployed, sinceLastWork, on } = work;
  const said = [
    unemployed
      ? t("unemployed", { count: unemployed.months, since: formatDay(unemployed.since, lang) })
      : t("unemployed.none"),
    sinceLastWork && t("sinceLastWork", { count: sinceLastWork.months, since: formatDay(sinceLastWork.since, lang) }),
    t("work.on", { day: formatDay(on, lang) }),
  ];
  return said.filter(Boolean).join("; ");
}
