import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { isPlainDate, type PlainDate } from "../../platform/time/plainDate.ts";
import { AppLink, Button, DownloadLink, OtherPrints } from "../../platform/ui/Button.tsx";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { Dialog } from "../../platform/ui/Dialog.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { useUrlFilters } from "../../platform/ui/navigation.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { useHasRole, useSession } from "../../platform/ui/session.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { colleaguesQuery, colleaguesWho } from "../organisation/api.ts";
import { caseworkAccess } from "./access.ts";
import { interviewsQuery } from "./api.ts";
import { CorrectInterviewForm } from "./CorrectInterviewForm.tsx";
import { interviewUrgencies } from "./codes.ts";
import { InterviewResultForm } from "./InterviewResultForm.tsx";
import type { InterviewView } from "./interviewContract.ts";
import { interviewMessages } from "./interviewMessages.ts";
import { interviewPaperMessages } from "./interviewPaperMessages.ts";
import { DueWords } from "./TaskWords.tsx";

/** The register of interviews in a person's file: what is to be held until when, and what came of it. */
export function InterviewsCard({ personId }: { personId: string }) {
  const t = useMessages(interviewMessages);
  const interviews = useQuery(interviewsQuery(personId));
  const mayNeed = useHasRole(...Object.keys(caseworkAccess["interview.need"]));
  const mayRecord = useHasRole(...Object.keys(caseworkAccess["interview.record"]));
  const [{ interview: linked }, setLink] = useUrlFilters({ interview: "" });
  const learnedOn = isPlainDate(linked) && linked <= today() ? linked : today();
  const seesRegister = useHasRole(...Object.keys(caseworkAccess["interview.read-register"]));
  const [isEntering, setEntering] = useState(mayNeed && linked !== "");
  const mayCorrect = useHasRole(...Object.keys(caseworkAccess["interview.correct"]));
  const [recorded, setRecorded] = useState<InterviewView>();
  const [corrected, setCorrected] = useState<InterviewView>();
  // the form stays as it was begun until whoever writes asks for what stands now
  const reload = async (id: string) => {
    const fresh = await interviews.refetch();
    setCorrected(fresh.data?.interviews.find((it) => it.id === id));
  };
  const add = mayNeed && (
    <Button kind="quiet" icon="plus" onClick={() => setEntering(true)}>
      {t("interview.new")}
    </Button>
  );
  return (
    <Card title={t("interview.title")} actions={add}>
      <p className="soft">
        {t("interview.hint")} {seesRegister && <AppLink to="/interviews">{t("register.link")}</AppLink>}
      </p>
      <Loaded query={interviews} lines={2}>
        {({ interviews: all }) =>
          all.length === 0 ? (
            <p className="soft">{t("interview.none")}</p>
          ) : (
            <ul role="list" className="team-list">
              {all.map((it) => (
                <Line
                  key={it.id}
                  it={it}
                  {...(mayRecord ? { onRecord: () => setRecorded(it) } : {})}
                  {...(mayCorrect ? { onCorrect: () => setCorrected(it) } : {})}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {isEntering && (
        <NeedDialog
          personId={personId}
          learnedOn={learnedOn}
          onClose={() => {
            setEntering(false);
            setLink({ interview: "" });
          }}
        />
      )}
      {recorded && (
        <Dialog open title={t("interview.resultTitle")} onClose={() => setRecorded(undefined)}>
          <InterviewResultForm it={recorded} personId={personId} onClose={() => setRecorded(undefined)} />
        </Dialog>
      )}
      {corrected && (
        <Dialog open title={t("interview.correctTitle")} onClose={() => setCorrected(undefined)}>
          <CorrectInterviewForm
            key={corrected.version}
            it={corrected}
            personId={personId}
            onClose={() => setCorrected(undefined)}
            onReload={() => void reload(corrected.id)}
          />
        </Dialog>
      )}
    </Card>
  );
}

type LineProps = { it: InterviewView; onRecord?: () => void; onCorrect?: () => void };

function Line({ it, onRecord, onCorrect }: LineProps) {
  const t = useMessages(interviewMessages);
  const lang = useLanguage();
  const { result } = it;
  const correct = onCorrect && !it.withdrawn && (
    <Button kind="quiet" icon="edit" onClick={onCorrect}>
      {t("interview.correct")}
    </Button>
  );
  if (!result)
    return (
      <li>
        <span className="task-words">
          <strong>{t("interview.neededOn", { day: formatDay(it.triggerOn, lang) })}</strong>
          <span className="cluster small soft">
            {t(`urgency.${it.urgency}`)} · {t("interview.dueOn", { day: formatDay(it.dueOn, lang) })} ·{" "}
            {it.socialWorker}
          </span>
          <Former it={it} />
        </span>
        <span className="cluster">
          {it.withdrawn && <span className="soft">{t("interview.withdrawnMark")}</span>}
          {!it.withdrawn &&
            (it.stopped ? <span className="soft">{t("interview.stopped")}</span> : <DueWords day={it.dueOn} />)}
          {onRecord && !it.stopped && !it.withdrawn && (
            <Button kind="quiet" icon="check" onClick={onRecord}>
              {t("interview.record")}
            </Button>
          )}
          {correct}
          <EntryPapers it={it} />
        </span>
      </li>
    );
  const words = t(result.refused ? "interview.refusedWords" : "interview.heldWords", {
    day: formatDay(result.heldOn, lang),
  });
  return (
    <li>
      <details className="task-words">
        <summary>
          <strong>{it.withdrawn ? <s>{words}</s> : words}</strong>{" "}
          <span className="small soft">
            {it.withdrawn ? `${t("interview.withdrawnMark")}, ${it.socialWorker}` : it.socialWorker}
          </span>
        </summary>
        <Definitions
          items={[
            { term: t("interview.trigger"), value: formatDay(it.triggerOn, lang) },
            { term: t("interview.place"), value: result.place || "–" },
            { term: t("interview.second"), value: result.secondWorker ?? t("interview.alone") },
            ...(result.policeAssist ? [{ term: t("interview.police"), value: "✓" }] : []),
            { term: t("interview.parts"), value: result.parts.join(", ") || "–" },
            { term: t("interview.conclusions"), value: result.conclusions || "–" },
            { term: t("interview.externalNo"), value: result.externalNo ?? "–" },
            ...(result.updateDueOn
              ? [{ term: t("interview.updateBy"), value: formatDay(result.updateDueOn, lang) }]
              : []),
          ]}
        />
        {result.refused && <p className="small soft">{t("interview.refusalNote")}</p>}
        <Former it={it} />
        <div className="cluster">
          <EntryPapers it={it} />
          {correct}
        </div>
      </details>
    </li>
  );
}

/** The entry on paper, and the scan that lies with it for who may open it. */
function EntryPapers({ it }: { it: InterviewView }) {
  const p = useMessages(interviewPaperMessages);
  const lang = useLanguage();
  const address = (print: string) => `/api/interviews/${it.id}/document?lang=${lang}&print=${print}`;
  return (
    <>
      {it.result?.scanFileId && <ScanLink interviewId={it.id} fileId={it.result.scanFileId} />}
      <DownloadLink href={address("normal")}>{p("entry.pdf")}</DownloadLink>
      <OtherPrints>
        <DownloadLink href={address("large")}>{p("entry.large")}</DownloadLink>
      </OtherPrints>
    </>
  );
}

function ScanLink({ interviewId, fileId }: { interviewId: string; fileId: string }) {
  const p = useMessages(interviewPaperMessages);
  const mayOpen = useHasRole(...Object.keys(caseworkAccess["interview.open-scan"]));
  if (!mayOpen) return null;
  return <DownloadLink href={`/api/interviews/${interviewId}/scans/${fileId}`}>{p("scan.open")}</DownloadLink>;
}

/** What stood before each correction, and why it was made. */
function Former({ it }: { it: InterviewView }) {
  const t = useMessages(interviewMessages);
  const lang = useLanguage();
  if (it.former.length === 0) return null;
  const said = ({ triggerOn, urgency, dueOn, socialWorker, result }: InterviewView["former"][number]) =>
    [
      t("interview.neededOn", { day: formatDay(triggerOn, lang) }),
      t(`urgency.${urgency}`),
      t("interview.dueOn", { day: formatDay(dueOn, lang) }),
      socialWorker,
      ...(result
        ? [
            t(result.refused ? "interview.refusedWords" : "interview.heldWords", {
              day: formatDay(result.heldOn, lang),
            }),
            ...(result.refused ? [] : [t(`setting.${result.setting}`)]),
            ...(result.parts.length > 0 ? [`${t("interview.parts")}: ${result.parts.join(", ")}`] : []),
            ...[result.place, result.secondWorker, result.externalNo, result.conclusions].filter(Boolean),
            ...(result.policeAssist ? [t("interview.police")] : []),
          ]
        : []),
    ].join(" · ");
  return (
    <details>
      <summary className="small">{t("interview.former")}</summary>
      <ul className="stack-tight" role="list">
        {it.former.map((one, at) => (
          // in the order of the corrections, which never changes
          <li key={at}>
            <s>{said(one)}</s>
            <br />
            <span className="soft small">
              {t("interview.formerWhy", { day: formatDay(one.correctedOn, lang), by: one.by, reason: one.reason })}
            </span>
            {one.result?.scanFileId && one.result.scanFileId !== it.result?.scanFileId && (
              <ScanLink interviewId={it.id} fileId={one.result.scanFileId} />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

type NeedDialogProps = { personId: string; learnedOn: PlainDate; onClose: () => void };

/** `learnedOn` stands there as the day of learning of the need: today, or the one that a link brought. */
function NeedDialog({ personId, learnedOn, onClose }: NeedDialogProps) {
  const t = useMessages(interviewMessages);
  const me = useSession().account.id;
  const colleagues = useQuery(colleaguesQuery);
  const workers = colleaguesWho(colleagues.data?.colleagues, caseworkAccess["interview.record"]);
  const interviewId = useMemo(() => uuidv7(), []);
  const form = useCommandForm({
    type: "interview.need",
    messages: t,
    initial: {
      triggerOn: learnedOn as string,
      urgency: "NORMAL_14WD" as InterviewView["urgency"] | "",
      socialWorkerId: "",
    },
    build: ({ socialWorkerId, ...rest }) => ({ interviewId, personId, ...rest, socialWorkerId: socialWorkerId || me }),
    check: ({ triggerOn, socialWorkerId }) => [
      ...(triggerOn ? [] : [{ path: "triggerOn", code: "interview.day_missing" }]),
      ...(triggerOn > today() ? [{ path: "triggerOn", code: "interview.in_future" }] : []),
      ...(socialWorkerId || workers.some(({ id }) => id === me)
        ? []
        : [{ path: "socialWorkerId", code: "interview.worker_missing" }]),
    ],
    invalidates: [["interviews"], ["tasks"], ["timeline", personId]],
    onDone: () => {
      toast({ text: t("interview.needSaved") });
      onClose();
    },
  });
  return (
    <Dialog open title={t("interview.new")} onClose={onClose}>
      <CommandForm form={form} submit={t("interview.save")}>
        <p className="soft">{t("interview.notNeeded")}</p>
        <DateField
          label={t("interview.trigger")}
          quick={["today", "yesterday"]}
          required
          {...form.field("triggerOn")}
        />
        <ChoiceField
          label={t("interview.urgency")}
          required
          options={interviewUrgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))}
          {...form.field("urgency")}
        />
        <SelectField
          label={t("interview.worker")}
          empty={workers.some(({ id }) => id === me) ? t("interview.me") : t("interview.choose")}
          options={workers.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field("socialWorkerId")}
        />
      </CommandForm>
    </Dialog>
  );
}
