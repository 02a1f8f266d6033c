import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { addMonths, plainDate } from "../../platform/time/plainDate.ts";
import { Button } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useUrlFilters } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded, SkeletonLines } from "../../platform/ui/Waiting.tsx";
import { absenceDays } from "./absenceDays.ts";
import { counsellingAccess } from "./access.ts";
import { dutiesQuery } from "./api.ts";
import type { DutyLine, HoursLine, WorkLine } from "./contract.ts";
import { hoursInWords, hoursMessages } from "./hoursMessages.ts";
import { MonthCard, useWorkWords } from "./MonthCard.tsx";
import { counsellingMessages } from "./messages.ts";

const forms = () => import("./DutyForms.tsx");
const DutyForm = lazy(() => forms().then((it) => ({ default: it.DutyForm })));
const EndDutyForm = lazy(() => forms().then((it) => ({ default: it.EndDutyForm })));
const AbsenceForm = lazy(() => forms().then((it) => ({ default: it.AbsenceForm })));
const WithdrawAbsenceForm = lazy(() => forms().then((it) => ({ default: it.WithdrawAbsenceForm })));
const hourForms = () => import("./HoursForms.tsx");
const SettleForm = lazy(() => hourForms().then((it) => ({ default: it.SettleForm })));
const WorkForm = lazy(() => hourForms().then((it) => ({ default: it.WorkForm })));
const LimitForm = lazy(() => hourForms().then((it) => ({ default: it.LimitForm })));

type Open =
  | { what: "add" }
  | { what: "end" | "away"; duty: DutyLine }
  | { what: "back"; duty: DutyLine; absence: DutyLine["absences"][number] }
  | { what: "settle"; duty: DutyLine; day: string }
  | { what: "work"; work: WorkLine }
  | { what: "limit"; line: HoursLine };

/** Duties of a month with what was held of them, and the hours of each consultant against the plan. */
export function DutiesScreen() {
  const t = useMessages(counsellingMessages);
  const h = useMessages(hoursMessages);
  const [filters, setFilters] = useUrlFilters({ month: "" });
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(filters.month) ? filters.month : today().slice(0, 7);
  const duties = useQuery(dutiesQuery(month));
  const plans = useHasRole(...Object.keys(counsellingAccess["consultant-duty.record"]));
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const turn = (months: number) => setFilters({ month: addMonths(plainDate(`${month}-01`), months).slice(0, 7) });
  const titles = {
    add: t("duties.add"),
    end: t("duty.end"),
    away: t("duty.away"),
    back: t("duty.awayBack"),
    settle: t("duty.settle"),
    work: h("work.title"),
    limit: h("limit.set"),
  };
  return (
    <Page
      title={t("duties.title")}
      lead={t("duties.lead")}
      back={{ to: "/consultations", label: t("duties.back") }}
      actions={
        plans && (
          <Button icon="plus" onClick={() => setOpen({ what: "add" })}>
            {t("duties.add")}
          </Button>
        )
      }
    >
      <div className="cluster">
        <Button kind="plain" onClick={() => turn(-1)}>
          {t("duties.lastMonth")}
        </Button>
        <strong>{t("duties.month", { month: `${month.slice(5)}.${month.slice(0, 4)}` })}</strong>
        <Button kind="plain" onClick={() => turn(1)}>
          {t("duties.nextMonth")}
        </Button>
      </div>
      <Loaded query={duties} lines={6}>
        {(view) =>
          view.duties.length === 0 && view.hours.length === 0 ? (
            <EmptyState title={t("duties.none")} text={t("duties.noneNext")} />
          ) : (
            <div className="stack">
              <Hours lines={view.hours} />
              {view.duties.map((duty) => (
                <DutyCard key={duty.consultantDutyId} duty={duty} onOpen={setOpen} />
              ))}
              {view.hours.map((line) => (
                <MonthCard
                  key={line.consultantId}
                  line={line}
                  month={view.month}
                  work={view.work.filter(({ consultantId }) => consultantId === line.consultantId)}
                  onChange={(work) => setOpen({ what: "work", work })}
                  onLimit={() => setOpen({ what: "limit", line })}
                />
              ))}
            </div>
          )
        }
      </Loaded>
      <SidePanel open={open !== undefined} title={open ? titles[open.what] : ""} onClose={close}>
        <Suspense fallback={<SkeletonLines lines={4} />}>
          {open?.what === "add" && <DutyForm onDone={close} />}
          {open?.what === "end" && <EndDutyForm duty={open.duty} onDone={close} />}
          {open?.what === "away" && <AbsenceForm duty={open.duty} onDone={close} />}
          {open?.what === "back" && <WithdrawAbsenceForm absence={open.absence} duty={open.duty} onDone={close} />}
          {open?.what === "settle" && <SettleForm duty={open.duty} day={open.day} onDone={close} />}
          {open?.what === "work" && <WorkForm work={open.work} onDone={close} />}
          {open?.what === "limit" && <LimitForm line={open.line} month={month} onDone={close} />}
        </Suspense>
      </SidePanel>
    </Page>
  );
}

