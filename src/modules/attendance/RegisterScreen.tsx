import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { BackLink, Button, DownloadLink } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Dialog } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { formatInstant, formatWeekday } from "../../platform/ui/format.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useParam } from "../../platform/ui/navigation.ts";
import { Page, PageHeader } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { programmeMessages } from "../programme/messages.ts";
import { registerQuery } from "./api.ts";
import { CloseRegisterForm } from "./CloseRegisterForm.tsx";
import type { Register } from "./contract.ts";
import { CardScan } from "./field/CardScan.tsx";
import type { RegisterHere } from "./field/registerHere.ts";
import { attendanceMessages } from "./messages.ts";
import { RegisterPeople } from "./RegisterPeople.tsx";
import { type Changes, countMarks, fillPresent, inOrder, putMark, shownMark, withChanges } from "./registerDraft.ts";
import "./attendance.css";

/** What was chosen and not saved, kept while the person looks at another screen. Never written to the device. */
const drafts = new Map<string, Changes>();

const NOTHING: { changes: Changes; reason: string } = { changes: {}, reason: "" };

export function RegisterScreen() {
  const sessionId = useParam("sessionId");
  const register = useQuery(registerQuery(sessionId));
  return (
    <Page>
      <Loaded query={register} lines={12}>
        {(data) => <RegisterOf key={data.sessionId} register={data} />}
      </Loaded>
    </Page>
  );
}

