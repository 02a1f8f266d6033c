import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { hoursText } from "../../platform/hoursText.ts";
import { BarFigure } from "../../platform/ui/BarFigure.tsx";
import { Button } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText, RelativeTime } from "../../platform/ui/Words.tsx";
import { staffAccess } from "./access.ts";
import { volunteerHoursQuery, volunteersQuery } from "./api.ts";
import type { VolunteerList } from "./contract.ts";
import { staffMessages } from "./messages.ts";
import { VolunteerForm } from "./VolunteerForms.tsx";

/** The register of volunteers of one's units; for whoever may not see names, the hours alone. */
export function VolunteersScreen() {
  const t = useMessages(staffMessages);
  const seesNames = useHasRole(...Object.keys(staffAccess["volunteer.list"]));
  return seesNames ? (
    <Register />
  ) : (
    <Page title={t("volunteers")}>
      <HoursFigure />
    </Page>
  );
}

function Register() {
  const t = useMessages(staffMessages);
  const volunteers = useQuery(volunteersQuery);
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={t("volunteers")}
      lead={t("volunteers.lead")}
      actions={
        volunteers.data?.mayKeep && (
          <Button kind="main" icon="plus" onClick={() => setAdding(true)}>
            {t("volunteer.new")}
          </Button>
        )
      }
    >
      <Loaded query={volunteers} lines={6}>
        {(view) => (
          <div className="stack">
            <List view={view} />
            <SidePanel open={adding} title={t("volunteer.new")} onClose={() => setAdding(false)}>
              <VolunteerForm units={view.units} onDone={() => setAdding(false)} />
            </SidePanel>
          </div>
        )}
      </Loaded>
      <HoursFigure />
    </Page>
  );
}

function List({ view }: { view: VolunteerList }) {
  const t = useMessages(staffMessages);
  return (
    <DataTable
      label={t("volunteers")}
      rows={view.volunteers}
      rowId={(row) => row.id}
      to={(row) => `/volunteers/${row.id}`}
      empty={<EmptyState title={t("volunteers.none")} text={t("volunteers.none.next")} />}
      columns={[
        {
          id: "name",
          label: t("name"),
          main: true,
          cell: (row) => (
            <>
              {row.name}{" "}
              {row.waiting > 0 && (
                <Status tone="due" icon="clock">
                  {t("led.waiting", { count: row.waiting })}
                </Status>
              )}
            </>
          ),
          sort: (row) => row.name,
        },
        { id: "unit", label: t("unit"), cell: (row) => row.unitName, sort: (row) => row.unitName, wideOnly: true },
        {
          id: "agreement",
          label: t("agreement"),
          cell: ({ agreement }) =>
            agreement ? (
              <>
                <Status tone={agreement.holds ? "confirmed" : "neutral"}>
                  {t(agreement.holds ? "agreement.holds" : "agreement.past")}
                </Status>{" "}
                {agreement.endsOn ? <DateText day={agreement.endsOn} /> : t("endsOn.none")}
              </>
            ) : (
              <Status tone="due">{t("agreement.none")}</Status>
            ),
          sort: ({ agreement }) => agreement?.endsOn,
        },
        {
          id: "available",
          label: t("available"),
          wideOnly: true,
          cell: ({ slots }) =>
            slots.length === 0
              ? t("available.none")
              : slots
                  .map(
                    ({ weekday, startsAt, endsAt }) =>
                      `${t.maybe(`weekday.${weekday}`) ?? weekday} ${startsAt}–${endsAt}`,
                  )
                  .join(", "),
        },
        {
          id: "hours",
          label: t("hours.year"),
          number: true,
          cell: (row) => hoursText(row.minutes, t.lang),
          sort: (row) => row.minutes,
        },
        {
          id: "last",
          label: t("last"),
          cell: (row) => (row.lastOn ? <RelativeTime at={row.lastOn} /> : "–"),
          sort: (row) => row.lastOn,
        },
      ]}
    />
  );
}

/** Hours of this year by month: how many people, how many hours, nobody named. */
function HoursFigure() {
  const t = useMessages(staffMessages);
  const year = Number(today().slice(0, 4));
  const hours = useQuery(volunteerHoursQuery(year));
  const monthName = new Intl.DateTimeFormat(t.lang, { month: "long", timeZone: "UTC" });
  return (
    <Loaded query={hours} lines={3}>
      {({ months, minutes }) =>
        months.length === 0 ? null : (
          <BarFigure
            title={t("hours.figure", { year: String(year) })}
            bars={months.map((one) => ({
              id: String(one.month),
              name: t("hours.month", {
                month: monthName.format(new Date(Date.UTC(year, one.month - 1, 1))),
                count: one.volunteers,
              }),
              value: Math.round(one.minutes / 6) / 10,
              total: Math.round(minutes / 6) / 10,
            }))}
          />
        )
      }
    </Loaded>
  );
}
