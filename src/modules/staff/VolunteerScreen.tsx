import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { hoursText } from "../../platform/hoursText.ts";
import { ActButton } from "../../platform/ui/ActButton.tsx";
import { Button, DownloadLink, OtherPrints } from "../../platform/ui/Button.tsx";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { formatDay, formatMoney } from "../../platform/ui/format.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useParam } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { Badge, Status } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { staffAccess } from "./access.ts";
import { agreementAddress, certificateAddress, volunteerQuery, volunteersStale } from "./api.ts";
import type { VolunteerAgreement, VolunteerCard } from "./contract.ts";
import { LedHoursCard } from "./LedHoursCard.tsx";
import { staffMessages } from "./messages.ts";
import {
  AgreementForm,
  AvailabilityForm,
  CertifyForm,
  EndAgreementForm,
  ExpenseForm,
  HoursForm,
  SettleForm,
  TrainingForm,
  VolunteerForm,
} from "./VolunteerForms.tsx";
import "../../platform/ui/record.css";

type Open =
  | { what: "edit" | "agreement" | "training" | "available" }
  | { what: "end" | "settle" | "hours" | "expense" | "certify"; agreement: VolunteerAgreement };

const titles = {
  edit: "volunteer.edit",
  agreement: "agreement.new",
  training: "training.record",
  available: "available.set",
  end: "agreement.end",
  settle: "agreement.settle",
  hours: "hours.log",
  expense: "expense.record",
  certify: "certificate.give",
} as const;