function RegisterOf({ register: read }: { register: RegisterHere }) {
  const t = useMessages(attendanceMessages);
  const p = useMessages(programmeMessages);
  const queries = useQueryClient();
  // the tablet and the server may answer in turn, and not in the same order
  const [stood] = useState(() => read.people.map(({ personId }) => personId));
  const register: RegisterHere = { ...read, people: [...inOrder(stood, read.people)] };
  const { sessionId, people, closing, mayMark } = register;
  const [closingOpen, setClosingOpen] = useState(false);
  const thenClose = useRef(false);
  const [kept] = useState(() => drafts.get(sessionId));
  const form = useCommandForm({
    type: "attendance.mark",
    initial: NOTHING,
    start: kept && { ...NOTHING, changes: kept },
    kept: true,
    messages: t,
    check: ({ changes, reason }) => {
      if (Object.keys(changes).length === 0) return [{ path: "changes", code: "attendance.nothing_new" }];
      return closing && !reason.trim() ? [{ path: "reason", code: "attendance.reason_missing" }] : [];
    },
    build: ({ changes, reason }) => ({
      sessionId,
      marks: Object.values(changes),
      reason: closing ? reason.trim() : null,
    }),
    invalidates: [["attendance"]],
    onDone: (_, { changes }) => {
      queries.setQueryData(registerQuery(sessionId).queryKey, withChanges(register, changes));
      drafts.delete(sessionId);
      form.reset();
      if (thenClose.current) setClosingOpen(true);
      else toast({ text: t("register.saved") });
      thenClose.current = false;
    },
  });
  const { changes } = form.values;
  const unsaved = Object.keys(changes).length;
  const [before, setBefore] = useState<readonly Changes[]>([]);
  const latest = useRef(changes);
  latest.current = changes;
  /** Of the marks as they are now, also between two taps that are drawn at once. */
  const put = (change: (all: Changes) => Changes) => {
    const old = latest.current;
    const next = change(old);
    if (next === old) return;
    latest.current = next;
    setBefore((all) => [...all.slice(-50), old]);
    form.set({ changes: next });
  };
  const undo = () => {
    const last = before.at(-1);
    if (!last) return;
    setBefore(before.slice(0, -1));
    form.set({ changes: last });
  };
  const scanned = (person: Register["people"][number]): boolean => {
    if (shownMark(person, latest.current)?.status === "PRESENT") return false;
    put((all) => putMark(person, all, { status: "PRESENT", minutesLate: 0, minutesLeftEarly: 0 }));
    return true;
  };
  const [scanning, setScanning] = useState(false);
  useEffect(() => {
    if (unsaved > 0) drafts.set(sessionId, changes);
    else drafts.delete(sessionId);
  }, [sessionId, changes, unsaved]);
  const { marked, present } = countMarks(people, changes);
  const [filled, setFilled] = useState<{ changes: Changes; count: number }>();
  const fill = () => {
    const next = fillPresent(people, changes);
    const present = Object.values(next).filter(({ personId, status }) => status === "PRESENT" && !changes[personId]);
    setFilled({ changes: next, count: present.length });
    put(() => next);
  };
  const stopped = people.filter(({ bars }) => bars.length > 0).length;
  const missingAt = people.findIndex((person) => !shownMark(person, changes));
  const goToMissing = () => document.querySelector<HTMLElement>(`.register-people [data-row="${missingAt}"]`)?.focus();
  const close = () => {
    if (unsaved === 0) return setClosingOpen(true);
    thenClose.current = true;
    void form.submit();
  };

  const print = (filled: "yes" | "no") => `/api/sessions/${sessionId}/register/print?filled=${filled}&lang=${t.lang}`;
  const moduleName = register.moduleName ?? p.maybe(`module.${register.moduleCode}`) ?? register.moduleCode;
  // a workshop is often its module, its group and its room in one word
  const said = [...new Set([register.groupName, register.room ?? moduleName])].filter((word) => word !== moduleName);
  return (
    <>
      <BackLink to="/register">{t("today.title")}</BackLink>
      <PageHeader
        title={moduleName}
        facts={closing ? <Status tone="confirmed">{t("closed")}</Status> : undefined}
        line={
          <>
            <span>{formatWeekday(register.day, t.lang)}</span>
            <span>{t("where", { time: register.startsAt, minutes: register.minutes })}</span>
            {said.map((word) => (
              <span key={word}>{word}</span>
            ))}
          </>
        }
        actions={
          <span className="register-count" role="status">
            {t("marked", { marked, members: people.length })}
          </span>
        }
      />
      {closing && (
        <Notice tone="info" title={closing.topic}>
          {t("close.by", { name: closing.closedBy ?? "–", at: formatInstant(closing.closedAt, t.lang) })}
          {closing.coLeaderNames.length > 0 && (
            <p className="small">
              {t("close.coLeaders")}: {closing.coLeaderNames.join(", ")}
            </p>
          )}
          {closing.workDone && (
            <p className="small">
              {t("close.workDone")}: {closing.workDone}
            </p>
          )}
          {closing.mealsIssued !== null && (
            <p className="small">
              {t("close.meals")}: {closing.mealsIssued}
            </p>
          )}
          {closing.tooMany && <p className="small">{t("attendance.too_many_for_leaders")}</p>}
          {mayMark && <p className="small">{t("register.reasonHint")}</p>}
        </Notice>
      )}
      {!mayMark && <Notice>{t("register.read")}</Notice>}
      {register.onDevice && <Notice tone="info">{t("register.onDevice")}</Notice>}
      {register.hidden > 0 && (
        <Notice tone="info">
          {t(register.onDevice ? "register.hiddenOnDevice" : "register.hidden", { count: register.hidden })}
        </Notice>
      )}
      {register.monthLocked && <Notice tone="due">{t("register.monthLocked")}</Notice>}
      {stopped > 0 && (
        <details className="register-kept">
          <summary>
            <Status tone="due">{t("register.noMachine", { count: stopped })}</Status>
          </summary>
          <p className="small">{t("register.noMachineNext")}</p>
        </details>
      )}
      {people.length === 0 && <EmptyState title={t("register.empty")} />}
      {people.length > 0 && !mayMark && <RegisterPeople register={register} changes={changes} onChange={put} />}
      {people.length > 0 && mayMark && (
        <CommandForm
          form={form}
          submit={t("register.save")}
          note={unsaved > 0 ? t("register.unsaved", { count: unsaved }) : undefined}
          actions={
            !closing &&
            !(register.onDevice && register.hidden > 0) &&
            marked === people.length && (
              <Button onClick={close} icon="lock">
                {t("close.open")}
              </Button>
            )
          }
        >
          {/* what stands here stays in its place while people are tapped: nothing moves under the thumb */}
          <div className="cluster register-tools">
            <Button onClick={fill} icon="check" disabled={marked === people.length}>
              {t("register.everyone")}
            </Button>
            <Button kind="plain" onClick={goToMissing} disabled={missingAt < 0}>
              {t("register.missing", { count: people.length - marked })}
            </Button>
            {filled?.changes === changes && (
              <span role="status">{t("register.everyoneDone", { count: filled.count })}</span>
            )}
            <Button kind="plain" icon="undo" onClick={undo} disabled={unsaved === 0 || before.length === 0}>
              {t(filled?.changes === changes ? "register.undo" : "register.undoLast")}
            </Button>
            {people.some(({ cards }) => cards.length > 0) && (
              <Button kind="plain" onClick={() => setScanning(!scanning)} expanded={scanning}>
                {t(scanning ? "scan.close" : "scan.open")}
              </Button>
            )}
            <p className="small soft register-help">{t("register.keys")}</p>
          </div>
          {scanning && <CardScan people={people} onPerson={scanned} />}
          <RegisterPeople register={register} changes={changes} onChange={put} closed={form.state !== "editing"} />
          {closing && unsaved > 0 && (
            <TextField label={t("register.reason")} maxLength={500} {...form.field("reason")} />
          )}
        </CommandForm>
      )}
      {!register.onDevice && people.length > 0 && (
        <p>
          <DownloadLink href={print(closing ? "yes" : "no")} icon="print">
            {t(closing ? "register.printFilled" : "register.printBlank")}
          </DownloadLink>
        </p>
      )}
      <Dialog open={closingOpen} title={t("close.title")} onClose={() => setClosingOpen(false)} wide>
        <CloseRegisterForm register={register} present={present} onDone={() => setClosingOpen(false)} />
      </Dialog>
    </>
  );
}
