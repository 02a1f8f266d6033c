import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { reportsQuery } from "./api.ts";
import { streetWorkMessages } from "./messages.ts";
import { ReportTable } from "./ReportTable.tsx";
import { TeamTable } from "./TeamTable.tsx";

const ways = [
  ["/street-work/month", "chart", "office.month"],
  ["/street-work/training", "calendar", "office.training"],
  ["/street-work/alone", "person", "office.alone"],
  ["/street-work/routes", "place", "office.routes"],
  ["/street-work/stock", "list", "office.stock"],
  ["/street-work/events", "warning", "report.events"],
  ["/street-work/lost", "people", "office.lost"],
  ["/street-work/info-cards", "file", "office.cards"],
] as const;

/** The coordinator's office: reports that wait, the other shifts, and the ways to month, permissions, routes and stock. */
export function StreetWorkScreen() {
  const t = useMessages(streetWorkMessages);
  const reports = useQuery(reportsQuery);
  return (
    <Page title={t("office.title")}>
      <nav className="cluster" aria-label={t("office.title")}>
        {ways.map(([to, icon, words]) => (
          <LinkButton key={to} to={to} icon={icon}>
            {t(words)}
          </LinkButton>
        ))}
      </nav>
      <Loaded query={reports} lines={6}>
        {({ reports: all }) => (
          <>
            <Card title={t("office.reports")}>
              <ReportTable
                label={t("office.reports")}
                empty={t("office.reportsNone")}
                lines={all.filter(({ state }) => state === "SUBMITTED")}
              />
            </Card>
            <Card title={t("office.missing")}>
              <ReportTable
                label={t("office.missing")}
                empty={t("office.openNone")}
                lines={all.filter(({ state }) => state === "DRAFT" || state === "RETURNED")}
              />
            </Card>
            <TeamTable />
            <FormSection question={t("office.others")} hint={t("office.othersHint")} optional lazy>
              <ReportTable
                label={t("office.others")}
                empty={t("office.othersNone")}
                lines={all.filter(({ state }) => state === "ACCEPTED")}
              />
            </FormSection>
          </>
        )}
      </Loaded>
    </Page>
  );
}
