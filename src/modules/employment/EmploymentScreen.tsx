import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { useUrlFilters } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { Status } from "../../platform/ui/Status.tsx";
import { Tabs } from "../../platform/ui/Tabs.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { employmentAccess } from "./access.ts";
import { declarationsQuery, employersQuery, placementsQuery } from "./api.ts";
import type { PlacementLine } from "./contract.ts";
import { CoachLog } from "./CoachLog.tsx";
import { DeclarationTable } from "./DeclarationTable.tsx";
import { employmentMessages } from "./messages.ts";

/** Placements of the people in reach, employers, and what employers have declared. */
export function EmploymentScreen() {
  const t = useMessages(employmentMessages);
  const seesPeople = useHasRole(...Object.keys(employmentAccess["placement.read"]));
  const places = useHasRole(...Object.keys(employmentAccess["placement.write"]));
  const records = useHasRole(...Object.keys(employmentAccess["employer.write"]));
  const writesLog = useHasRole(...Object.keys(employmentAccess["coach-log.write"]));
  const [{ tab }, setFilter] = useUrlFilters({ tab: "" });
  const current = tab || (seesPeople ? "placements" : "employers");
  return (
    <Page
      title={t("employment.title")}
      lead={t("employment.lead")}
      actions={
        <>
          {records && (
            <LinkButton
              to="/employment/employers/new"
              icon="plus"
              kind={(current === "placements" && places) || current === "log" ? "quiet" : "main"}
            >
              {t("employer.new")}
            </LinkButton>
          )}
          {writesLog && current === "log" && (
            <LinkButton to="/employment/log/new" icon="plus" kind="main">
              {t("log.new")}
            </LinkButton>
          )}
          {places && current === "placements" && (
            <LinkButton to="/employment/placements/new" icon="plus" kind="main">
              {t("placement.new")}
            </LinkButton>
          )}
        </>
      }
    >
      <Tabs
        label={t("employment.title")}
        current={current}
        onChange={(code) => setFilter({ tab: code })}
        tabs={[
          ...(seesPeople ? [{ code: "placements", label: t("tab.placements") }] : []),
          ...(writesLog ? [{ code: "log", label: t("tab.log") }] : []),
          { code: "employers", label: t("tab.employers") },
          { code: "declarations", label: t("tab.declarations") },
        ]}
      >
        {current === "placements" && <Placements />}
        {current === "log" && <CoachLog />}
        {current === "employers" && <Employers />}
        {current === "declarations" && <Declarations />}
      </Tabs>
    </Page>
  );
}

export function PlacementStatus({ line }: { line: Pick<PlacementLine, "startedOn" | "endedOn" | "missing"> }) {
  const t = useMessages(employmentMessages);
  if (line.endedOn) return <Status tone="neutral">{t("state.ended")}</Status>;
  if (line.startedOn) return <Status tone="active">{t("state.going")}</Status>;
  if (line.missing.length > 0) return <Status tone="due">{t("state.missing", { count: line.missing.length })}</Status>;
  return <Status tone="confirmed">{t("state.planned")}</Status>;
}

function Placements() {
  const t = useMessages(employmentMessages);
  const placements = useQuery(placementsQuery);
  return (
    <Loaded query={placements}>
      {({ placements: all }) => (
        <DataTable
          label={t("tab.placements")}
          rows={all}
          rowId={(line) => line.id}
          to={(line) => `/employment/placements/${line.id}`}
          empty={<EmptyState title={t("placements.none")} text={t("placements.noneText")} />}
          columns={[
            {
              id: "person",
              label: t("person"),
              main: true,
              cell: (line) => line.personName,
              sort: (line) => line.personName,
            },
            { id: "kind", label: t("kind"), cell: (line) => t(`kind.${line.kind}`) },
            {
              id: "employer",
              label: t("employer"),
              cell: (line) => line.employerName ?? t("hiddenPlace"),
              sort: (line) => line.employerName,
            },
            { id: "state", label: t("state"), cell: (line) => <PlacementStatus line={line} /> },
            {
              id: "from",
              label: t("from"),
              cell: (line) => <DateText day={line.startsOn} />,
              sort: (line) => line.startsOn,
            },
            {
              id: "until",
              label: t("until"),
              cell: (line) => <DateText day={line.endedOn ?? line.untilOn} />,
              sort: (line) => line.endedOn ?? line.untilOn,
            },
            {
              id: "check",
              label: t("nextCheck"),
              cell: (line) => (line.nextCheckOn ? <DateText day={line.nextCheckOn} /> : "–"),
              sort: (line) => line.nextCheckOn,
            },
          ]}
        />
      )}
    </Loaded>
  );
}

function Employers() {
  const t = useMessages(employmentMessages);
  const employers = useQuery(employersQuery);
  return (
    <Loaded query={employers}>
      {({ employers: all }) => (
        <DataTable
          label={t("tab.employers")}
          rows={all}
          rowId={(line) => line.id}
          to={(line) => `/employment/employers/${line.id}`}
          empty={<EmptyState title={t("employers.none")} text={t("employers.noneText")} />}
          columns={[
            { id: "name", label: t("name"), main: true, cell: (line) => line.name, sort: (line) => line.name },
            { id: "address", label: t("address"), cell: (line) => line.address ?? "–" },
            {
              id: "contact",
              label: t("contactPerson"),
              cell: (line) => [line.contactPerson, line.contactPhone].filter(Boolean).join(", ") || "–",
            },
            {
              id: "now",
              label: t("employer.now"),
              number: true,
              cell: (line) => line.placementsNow,
              sort: (line) => line.placementsNow,
            },
            { id: "used", label: t("used"), number: true, cell: (line) => `${line.used}/${line.declared}` },
            {
              id: "last",
              label: t("employer.lastContact"),
              cell: (line) => (line.lastContactOn ? <DateText day={line.lastContactOn} /> : "–"),
              sort: (line) => line.lastContactOn,
            },
          ]}
        />
      )}
    </Loaded>
  );
}

function Declarations() {
  const declarations = useQuery(declarationsQuery);
  return <Loaded query={declarations}>{({ declarations: all }) => <DeclarationTable declarations={all} />}</Loaded>;
}
