import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { myReportsQuery } from "./api.ts";
import { referralMessages } from "./messages.ts";
import { OwnReportLine } from "./OwnReportLine.tsx";

/** What came of what I reported. */
export function MyReportsScreen() {
  const t = useMessages(referralMessages);
  const mine = useQuery(myReportsQuery);
  return (
    <Page
      title={t("mine.title")}
      narrow
      actions={
        <LinkButton to="/notifications/new" kind="main" icon="plus">
          {t("mine.new")}
        </LinkButton>
      }
    >
      <Loaded query={mine} lines={6}>
        {({ reports }) =>
          reports.length === 0 ? (
            <EmptyState title={t("mine.none")} text={t("mine.noneNext")} />
          ) : (
            <div className="stack">
              {reports.map((report) => (
                <OwnReportLine key={report.id} report={report} level={2} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
