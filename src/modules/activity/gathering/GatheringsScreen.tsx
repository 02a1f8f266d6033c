import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { hoursText } from "../../../platform/hoursText.ts";
import { BarFigure } from "../../../platform/ui/BarFigure.tsx";
import { Button } from "../../../platform/ui/Button.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { SidePanel } from "../../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { useUrlFilters } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useHasRole } from "../../../platform/ui/session.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText, Money } from "../../../platform/ui/Words.tsx";
import { ActivityNav, OfUnit } from "../ActivityNav.tsx";
import { activityAccess } from "../access.ts";
import { gatheringYearQuery } from "../api.ts";
import { GatheringForm } from "./GatheringForm.tsx";
import { gatheringMessages } from "./messages.ts";

const tones = { PLANNED: "neutral", WAITING: "due", HELD: "confirmed" } as const;

/** Self-help, community activity, outings and study visits of a year; nobody is named here. */
export function GatheringsScreen() {
  const t = useMessages(gatheringMessages);
  return (
    <Page title={t("gatherings")} lead={t("gatherings.lead")}>
      <ActivityNav />
      <OfUnit>{(unitId) => <Year unitId={unitId} />}</OfUnit>
    </Page>
  );
}

function Year({ unitId }: { unitId: string }) {
  const t = useMessages(gatheringMessages);
  const [filters, setFilters] = useUrlFilters({ year: "" });
  const year = /^2[01]\d\d$/.test(filters.year) ? Number(filters.year) : Number(today().slice(0, 4));
  const query = useQuery(gatheringYearQuery(unitId, year));
  const opens = useHasRole(...Object.keys(activityAccess["gathering.read"]));
  const [adding, setAdding] = useState(false);
  return (
    <>
      <div className="cluster">
        <Button kind="plain" onClick={() => setFilters({ year: String(year - 1) })}>
          {t("year.before")}
        </Button>
        <strong>{year}</strong>
        <Button kind="plain" onClick={() => setFilters({ year: String(year + 1) })}>
          {t("year.after")}
        </Button>
        {query.data?.mayWrite && (
          <Button kind="main" icon="plus" onClick={() => setAdding(true)}>
            {t("gathering.new")}
          </Button>
        )}
      </div>
      <Loaded query={query} lines={6}>
        {(view) => (
          <div className="stack">
            {view.kinds.length > 0 && (
              <BarFigure
                title={t("figure.hours", { year: String(year) })}
                bars={view.kinds.map(({ kind, times, minutes }) => ({
                  id: kind,
                  name: t("figure.kind", { kind: t(`kind.${kind}`), count: times }),
                  value: Math.round(minutes / 6) / 10,
                  total: Math.round(view.kinds.reduce((sum, one) => sum + one.minutes, 0) / 6) / 10,
                }))}
              />
            )}
            <DataTable
              label={t("gatherings")}
              rows={view.gatherings}
              rowId={(row) => row.id}
              {...(opens ? { to: (row: { id: string }) => `/activities/gatherings/${row.id}` } : {})}
              empty={<EmptyState title={t("gatherings.none")} text={t("gatherings.none.next")} />}
              columns={[
                {
                  id: "day",
                  label: t("day"),
                  main: true,
                  cell: (row) => <DateText day={row.day} />,
                  sort: (row) => row.day,
                  width: "8rem",
                },
                {
                  id: "kind",
                  label: t("kind"),
                  cell: (row) => t(`kind.${row.kind}`),
                  sort: (row) => t(`kind.${row.kind}`),
                },
                {
                  id: "state",
                  label: t("state"),
                  cell: (row) => <Status tone={tones[row.state]}>{t(`state.${row.state}`)}</Status>,
                  sort: (row) => row.state,
                },
                {
                  id: "hours",
                  label: t("hours"),
                  number: true,
                  cell: (row) => hoursText(row.minutes, t.lang),
                  sort: (row) => row.minutes,
                },
                {
                  id: "people",
                  label: t("people"),
                  number: true,
                  cell: (row) => (row.state === "HELD" ? row.people : "–"),
                  sort: (row) => row.people,
                },
                {
                  id: "helped",
                  label: t("helped.column"),
                  number: true,
                  wideOnly: true,
                  cell: (row) => (row.helpedMinutes > 0 ? hoursText(row.helpedMinutes, t.lang) : "–"),
                  sort: (row) => row.helpedMinutes,
                },
                { id: "lead", label: t("lead"), wideOnly: true, cell: (row) => t(`lead.${row.lead}`) },
                {
                  id: "place",
                  label: t("place"),
                  wideOnly: true,
                  cell: (row) => row.place || "–",
                  sort: (row) => row.place,
                },
                {
                  id: "cost",
                  label: t("cost"),
                  number: true,
                  wideOnly: true,
                  cell: (row) => (row.costGrosze === null ? "–" : <Money grosze={row.costGrosze} />),
                  sort: (row) => row.costGrosze,
                },
              ]}
            />
          </div>
        )}
      </Loaded>
      <SidePanel open={adding} title={t("gathering.new")} onClose={() => setAdding(false)}>
        <GatheringForm unitId={unitId} onDone={() => setAdding(false)} />
      </SidePanel>
    </>
  );
}
