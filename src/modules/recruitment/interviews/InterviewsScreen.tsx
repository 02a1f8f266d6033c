import { useQuery } from "@tanstack/react-query";
import { BarFigure } from "../../../platform/ui/BarFigure.tsx";
import { AppLink, DownloadLink, OtherPrints } from "../../../platform/ui/Button.tsx";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { Filters } from "../../../platform/ui/Filters.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useParam, useUrlFilters } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { interviewHoursToPlan } from "../../project/rules.ts";
import { CandidateStatus } from "../candidates/CandidateStatus.tsx";
import { HiddenCount } from "../candidates/HiddenCount.tsx";
import { interviewsQuery, invitationsAddress } from "./api.ts";
import { appointmentStates } from "./codes.ts";
import type { InterviewList } from "./contract.ts";
import { interviewMessages } from "./messages.ts";
import { PlanCard } from "./PlanCard.tsx";
import { isWithout, type Standing, standingOf, tones } from "./standing.ts";

/** Hours of initial interviews: a plan for many at once, and how each stands. */
export function InterviewsScreen() {
  const t = useMessages(interviewMessages);
  const recruitmentId = useParam("recruitmentId");
  const query = useQuery(interviewsQuery(recruitmentId));
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      back={{ to: `/recruitment/${recruitmentId}`, label: query.data?.title ?? "…" }}
    >
      <Loaded query={query} lines={8}>
        {(list) => <Interviews list={list} />}
      </Loaded>
    </Page>
  );
}

const noAppointment: readonly Standing[] = ["NONE"];

function Interviews({ list }: { list: InterviewList }) {
  const t = useMessages(interviewMessages);
  const [filters, setFilters] = useUrlFilters({ of: "" });
  const { people, recruitmentId } = list;
  if (people.length === 0 && list.hidden === 0)
    return <EmptyState title={t("people.none")} text={t("people.noneNext")} />;
  const at = (...states: Standing[]) => people.filter((one) => states.includes(standingOf(one))).length;
  const without = people.filter(isWithout).length;
  const hours = interviewHoursToPlan(without, list.hours);
  const present = new Set(people.map(standingOf));
  const rows = people.filter((one) => !filters.of || standingOf(one) === filters.of);
  return (
    <>
      <HiddenCount count={list.hidden} />
      <Card>
        <BarFigure
          title={t("figure.title")}
          bars={[
            { id: "booked", name: t("figure.booked"), value: at("BOOKED"), total: people.length },
            { id: "held", name: t("figure.held"), value: at("CAME", "HELD"), total: people.length },
            { id: "missed", name: t("figure.missed"), value: at("NO_SHOW"), total: people.length },
            { id: "without", name: t("figure.without"), value: without, total: people.length },
          ]}
        />
        {without > 0 && <p className="soft">{t("figure.hours", { least: hours.least, most: hours.most })}</p>}
      </Card>
      {!list.closed &&
        (list.consultants.length === 0 ? (
          <Notice actions={<AppLink to="/consultations/duties">{t("plan.toDuties")}</AppLink>}>
            {t("plan.noDuties")}
          </Notice>
        ) : (
          <PlanCard list={list} />
        ))}
      {at("BOOKED") > 0 && (
        <p className="cluster">
          <DownloadLink href={invitationsAddress(recruitmentId, { lang: t.lang })} icon="print">
            {t("print.all")}
          </DownloadLink>
          <OtherPrints>
            <DownloadLink href={invitationsAddress(recruitmentId, { lang: t.lang, print: "large" })}>
              {t("print.large")}
            </DownloadLink>
          </OtherPrints>
        </p>
      )}
      <Filters
        values={filters}
        onChange={setFilters}
        filters={[
          {
            code: "of",
            label: t("filter"),
            options: [...noAppointment, ...appointmentStates]
              .filter((value) => present.has(value))
              .map((value) => ({ value, label: t(`of.${value}`) })),
          },
        ]}
      />
      <DataTable
        label={t("people")}
        rows={rows}
        rowId={(row) => row.candidateId}
        to={(row) => `/candidates/${row.candidateId}`}
        empty={<EmptyState title={t("people.none")} />}
        columns={[
          {
            id: "no",
            label: t("no"),
            number: true,
            cell: (row) => row.no,
            sort: (row) => row.no,
            width: "4rem",
            wideOnly: true,
          },
          { id: "name", label: t("person"), main: true, cell: (row) => row.name ?? row.no, sort: (row) => row.name },
          { id: "state", label: t("state"), cell: (row) => <CandidateStatus state={row.state} />, width: "11rem" },
          {
            id: "standing",
            label: t("standing"),
            cell: (row) => <Status tone={tones[standingOf(row)]}>{t(`of.${standingOf(row)}`)}</Status>,
            sort: (row) => standingOf(row),
            width: "11rem",
          },
          {
            id: "when",
            label: t("when"),
            cell: ({ appointment }) =>
              appointment
                ? `${formatDay(appointment.day, t.lang)}, ${appointment.startsAt}–${appointment.endsAt}`
                : "–",
            sort: ({ appointment }) => appointment && `${appointment.day} ${appointment.startsAt}`,
            width: "13rem",
          },
          {
            id: "who",
            label: t("who"),
            cell: ({ appointment }) => (appointment ? `${appointment.consultant} · ${appointment.place}` : "–"),
            sort: ({ appointment }) => appointment?.consultant,
          },
        ]}
      />
    </>
  );
}
