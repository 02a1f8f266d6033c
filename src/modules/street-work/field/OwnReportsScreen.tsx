import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatClock } from "../../../platform/ui/format.ts";
import { Icon } from "../../../platform/ui/Icon.tsx";
import { Page } from "../../../platform/ui/Page.tsx";
import { Status, type StatusTone } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { RelativeTime } from "../../../platform/ui/Words.tsx";
import type { ReportState } from "../codes.ts";
import { MyReviews } from "../MyReviews.tsx";
import { streetWorkMessages } from "../messages.ts";
import { ownReportsQuery } from "./fieldApi.ts";
import { reportMessages } from "./reportMessages.ts";
import "./field.css";

const toneOf: Readonly<Record<ReportState, StatusTone>> = {
  DRAFT: "due",
  SUBMITTED: "active",
  RETURNED: "danger",
  ACCEPTED: "confirmed",
};

/** One's own shifts, each with its report: what is not handed in yet is seen first by its sign. */
export function OwnReportsScreen() {
  const t = useMessages(reportMessages);
  const words = useMessages(streetWorkMessages);
  const reports = useQuery(ownReportsQuery);
  return (
    <Page title={t("own.title")} narrow>
      <Loaded query={reports}>
        {({ reports: all }) =>
          all.length === 0 ? (
            <EmptyState title={t("own.none")} text={t("own.noneText")} />
          ) : (
            <ul role="list" className="own-reports">
              {all.map(({ shiftId, startedAt, endedAt, state, cards }) => (
                <li key={shiftId}>
                  <Link to={`/work-report/${shiftId}`} className="own-report">
                    <span>
                      <strong>
                        <RelativeTime at={startedAt} />
                      </strong>
                      <span className="soft small">
                        {[formatClock(startedAt, t.lang), endedAt && formatClock(endedAt, t.lang)]
                          .filter(Boolean)
                          .join("–")}
                        {" · "}
                        {t("own.cards", { count: cards })}
                      </span>
                    </span>
                    <Status tone={toneOf[state]}>{words(`state.${state}`)}</Status>
                    <Icon name="right" />
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <MyReviews />
    </Page>
  );
}
