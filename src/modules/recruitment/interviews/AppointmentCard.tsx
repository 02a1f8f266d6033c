import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ActButton } from "../../../platform/ui/ActButton.tsx";
import { postQuery } from "../../../platform/ui/api.ts";
import { Button, DownloadLink } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { formatDay } from "../../../platform/ui/format.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { uiMessages } from "../../../platform/ui/uiMessages.ts";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { recruitmentStale } from "../api.ts";
import { candidateInterviewsQuery, invitationsAddress, proposalAddress, slipAddress } from "./api.ts";
import { appointmentOutcomes } from "./codes.ts";
import type { Appointment, CandidateInterviews, InterviewProposal } from "./contract.ts";
import { interviewMessages } from "./messages.ts";
import { placeKey, placeWords } from "./places.ts";
import { tones } from "./standing.ts";

/** When a candidate is talked with: the hour that stands and those before, with what can be done about each. */
export function AppointmentCard({ candidateId }: { candidateId: string }) {
  const t = useMessages(interviewMessages);
  const query = useQuery(candidateInterviewsQuery(candidateId));
  return (
    <Card title={t("card.title")}>
      <Loaded query={query} lines={3}>
        {(view) => <Appointments candidateId={candidateId} view={view} />}
      </Loaded>
    </Card>
  );
}

type Doing = { act: "book" | "move" | "cancel"; id: string };

function Appointments({ candidateId, view }: { candidateId: string; view: CandidateInterviews }) {
  const t = useMessages(interviewMessages);
  const [doing, setDoing] = useState<Doing>();
  const done = () => setDoing(undefined);
  return (
    <>
      {view.appointments.length === 0 && <p className="soft">{t("card.none")}</p>}
      <ul role="list" className="stack">
        {view.appointments.map((one) => (
          <li key={one.appointmentId} className="stack-tight">
            <Line candidateId={candidateId} view={view} one={one} onAct={setDoing} />
            {doing?.id === one.appointmentId && doing.act === "move" && (
              <HourForm candidateId={candidateId} view={view} moved={one} onDone={done} />
            )}
            {doing?.id === one.appointmentId && doing.act === "cancel" && (
              <CancelForm recruitmentId={view.recruitmentId} one={one} onDone={done} />
            )}
          </li>
        ))}
      </ul>
      {view.mayBook &&
        (doing?.act === "book" ? (
          <HourForm candidateId={candidateId} view={view} moved={null} onDone={done} />
        ) : (
          <p>
            <Button icon="calendar" onClick={() => setDoing({ act: "book", id: "" })}>
              {t("act.book")}
            </Button>
          </p>
        ))}
    </>
  );
}

type LineProps = {
  candidateId: string;
  view: CandidateInterviews;
  one: Appointment;
  onAct: (doing: Doing) => void;
};

function Line({ candidateId, view, one, onAct }: LineProps) {
  const t = useMessages(interviewMessages);
  const { appointmentId, day, startsAt, endsAt, consultant, place, state, acts, reason } = one;
  return (
    <>
      <span className="cluster">
        <Status tone={tones[state]}>{t(`of.${state}`)}</Status>
        <span>
          {t("card.line", {
            when: `${formatDay(day, t.lang)}, ${startsAt}–${endsAt}`,
            who: consultant,
            place,
          })}
        </span>
      </span>
      {reason && <span className="small soft">{t("reason.of", { reason })}</span>}
      {acts.length > 0 && (
        <span className="cluster">
          {acts.includes("NOTE_OUTCOME") &&
            appointmentOutcomes
              .filter((outcome) => outcome !== state)
              .map((outcome) => (
                <ActButton
                  key={outcome}
                  type="candidate-interview.note-outcome"
                  payload={() => ({ markId: uuidv7(), appointmentId, outcome })}
                  label={t(`act.${outcome}`)}
                  messages={t}
                  invalidates={recruitmentStale}
                  onDone={() => toast({ text: t("saved.marked") })}
                />
              ))}
          {acts.includes("MOVE") && (
            <Button onClick={() => onAct({ act: "move", id: appointmentId })}>{t("act.move")}</Button>
          )}
          {acts.includes("CANCEL") && (
            <Button kind="plain" onClick={() => onAct({ act: "cancel", id: appointmentId })}>
              {t("act.cancel")}
            </Button>
          )}
          {acts.includes("PRINT") && (
            <>
              <DownloadLink href={invitationsAddress(view.recruitmentId, { lang: t.lang, candidateId })} icon="print">
                {t("print.one")}
              </DownloadLink>
              <DownloadLink href={slipAddress(appointmentId, t.lang)} icon="print">
                {t("print.slip")}
              </DownloadLink>
            </>
          )}
        </span>
      )}
    </>
  );
}

