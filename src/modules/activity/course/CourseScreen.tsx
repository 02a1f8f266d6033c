import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { hoursText } from "../../../platform/hoursText.ts";
import { ActButton } from "../../../platform/ui/ActButton.tsx";
import { BarFigure } from "../../../platform/ui/BarFigure.tsx";
import { Button, DownloadLink, OtherPrints } from "../../../platform/ui/Button.tsx";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { SidePanel } from "../../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay, formatMoney } from "../../../platform/ui/format.ts";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { activitiesStale, courseCertificateAddress, courseQuery, coursesQuery } from "../api.ts";
import { CertifyCourseForm, CourseForm, EnrolForm, IssueForm, LeaveForm, ResultForm } from "./CourseForms.tsx";
import type { CourseCard, CourseParticipant } from "./contract.ts";
import { courseMessages } from "./messages.ts";
import "../../../platform/ui/record.css";

type Open =
  | { what: "edit" | "enrol" }
  | { what: "result" | "leave" | "issue" | "certify"; participant: CourseParticipant };

const titles = {
  edit: "course.edit",
  enrol: "enrol",
  result: "result",
  leave: "leave",
  issue: "issue",
  certify: "certify",
} as const;

/** One course: its facts, who takes part, how much, the exam, certificates and why somebody has none. */
export function CourseScreen() {
  const t = useMessages(courseMessages);
  const query = useQuery(courseQuery(useParam("courseId")));
  const [open, setOpen] = useState<Open>();
  const course = query.data;
  return (
    <Page
      title={course?.name ?? t("course")}
      lead={course?.unitName}
      back={{ to: "/activities/courses", label: t("back") }}
      actions={
        course?.mayKeep && (
          <>
            <Button onClick={() => setOpen({ what: "edit" })}>{t("course.edit")}</Button>
            <Button kind="main" icon="plus" onClick={() => setOpen({ what: "enrol" })}>
              {t("enrol")}
            </Button>
          </>
        )
      }
    >
      <Loaded query={query} lines={8}>
        {(view) => (
          <>
            <div className="stack">
              <Facts view={view} />
              <Figure view={view} />
              <Participants view={view} onOpen={setOpen} />
            </div>
            <SidePanel
              open={open !== undefined}
              title={open ? t(titles[open.what]) : ""}
              onClose={() => setOpen(undefined)}
            >
              {open && <OpenForm open={open} view={view} onDone={() => setOpen(undefined)} />}
            </SidePanel>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function OpenForm({ open, view, onDone }: { open: Open; view: CourseCard; onDone: () => void }) {
  switch (open.what) {
    case "edit":
      return <Edit view={view} onDone={onDone} />;
    case "enrol":
      return <EnrolForm course={view} onDone={onDone} />;
    case "result":
      return <ResultForm course={view} participant={open.participant} onDone={onDone} />;
    case "leave":
      return <LeaveForm course={view} participant={open.participant} onDone={onDone} />;
    case "issue":
      return <IssueForm course={view} participant={open.participant} onDone={onDone} />;
    case "certify":
      return <CertifyCourseForm course={view} participant={open.participant} onDone={onDone} />;
  }
}

function Edit({ view, onDone }: { view: CourseCard; onDone: () => void }) {
  const courses = useQuery(coursesQuery);
  return (
    <Loaded query={courses} lines={6}>
      {(list) => <CourseForm list={list} known={view} onDone={onDone} />}
    </Loaded>
  );
}

function Facts({ view }: { view: CourseCard }) {
  const t = useMessages(courseMessages);
  const percent = view.thresholdPercent;
  return (
    <Card title={t("course")}>
      <Definitions
        columns={2}
        items={[
          { term: t("kind"), value: t(`kind.${view.kind}`) },
          { term: t("provider"), value: view.provider },
          ...(view.edition ? [{ term: t("edition"), value: view.edition }] : []),
          {
            term: t("period"),
            value: (
              <>
                <DateText day={view.startsOn} /> – <DateText day={view.endsOn} />
              </>
            ),
          },
          {
            term: t("programmeHours"),
            value: hoursText(view.programmeMinutes, t.lang, view.minutesPerHour),
            ...(view.minutesPerHour === 60 ? {} : { note: t("hours.teaching", { minutes: view.minutesPerHour }) }),
          },
          { term: t("project"), value: view.projectTitle ?? t("project.none") },
          { term: t("module"), value: view.moduleName ?? t("module.none") },
          {
            term: t("threshold"),
            value: t(view.thresholdOfProject ? "threshold.project" : "threshold.own", { percent }),
          },
          { term: t("qualification"), value: t(view.qualification ? "qualification.yes" : "qualification.no") },
          ...(view.costGrosze === null ? [] : [{ term: t("cost"), value: formatMoney(view.costGrosze, t.lang) }]),
        ]}
      />
    </Card>
  );
}

/** Attendance against the threshold, of those of whom it is known. */
function Figure({ view }: { view: CourseCard }) {
  const t = useMessages(courseMessages);
  const bars = view.participants.flatMap(({ id, personName, attended }) =>
    attended ? [{ id, name: personName, value: attended.percent, total: 100, needed: view.thresholdPercent }] : [],
  );
  return bars.length === 0 ? null : <BarFigure title={`${t("attended")} (%)`} bars={bars} />;
}

type Parts = { view: CourseCard; onOpen: (open: Open) => void };

function Participants({ view, onOpen }: Parts) {
  const t = useMessages(courseMessages);
  return (
    <Card title={`${t("participants")}: ${t("participants.count", { count: view.participants.length })}`}>
      {view.participants.length === 0 && <EmptyState title={t("participants.none")} />}
      {view.participants.map((participant) => (
        <Participant key={participant.id} participant={participant} view={view} onOpen={onOpen} />
      ))}
      {view.hidden > 0 && <p className="soft">{t("participants.hidden", { count: view.hidden })}</p>}
    </Card>
  );
}

function Participant({ participant, view, onOpen }: Parts & { participant: CourseParticipant }) {
  const t = useMessages(courseMessages);
  const { attended, exam, leaving, certificates, lacks, receipts } = participant;
  return (
    <section className="record-line" aria-label={participant.personName}>
      <p className="cluster">
        <strong>{participant.personName}</strong>
        <span>{t(`basis.${participant.basis}`)}</span>
        {certificates[0] ? (
          <Status tone="confirmed">
            {t("certificate.of", {
              number: certificates[0].number,
              day: formatDay(certificates[0].issuedOn, t.lang),
            })}
          </Status>
        ) : lacks.length === 0 ? (
          <Status tone="due">{t("ready")}</Status>
        ) : (
          lacks.map((lack) => <Status key={lack}>{t(`lack.${lack}`)}</Status>)
        )}
      </p>
      <p className="soft">
        {[
          `${t("attended")}: ${
            attended
              ? t("attended.value", {
                  percent: attended.percent,
                  hours: hoursText(attended.minutes, t.lang, view.minutesPerHour),
                  of: hoursText(attended.ofMinutes, t.lang, view.minutesPerHour),
                })
              : t("attended.unknown")
          }${attended?.fromRegisters ? `, ${t("attended.registers")}` : ""}`,
          exam ? `${t("exam")}: ${t(exam.passed ? "exam.passed" : "exam.failed")}` : "",
          leaving ? `${t("leftOn")}: ${formatDay(leaving.leftOn, t.lang)} ${leaving.reason}` : "",
          receipts.length > 0 ? `${t("receipts")}: ${receipts.map(({ item }) => item).join(", ")}` : "",
          participant.lacksDocument ? t("lacksDocument") : "",
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {certificates[0]?.reason && <p className="soft small">{certificates[0].reason}</p>}
      {view.mayKeep && <Acts participant={participant} onOpen={onOpen} />}
    </section>
  );
}

function Acts({ participant, onOpen }: Pick<Parts, "onOpen"> & { participant: CourseParticipant }) {
  const t = useMessages(courseMessages);
  const given = participant.certificates.length > 0;
  const address = (print: "normal" | "large" | "edit") => courseCertificateAddress(participant.id, t.lang, print);
  return (
    <div className="cluster" role="group" aria-label={t("acts.of", { name: participant.personName })}>
      {!participant.leaving && (
        <Button kind="plain" onClick={() => onOpen({ what: "result", participant })}>
          {t("result")}
        </Button>
      )}
      {participant.lacks.length === 0 && (
        <Button kind={given ? "plain" : "quiet"} onClick={() => onOpen({ what: "certify", participant })}>
          {t(given ? "mend" : "certify")}
        </Button>
      )}
      <Button kind="plain" onClick={() => onOpen({ what: "issue", participant })}>
        {t("issue")}
      </Button>
      {!participant.leaving && !given && (
        <Button kind="plain" onClick={() => onOpen({ what: "leave", participant })}>
          {t("leave")}
        </Button>
      )}
      {participant.leaving && <Back participant={participant} what="LEAVING" label={t("back.LEAVING")} />}
      {participant.receipts.map(({ id, item }) => (
        <Back key={id} participant={participant} what="RECEIPT" receiptId={id} label={t("back.RECEIPT", { item })} />
      ))}
      {!given && <Back participant={participant} what="PLACE" label={t("back.PLACE")} />}
      {given && (
        <>
          <DownloadLink href={address("normal")} icon="print">
            {t("print")}
          </DownloadLink>
          <OtherPrints>
            <DownloadLink href={address("large")}>{t("print.large")}</DownloadLink>
            <DownloadLink href={address("edit")}>{t("print.edit")}</DownloadLink>
          </OtherPrints>
        </>
      )}
    </div>
  );
}

function Back({
  participant,
  what,
  receiptId = null,
  label,
}: {
  participant: CourseParticipant;
  what: "PLACE" | "LEAVING" | "RECEIPT";
  receiptId?: string | null;
  label: string;
}) {
  const t = useMessages(courseMessages);
  return (
    <ActButton
      type="course.take-back"
      payload={() => ({ participantId: participant.id, what, receiptId })}
      label={label}
      kind="plain"
      messages={t}
      invalidates={activitiesStale}
    />
  );
}
