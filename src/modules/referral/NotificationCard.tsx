import type { ReactNode } from "react";
import { formatDay } from "../../platform/ui/format.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { RelativeTime } from "../../platform/ui/Words.tsx";
import type { NotificationLine } from "./contract.ts";
import { stateTones } from "./OwnReportLine.tsx";
import { routeMessages } from "./routeMessages.ts";

/** A report as the team reads it, with the exact place: where first, the rest in one line. */
export function NotificationCard({ line, children }: { line: NotificationLine; children?: ReactNode }) {
  const t = useMessages(routeMessages);
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
      <p>
        <strong>{line.placeText ?? (line.geo && t("route.map", line.geo))}</strong>
        {line.says && (
          <>
            <br />
            {line.says}
          </>
        )}
      </p>
      <p className="soft">
        {[t(`service.${line.service}`), line.from].filter(Boolean).join(", ")} · {t("seen")}{" "}
        <RelativeTime at={line.seenAt} /> · {t("due.by", { day: formatDay(line.dueOn, t.lang) })}
        {line.placeText && line.geo && ` · ${t("route.map", line.geo)}`}
        {line.acceptedBy && ` · ${t("route.going", { name: line.acceptedBy })}`}
      </p>
      {last && (
        <p>
          {t(`outcome.${last.outcome}`)}, <RelativeTime at={last.answeredAt} />
        </p>
      )}
      {children}
    </Card>
  );
}
