import { useQuery } from "@tanstack/react-query";
import { AppLink, LinkButton } from "../../platform/ui/Button.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { myReportsQuery } from "./api.ts";
import { referralMessages } from "./messages.ts";
import { OwnReportLine } from "./OwnReportLine.tsx";

/** A partner's first screen: report, what came of the last ones, free places. */
export function HomePartner() {
  const t = useMessages(referralMessages);
  const mine = useQuery(myReportsQuery);
  return (
    <>
      <Card title={t("mine.home")}>
        <div className="cluster">
          <LinkButton to="/notifications/new" kind="main" icon="plus">
            {t("report.title")}
          </LinkButton>
          <LinkButton to="/places">{t("mine.places")}</LinkButton>
        </div>
      </Card>
      <Card title={t("mine.title")} actions={<AppLink to="/notifications/mine">{t("mine.title")}</AppLink>}>
        <Loaded query={mine} lines={3}>
          {({ reports }) => (
            <>
              {reports.length === 0 && <p className="soft">{t("mine.noneNext")}</p>}
              {reports.slice(0, 5).map((report) => (
                <OwnReportLine key={report.id} report={report} />
              ))}
            </>
          )}
        </Loaded>
      </Card>
    </>
  );
}
