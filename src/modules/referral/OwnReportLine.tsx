import { Card } from "../../platform/ui/Page.tsx";
import { Status, type StatusTone } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { RelativeTime } from "../../platform/ui/Words.tsx";
import type { ReportState } from "./codes.ts";
import type { OwnReport } from "./contract.ts";
import { routeMessages } from "./routeMessages.ts";

export const stateTones: Readonly<Record<ReportState, StatusTone>> = {
  AWAITS_VERDICT: "due",
  TURNED_DOWN: "neutral",
  WAITING: "due",
  ACCEPTED: "active",
  ANSWERED: "confirmed",
};

/** A report as whoever sent it sees it: on the way, and the class of the answer. */
export function OwnReportLine({ report, level = 3 }: { report: OwnReport; level?: 2 | 3 }) {
  const t = useMessages(routeMessages);
  const { about, area, people, urgency, state, answer, answeredAt, seenAt } = report;
  const words = [t(`about.${about}`), area, people && t("people.count", { count: people })].filter(Boolean);
  return (
    <Card title={words.join(" · ")} level={level}>
      <p>
        <Status tone={stateTones[state]}>{t(`reportState.${state}`)}</Status>
      </p>
      {answer && answeredAt && (
        <p>
          <strong>{t(`outcome.${answer}`)}</strong>, <RelativeTime at={answeredAt} />
        </p>
      )}
      <p className="soft">
        {t("seen")} <RelativeTime at={seenAt} /> · {t(`urgency.${urgency}`)}
      </p>
    </Card>
  );
}
