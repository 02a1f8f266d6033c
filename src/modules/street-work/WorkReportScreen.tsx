import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { type Definition, Definitions } from "../../platform/ui/Definitions.tsx";
import { dayOfInstant, formatClock, formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { InstantText } from "../../platform/ui/Words.tsx";
import { outreachMessages } from "../outreach/messages.ts";
import { reportQuery } from "./api.ts";
import { CountedFigures } from "./CountedFigures.tsx";
import type { WorkReportView } from "./contract.ts";
import { streetWorkMessages } from "./messages.ts";
import { ReportStatus } from "./ReportTable.tsx";

/** A worker's report as the coordinator reads it: counted, added, accepted or returned. */
export function WorkReportScreen() {
  const t = useMessages(streetWorkMessages);
  const lang = useLanguage();
  const query = useQuery(reportQuery(useParam("reportId")));
  const report = query.data?.report;
  return (
    <Page
      title={t("report.title")}
      lead={
        report &&
        t("report.of", { name: report.author.name, day: formatDay(dayOfInstant(report.shift.startedAt), lang) })
      }
      back={{ to: "/street-work", label: t("office.title") }}
      narrow
    >
      <Loaded query={query} lines={8}>
        {({ report: read }) => (
          <>
            <Shift report={read} />
            <Figures report={read} />
            <Events report={read} />
            <Typed report={read} />
            <Steps report={read} />
            {read.state === "SUBMITTED" && !read.mine && <Judge report={read} reload={() => void query.refetch()} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Shift({ report }: { report: WorkReportView }) {
  const t = useMessages(streetWorkMessages);
  const lang = useLanguage();
  const { shift, typed } = report;
  const times = (from: string | null, to: string | null) =>
    from && to ? `${formatClock(from, lang)}–${formatClock(to, lang)}` : t("report.notSaid");
  const weather = [
    typed.weather && t(`weather.${typed.weather}`),
    typed.lowestCelsius === null ? null : `${typed.lowestCelsius} °C`,
    shift.frostAlert ? t("report.frost") : null,
  ].filter(Boolean);
  return (
    <Card title={t("report.shift")} actions={<ReportStatus state={report.state} />}>
      <Definitions
        columns={2}
        items={[
          {
            term: t("report.hours"),
            value: times(typed.actualStart, typed.actualEnd),
            note: shift.night && t("report.night"),
          },
          { term: t("report.planned"), value: times(shift.plannedStart, shift.plannedEnd) },
          { term: t("report.shift"), value: times(shift.startedAt, shift.endedAt) },
          { term: t("report.members"), value: shift.members.map(({ name }) => name).join(", ") },
          { term: t("report.route"), value: shift.routeName },
          { term: t("report.weather"), value: weather.join(", ") || null },
        ]}
      />
      {typed.asksForSupervision && <Status tone="due">{t("office.supervision")}</Status>}
    </Card>
  );
}

function Figures({ report }: { report: WorkReportView }) {
  const t = useMessages(streetWorkMessages);
  const lang = useLanguage();
  const { frozen, counted, siteNames } = report;
  const moved = frozen && frozen.hash !== report.countedHash;
  const { contactsFirst: first, contactsRepeat: repeat, known, unknown } = counted;
  return (
    <Card title={t("report.counted")}>
      {frozen && <p className="soft">{t("report.frozen", { day: formatDay(dayOfInstant(frozen.at), lang) })}</p>}
      {moved && <Notice tone="info">{t("report.moved", { first, repeat, known, unknown })}</Notice>}
      <CountedFigures counted={frozen?.counted ?? counted} siteNames={siteNames} />
    </Card>
  );
}

function Events({ report: { interventions, incidents } }: { report: WorkReportView }) {
  const t = useMessages(streetWorkMessages);
  const o = useMessages(outreachMessages);
  if (interventions.length + incidents.length === 0) return null;
  const items: Definition[] = [
    ...interventions.map((it) => ({
      term: o(`intervention.${it.kind}`),
      value: (
        <>
          <InstantText at={it.calledAt} />
          {`, ${it.services.map((service) => o(`service.${service}`)).join(", ")}, ${o(`interventionOutcome.${it.outcome}`)}`}
        </>
      ),
      note: it.note,
    })),
    ...incidents.map((it) => ({
      term: o(`incident.${it.kind}`),
      value: (
        <>
          <InstantText at={it.happenedAt} />
          {it.injured && `, ${t("report.injured")}`}
          {it.reportedTo.length > 0 && `, ${it.reportedTo.map((whom) => o(`reportedTo.${whom}`)).join(", ")}`}
        </>
      ),
      note: it.note,
    })),
  ];
  return (
    <Card title={t("report.events")}>
      <Definitions items={items} />
    </Card>
  );
}

function Typed({ report: { typed } }: { report: WorkReportView }) {
  const t = useMessages(streetWorkMessages);
  const o = useMessages(outreachMessages);
  const institutions = typed.institutions.map(({ kind, about }) =>
    about ? `${o(`institution.${kind}`)}: ${about}` : o(`institution.${kind}`),
  );
  return (
    <Card title={t("report.typed")}>
      <Definitions
        items={[
          { term: t("report.institutions"), value: institutions.join("; ") || null },
          {
            term: t("report.officeHours"),
            value: typed.officeHours === null ? null : t("report.hoursOf", { hours: typed.officeHours }),
          },
          { term: t("report.reflections"), value: typed.reflections },
          { term: t("report.equipment"), value: typed.equipment },
        ]}
      />
      <p className="soft small">{t("report.strainHidden")}</p>
    </Card>
  );
}

function Steps({ report: { steps } }: { report: WorkReportView }) {
  const t = useMessages(streetWorkMessages);
  return (
    <Card title={t("report.steps")}>
      <Definitions
        items={steps.map((step) => ({
          term: t(`step.${step.step}`),
          value: (
            <>
              {step.by}, <InstantText at={step.at} />
            </>
          ),
          note: step.reason,
        }))}
      />
    </Card>
  );
}

function Judge({ report, reload }: { report: WorkReportView; reload: () => void }) {
  const t = useMessages(streetWorkMessages);
  const go = useGo();
  const [returning, setReturning] = useState(false);
  const common = { messages: t, invalidates: [["street-work"]] };
  const done = (words: string) => () => {
    toast({ text: words });
    go("/street-work");
  };
  const accept = useCommandForm({
    ...common,
    type: "work-report.accept",
    initial: {},
    build: () => ({ reportId: report.id, seenHash: report.countedHash }),
    onDone: done(t("report.accepted")),
  });
  const back = useCommandForm({
    ...common,
    type: "work-report.return",
    initial: { reason: "" },
    build: ({ reason }) => ({ reportId: report.id, reason: reason.trim() }),
    onDone: done(t("report.returned")),
  });
  if (returning)
    return (
      <CommandForm
        form={back}
        submit={t("report.return")}
        actions={<Button onClick={() => setReturning(false)}>{t("report.keep")}</Button>}
      >
        <TextArea label={t("report.returnReason")} required rows={4} {...back.field("reason")} />
      </CommandForm>
    );
  return (
    <CommandForm
      form={accept}
      submit={t("report.accept")}
      onReload={reload}
      actions={<Button onClick={() => setReturning(true)}>{t("report.return")}</Button>}
    >
      {null}
    </CommandForm>
  );
}