/** One volunteer: agreements, hours, expenses, training, certificates. */
export function VolunteerScreen() {
  const t = useMessages(staffMessages);
  const volunteer = useQuery(volunteerQuery(useParam("volunteerId")));
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const card = volunteer.data;
  return (
    <Page
      title={card ? `${card.firstName} ${card.lastName}` : t("volunteers")}
      lead={card?.unitName}
      back={{ to: "/volunteers", label: t("back") }}
      actions={card?.mayKeep && <Button onClick={() => setOpen({ what: "edit" })}>{t("volunteer.edit")}</Button>}
    >
      <Loaded query={volunteer} lines={8}>
        {(view) => (
          <>
            <Whole view={view} onOpen={setOpen} />
            <SidePanel open={open !== undefined} title={open ? t(titles[open.what]) : ""} onClose={close}>
              {open && <OpenForm open={open} view={view} onDone={close} />}
            </SidePanel>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function OpenForm({ open, view, onDone }: { open: Open; view: VolunteerCard; onDone: () => void }) {
  switch (open.what) {
    case "edit":
      return <VolunteerForm units={view.units} known={view} onDone={onDone} />;
    case "agreement":
      return <AgreementForm volunteer={view} onDone={onDone} />;
    case "training":
      return <TrainingForm volunteer={view} onDone={onDone} />;
    case "available":
      return <AvailabilityForm volunteer={view} onDone={onDone} />;
    case "end":
      return <EndAgreementForm agreement={open.agreement} onDone={onDone} />;
    case "settle":
      return <SettleForm agreement={open.agreement} volunteer={view} onDone={onDone} />;
    case "hours":
      return <HoursForm agreement={open.agreement} onDone={onDone} />;
    case "expense":
      return <ExpenseForm agreement={open.agreement} onDone={onDone} />;
    case "certify":
      return <CertifyForm agreement={open.agreement} onDone={onDone} />;
  }
}

type Parts = { view: VolunteerCard; onOpen: (open: Open) => void };

function Whole({ view, onOpen }: Parts) {
  return (
    <div className="record-columns">
      <div className="stack">
        <Agreements view={view} onOpen={onOpen} />
        <LedHoursCard view={view} />
        <Hours view={view} />
      </div>
      <div className="stack">
        <Person view={view} />
        <Available view={view} onOpen={onOpen} />
        <Trainings view={view} onOpen={onOpen} />
        {view.mayKeep && view.expenses.length > 0 && <Expenses view={view} />}
      </div>
    </div>
  );
}

function Person({ view: { details, minor } }: { view: VolunteerCard }) {
  const t = useMessages(staffMessages);
  if (!details) return null;
  return (
    <Card title={t("details")}>
      <Definitions
        items={[
          {
            term: t("birthDate"),
            value: details.birthDate ? <DateText day={details.birthDate} /> : "–",
            note: minor ? <Badge tone="due">{t("minor")}</Badge> : undefined,
          },
          { term: t("phone"), value: details.phone || "–" },
          { term: t("email"), value: details.email || "–" },
          { term: t("address"), value: details.address || "–" },
          ...(details.guardian ? [{ term: t("guardian"), value: details.guardian }] : []),
        ]}
      />
    </Card>
  );
}

function Agreements({ view, onOpen }: Parts) {
  const t = useMessages(staffMessages);
  return (
    <Card
      title={t("agreements")}
      actions={
        view.mayKeep && (
          <Button
            kind={view.agreements.some(({ holds }) => holds) ? "quiet" : "main"}
            icon="plus"
            onClick={() => onOpen({ what: "agreement" })}
          >
            {t("agreement.new")}
          </Button>
        )
      }
    >
      {view.agreements.length === 0 && <Notice tone="due">{t("agreement.none.next")}</Notice>}
      {view.agreements.map((agreement) => (
        <Agreement key={agreement.id} agreement={agreement} view={view} onOpen={onOpen} />
      ))}
    </Card>
  );
}

function Agreement({ agreement, view, onOpen }: Parts & { agreement: VolunteerAgreement }) {
  const t = useMessages(staffMessages);
  const { holds, ending, lacks } = agreement;
  return (
    <section className="record-line" aria-label={t("agreement.no", { number: agreement.number })}>
      <p className="cluster">
        <strong>{t("agreement.no", { number: agreement.number })}</strong>
        <Status tone={holds ? "confirmed" : "neutral"}>{t(holds ? "agreement.holds" : "agreement.past")}</Status>
        {lacks.map((lack) => (
          <Status key={lack} tone="due">
            {t(`lack.${lack}`)}
          </Status>
        ))}
      </p>
      <Definitions
        columns={2}
        items={[
          {
            term: t("period"),
            value: (
              <>
                <DateText day={agreement.startsOn} /> –{" "}
                {agreement.endsOn ? <DateText day={agreement.endsOn} /> : t("endsOn.none")}
              </>
            ),
          },
          { term: t("signedOn"), value: agreement.signedOn ? <DateText day={agreement.signedOn} /> : "–" },
          { term: t("pledgedOn"), value: <DateText day={agreement.pledgedOn} /> },
          { term: t("insurance"), value: t(`insurance.${agreement.insurance}`) },
          ...(agreement.guardianConsentOn
            ? [{ term: t("guardianConsentOn"), value: <DateText day={agreement.guardianConsentOn} /> }]
            : []),
          { term: t("hours"), value: t("hours.value", { hours: hoursText(agreement.minutes, t.lang) }) },
          ...(view.mayKeep && agreement.expensesGrosze > 0
            ? [{ term: t("expenses"), value: formatMoney(agreement.expensesGrosze, t.lang) }]
            : []),
        ]}
      />
      <p>{agreement.tasks}</p>
      {ending && (
        <p className="soft">
          {t("agreement.ended", { day: formatDay(ending.endedOn, t.lang), by: ending.by })}
          {ending.reason && ` – ${ending.reason}`}
        </p>
      )}
      {agreement.certificates.map((certificate) => (
        <div key={certificate.id} className="cluster">
          <span>
            {t("certificate.of", {
              number: certificate.number,
              day: formatDay(certificate.issuedOn, t.lang),
              hours: hoursText(certificate.minutes, t.lang),
            })}
          </span>
          {view.mayKeep && (
            <Prints
              label={t("print")}
              address={(print) => certificateAddress(view.id, certificate.id, t.lang, print)}
            />
          )}
        </div>
      ))}
      <AgreementActs agreement={agreement} view={view} onOpen={onOpen} />
    </section>
  );
}

function AgreementActs({ agreement, view, onOpen }: Parts & { agreement: VolunteerAgreement }) {
  const t = useMessages(staffMessages);
  return (
    <div className="cluster">
      <Button kind={agreement.holds ? "main" : "quiet"} onClick={() => onOpen({ what: "hours", agreement })}>
        {t("hours.log")}
      </Button>
      {view.mayKeep && (
        <>
          <Button kind="plain" onClick={() => onOpen({ what: "expense", agreement })}>
            {t("expense.record")}
          </Button>
          {agreement.minutes > 0 && (
            <Button kind="plain" onClick={() => onOpen({ what: "certify", agreement })}>
              {t("certificate.give")}
            </Button>
          )}
          <Button kind="plain" onClick={() => onOpen({ what: "settle", agreement })}>
            {t("agreement.settle")}
          </Button>
          {agreement.minutes === 0 && agreement.expensesGrosze === 0 && (
            <ActButton
              type="volunteer-agreement.withdraw"
              payload={() => ({ agreementId: agreement.id })}
              label={t("agreement.withdraw")}
              kind="plain"
              messages={t}
              invalidates={volunteersStale}
            />
          )}
          {agreement.ending === null && (
            <Button kind="plain" onClick={() => onOpen({ what: "end", agreement })}>
              {t("agreement.end")}
            </Button>
          )}
          <Prints label={t("agreement.print")} address={(print) => agreementAddress(agreement.id, t.lang, print)} />
        </>
      )}
    </div>
  );
}

function Prints({ label, address }: { label: string; address: (print: "normal" | "large" | "edit") => string }) {
  const t = useMessages(staffMessages);
  return (
    <>
      <DownloadLink href={address("normal")} icon="print">
        {label}
      </DownloadLink>
      <OtherPrints>
        <DownloadLink href={address("large")}>{t("print.large")}</DownloadLink>
        <DownloadLink href={address("edit")}>{t("print.edit")}</DownloadLink>
      </OtherPrints>
    </>
  );
}

function Hours({ view }: { view: VolunteerCard }) {
  const t = useMessages(staffMessages);
  const logs = useHasRole(...Object.keys(staffAccess["volunteer-hours.withdraw"]));
  return (
    <Card title={t("hours")}>
      <DataTable
        label={t("hours")}
        rows={view.hours}
        rowId={(row) => row.id}
        empty={<EmptyState title={t("hours.none")} />}
        columns={[
          { id: "day", label: t("day"), main: true, cell: (row) => <DateText day={row.day} />, sort: (row) => row.day },
          {
            id: "hours",
            label: t("hoursOf"),
            number: true,
            cell: (row) => hoursText(row.minutes, t.lang),
            sort: (row) => row.minutes,
          },
          { id: "task", label: t("task"), cell: (row) => <Task of={row} /> },
          { id: "agreement", label: t("agreement"), wideOnly: true, cell: (row) => row.agreementNumber },
          ...(logs
            ? [
                {
                  id: "act",
                  label: "",
                  cell: (row: VolunteerCard["hours"][number]) => (
                    <ActButton
                      type="volunteer-hours.withdraw"
                      payload={() => ({ hoursId: row.id })}
                      label={t("hours.withdraw")}
                      kind="plain"
                      messages={t}
                      invalidates={volunteersStale}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

/** What was done, and where registers no longer say what was confirmed, so that it is taken back and confirmed anew. */
function Task({ of: { source, task: written, otherwise } }: { of: VolunteerCard["hours"][number] }) {
  const t = useMessages(staffMessages);
  const task = source === "MEETING" ? t("led.meeting") : written;
  if (!otherwise) return task;
  const { minutes } = otherwise;
  return (
    <>
      {task}{" "}
      <Status tone="due" icon="warning">
        {minutes === null ? t("led.gone") : t("led.otherwise", { hours: hoursText(minutes, t.lang) })}
      </Status>
    </>
  );
}

function Available({ view, onOpen }: Parts) {
  const t = useMessages(staffMessages);
  return (
    <Card
      title={t("available")}
      actions={
        <Button kind="plain" onClick={() => onOpen({ what: "available" })}>
          {t("available.set")}
        </Button>
      }
    >
      {view.slots.length === 0 ? (
        <p className="soft">{t("available.none")}</p>
      ) : (
        view.slots.map(({ weekday, startsAt, endsAt }) => (
          <p key={`${weekday} ${startsAt}`}>{`${t.maybe(`weekday.${weekday}`) ?? weekday}, ${startsAt}–${endsAt}`}</p>
        ))
      )}
    </Card>
  );
}

function Trainings({ view, onOpen }: Parts) {
  const t = useMessages(staffMessages);
  return (
    <Card
      title={t("trainings")}
      actions={
        view.mayKeep && (
          <Button kind="plain" onClick={() => onOpen({ what: "training" })}>
            {t("training.record")}
          </Button>
        )
      }
    >
      {view.trainings.length === 0 && <p className="soft">–</p>}
      {view.trainings.map(({ id, heldOn, topic }) => (
        <p key={id} className="record-line">
          <span>{topic}</span>
          <span className="soft small">
            <DateText day={heldOn} />
          </span>
        </p>
      ))}
    </Card>
  );
}

function Expenses({ view }: { view: VolunteerCard }) {
  const t = useMessages(staffMessages);
  return (
    <Card title={t("expenses")}>
      {view.expenses.map(({ id, day, amountGrosze, what }) => (
        <div key={id} className="record-line">
          <span>
            {formatMoney(amountGrosze, t.lang)} – {what}
          </span>
          <span className="soft small">
            <DateText day={day} />
          </span>
          <ActButton
            type="volunteer-expense.withdraw"
            payload={() => ({ expenseId: id })}
            label={t("hours.withdraw")}
            kind="plain"
            messages={t}
            invalidates={volunteersStale}
          />
        </div>
      ))}
    </Card>
  );
}
