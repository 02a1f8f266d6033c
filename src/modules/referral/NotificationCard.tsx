import type { ReactNode } from "react";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DateText, RelativeTime } from "../../platform/ui/Words.tsx";
import type { NotificationLine } from "./contract.ts";
import { referralMessages } from "./messages.ts";
import { stateTones } from "./OwnReportLine.tsx";

/** A report as the team reads it, with the exact place. */
export function NotificationCard({ line, children }: { line: NotificationLine; children?: ReactNode }) {
  const t = useMessages(referralMessages);
  const last = line.answers.at(-1);
  const title = [
    t(`about.${line.about}`),
    line.area === "—" ? null : line.area,
    line.people && t("people.count", { count: line.people }),
  ];
  return (
    <Card title={title.filter(Boolean).join(" · ")} level={3}>
      <p className="cluster">
        <Status tone={stateTones[line.state]}>
          {line.verdict && line.state === "TURNED_DOWN" ? t(`told.${line.verdict}`) : t(`reportState.${line.state}`)}
        </Status>
        {(line.urgency === "EMERGENCY_112" || line.urgency === "TODAY") && line.state !== "ANSWERED" && (
          <Status tone={line.urgency === "TODAY" ? "due" : "danger"}>{t(`urgency.${line.urgency}`)}</Status>
        )}
      </p>
      {line.says && <p>{line.says}</p>}
      <Definitions
        columns={2}
        items={[
          { term: t("report.place"), value: line.placeText },
          ...(line.geo ? [{ term: t("report.where"), value: t("route.map", line.geo) }] : []),
          { term: t("service"), value: [t(`service.${line.service}`), line.from].filter(Boolean).join(", ") },
          { term: t("report.seen"), value: <RelativeTime at={line.seenAt} /> },
          { term: t("received"), value: <RelativeTime at={line.receivedAt} /> },
          { term: t("due"), value: <DateText day={line.dueOn} /> },
          ...(line.acceptedBy ? [{ term: t("state"), value: t("route.going", { name: line.acceptedBy }) }] : []),
          ...(last
            ? [
                {
                  term: t("answer"),
                  value: (
                    <>
                      {t(`outcome.${last.outcome}`)}, <RelativeTime at={last.answeredAt} />
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {children}
    </Card>
  );
}