const weeksAhead = 8;

type HourProps = {
  candidateId: string;
  view: CandidateInterviews;
  /** Null: a first hour is booked. */
  moved: Appointment | null;
  onDone: () => void;
};

/** The free hours of the next weeks, to choose one of. */
function HourForm({ candidateId, view, moved, onDone }: HourProps) {
  const t = useMessages(interviewMessages);
  const minutes = moved?.minutes ?? Math.round(view.hours.least * 60);
  const wish = {
    recruitmentId: view.recruitmentId,
    candidateIds: [],
    consultantIds: [],
    from: today(),
    weeks: weeksAhead,
  };
  const query = useQuery({
    queryKey: ["recruitment", "interview-hours", view.recruitmentId, minutes],
    queryFn: ({ signal }) =>
      postQuery<InterviewProposal>(proposalAddress(view.recruitmentId), { ...wish, minutes }, { signal }),
  });
  return (
    <Loaded query={query} lines={2}>
      {({ free }) =>
        free.length === 0 ? (
          <p className="soft">{t("hour.none")}</p>
        ) : (
          <ChooseHour
            candidateId={candidateId}
            view={view}
            moved={moved}
            onDone={onDone}
            free={free}
            minutes={minutes}
          />
        )
      }
    </Loaded>
  );
}

function ChooseHour({
  candidateId,
  view: { recruitmentId },
  moved,
  onDone,
  free,
  minutes,
}: HourProps & Pick<InterviewProposal, "free"> & { minutes: number }) {
  const t = useMessages(interviewMessages);
  const ui = useMessages(uiMessages);
  const chosenOf = (key: string) => {
    const place = free.find((one) => placeKey(one) === key);
    return place && { consultantDutyId: place.consultantDutyId, day: place.day, startsAt: place.startsAt };
  };
  const form = useCommandForm({
    type: moved ? "candidate-interview.move" : "candidate-interview.book",
    messages: t,
    draft: false,
    initial: { hour: "" },
    build: ({ hour }) =>
      moved
        ? { movedId: uuidv7(), appointmentId: moved.appointmentId, ...chosenOf(hour) }
        : {
            planId: uuidv7(),
            recruitmentId,
            minutes,
            appointments: [{ appointmentId: uuidv7(), candidateId, ...chosenOf(hour) }],
          },
    check: ({ hour }) => (hour ? [] : [{ path: "hour", code: "field.required" }]),
    invalidates: recruitmentStale,
    onDone: () => {
      toast({ text: t(moved ? "saved.moved" : "saved.booked") });
      onDone();
    },
  });
  return (
    <CommandForm
      form={form}
      submit={t(moved ? "act.move" : "act.book")}
      actions={<Button onClick={onDone}>{ui("cancel")}</Button>}
    >
      <SelectField
        label={t("hour")}
        required
        options={free.map((place) => ({ value: placeKey(place), label: placeWords(place, t.lang) }))}
        {...form.field("hour")}
      />
    </CommandForm>
  );
}

function CancelForm(props: { recruitmentId: string; one: Appointment; onDone: () => void }) {
  const t = useMessages(interviewMessages);
  const ui = useMessages(uiMessages);
  const { recruitmentId, one, onDone } = props;
  const form = useCommandForm({
    type: "candidate-interview.cancel",
    messages: t,
    draft: false,
    initial: { reason: "" },
    build: ({ reason }) => ({ recruitmentId, appointmentIds: [one.appointmentId], reason }),
    check: ({ reason }) => (reason.trim() ? [] : [{ path: "reason", code: "field.required" }]),
    invalidates: recruitmentStale,
    onDone: () => {
      toast({ text: t("saved.cancelled") });
      onDone();
    },
  });
  return (
    <CommandForm
      form={form}
      submit={t("act.cancel")}
      submitKind="danger"
      actions={<Button onClick={onDone}>{ui("cancel")}</Button>}
    >
      <TextArea label={t("reason")} required maxLength={1000} {...form.field("reason")} />
    </CommandForm>
  );
}