function Hours({ lines }: { lines: readonly HoursLine[] }) {
  const t = useMessages(counsellingMessages);
  const h = useMessages(hoursMessages);
  const hours = (minutes: number) => hoursInWords(minutes, t.lang);
  const columns: Column<HoursLine>[] = [
    {
      id: "who",
      label: t("duty.consultant"),
      main: true,
      cell: ({ consultant }) => consultant,
      sort: (line) => line.consultant,
    },
    { id: "planned", label: t("hours.planned"), number: true, cell: (line) => hours(line.plannedMinutes) },
    { id: "held", label: t("hours.held"), number: true, cell: (line) => hours(line.heldMinutes) },
    { id: "beside", label: h("month.beside"), number: true, cell: (line) => hours(line.workMinutes) },
    { id: "lost", label: t("hours.lost"), number: true, cell: (line) => hours(line.lostMinutes) },
    { id: "came", label: t("hours.came"), number: true, cell: ({ came }) => came },
    { id: "noShow", label: t("hours.noShow"), number: true, cell: ({ noShow }) => noShow },
    {
      id: "state",
      label: t("hours.state"),
      cell: ({ warning, unsettled, toTake, beyondMinutes }) => (
        <span className="cluster">
          {beyondMinutes !== null && beyondMinutes > 0 && (
            <Status tone="due">{h("month.beyondLine", { hours: hours(beyondMinutes) })}</Status>
          )}
          {warning && <Status tone="due">{t(`hours.${warning}`)}</Status>}
          {unsettled > 0 && <Status tone="neutral">{t("hours.unsettled", { count: unsettled })}</Status>}
          {toTake > 0 && <Status tone="neutral">{h("work.toTake", { count: toTake })}</Status>}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      label={t("hours.title")}
      columns={columns}
      rows={lines}
      rowId={({ consultantId }) => consultantId}
      empty={<p className="soft">{t("duties.none")}</p>}
    />
  );
}

function DutyCard({ duty, onOpen }: { duty: DutyLine; onOpen: (open: Open) => void }) {
  const t = useMessages(counsellingMessages);
  const h = useMessages(hoursMessages);
  const say = useWorkWords();
  const { consultant, role, place, unit, weekday, everyWeeks, startsAt, endsAt, toOn, days, absences, mayEnd } = duty;
  const when = t("duty.pattern", {
    count: everyWeeks,
    weekday: t(`weekday.${String(weekday) as "1" | "2" | "3" | "4" | "5" | "6" | "7"}`),
    from: startsAt,
    to: endsAt,
  });
  return (
    <Card
      title={`${consultant} · ${t(`role.${role}`)}`}
      actions={
        <>
          <Button kind="plain" onClick={() => onOpen({ what: "away", duty })}>
            {t("duty.away")}
          </Button>
          {mayEnd && (
            <Button kind="plain" onClick={() => onOpen({ what: "end", duty })}>
              {t("duty.end")}
            </Button>
          )}
        </>
      }
    >
      <p className="soft">
        {[when, place, unit, toOn && t("duty.until", { day: formatDay(toOn, t.lang) })].filter(Boolean).join(" · ")}
      </p>
      {absences.length > 0 && (
        <ul role="list" className="plain-list">
          {absences.map((absence) => (
            <li key={absence.absenceId} className="counselling-slot">
              <span className="counselling-who">{absenceDays(t, absence)}</span>
              <Button kind="quiet" onClick={() => onOpen({ what: "back", duty, absence })}>
                {t("duty.awayBack")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ul role="list" className="plain-list">
        {days.map(({ day, lost, heldMinutes, reason, inside }) => (
          <li key={day} className="counselling-slot">
            <span className="counselling-who">
              {lost
                ? t("duty.lostOn", {
                    day: formatDay(day, t.lang),
                    why: t(lost === "AWAY" ? "lost.AWAY" : "lost.HOLIDAY"),
                  })
                : heldMinutes !== null
                  ? t("duty.heldOn", { day: formatDay(day, t.lang), hours: hoursInWords(heldMinutes, t.lang) })
                  : t(day > today() ? "duty.planned" : "duty.notSettled", { day: formatDay(day, t.lang) })}
              {(reason || inside.length > 0) && (
                <span className="soft">
                  {[
                    reason && h(`reason.${reason}`),
                    ...inside.map((one) => `${say(one)} ${h("work.minutes", { minutes: one.minutes })}`),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              )}
            </span>
            {!lost && day <= today() && (
              <Button kind="quiet" onClick={() => onOpen({ what: "settle", duty, day })}>
                {t("duty.settle")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
