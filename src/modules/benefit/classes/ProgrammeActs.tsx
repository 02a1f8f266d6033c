import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import type { ClassEdition, ClassProgramme, ClassProgrammePeople } from "./contract.ts";
import { classMessages } from "./messages.ts";
import { isOverLimit, isUnderLimit } from "./rules.ts";
import { hoursInWords } from "./words.ts";

const stale = [["class-programme"], ["tasks"]];

/** What can be done with the month's programme now: an edition prepared, approved or given back. */
export function ProgrammeActs({
  programme,
  people,
}: {
  programme: ClassProgramme;
  people: ClassProgrammePeople | null;
}) {
  const t = useMessages(classMessages);
  const { over, state, nowHash, editions, may, classes } = programme;
  const [newest] = editions;
  if (over) return null;
  const fits = newest !== undefined && newest.contentHash === nowHash;
  const waits = state === "PREPARED" && newest !== undefined;
  const classesChanged = programme.changes.length > 0;
  const prepares =
    may.prepare && (classes.length > 0 || classesChanged) && (state === "APPROVED" ? classesChanged : !waits || !fits);
  return (
    <>
      {waits && !fits && !classesChanged && <Notice tone="due">{t("changes.people")}</Notice>}
      {waits && may.decide && (
        <Decide key={newest.id} programme={programme} edition={newest} people={people} fits={fits} />
      )}
      {prepares && <Prepare key={`${newest?.id} ${programme.month} ${programme.unit.id}`} programme={programme} />}
    </>
  );
}

function Prepare({ programme }: { programme: ClassProgramme }) {
  const t = useMessages(classMessages);
  const { unit, month, nowHash, editions } = programme;
  const again = editions.length > 0;
  const form = useCommandForm({
    type: "class-programme.prepare",
    initial: { reason: "" },
    messages: t,
    draft: false,
    check: ({ reason }) => (again && reason.trim() === "" ? [{ path: "reason", code: "field.required" }] : []),
    build: ({ reason }) => ({
      programmeId: uuidv7(),
      unitId: unit.id,
      month,
      seenHash: nowHash,
      reason: reason.trim(),
    }),
    invalidates: stale,
    onDone: () => toast({ text: t("prepared") }),
  });
  return (
    <Card title={t(again ? "prepare.anew" : "prepare")}>
      <CommandForm form={form} submit={t(again ? "prepare.anew" : "prepare")}>
        <p className="soft">{t("prepare.lead")}</p>
        {again && <TextArea label={t("reason")} required maxLength={2000} {...form.field("reason")} />}
      </CommandForm>
    </Card>
  );
}

function Decide({
  programme,
  edition,
  people,
  fits,
}: {
  programme: ClassProgramme;
  edition: ClassEdition;
  people: ClassProgrammePeople | null;
  fits: boolean;
}) {
  const t = useMessages(classMessages);
  const [returns, setReturns] = useState(false);
  const over = (people?.people ?? []).filter(({ weeks }) => isOverLimit(weeks));
  return (
    <Card title={t("approve")}>
      {over.length > 0 && (
        <Notice tone="danger" title={t("approve.over", { count: over.length })}>
          {over.map(({ personName }) => personName).join(", ")}
          <p>{t("approve.overNext")}</p>
        </Notice>
      )}
      {fits && over.length === 0 && <Approve edition={edition} people={people} least={programme.limits.weekMin} />}
      <div>
        <Button onClick={() => setReturns(true)}>{t("return")}</Button>
      </div>
      {returns && (
        <Dialog open title={t("return")} onClose={() => setReturns(false)}>
          <GiveBack edition={edition} onDone={() => setReturns(false)} />
        </Dialog>
      )}
    </Card>
  );
}

function Approve({
  edition,
  people,
  least,
}: {
  edition: ClassEdition;
  people: ClassProgrammePeople | null;
  least: number;
}) {
  const t = useMessages(classMessages);
  const under = (people?.people ?? []).filter(({ weeks }) => isUnderLimit(weeks));
  const initial: { common: string; own: Record<string, string> } = { common: "", own: {} };
  const wordsOf = (values: typeof initial, ipzsId: string) => values.own[ipzsId]?.trim() || values.common.trim();
  const form = useCommandForm({
    type: "class-programme.approve",
    initial,
    messages: t,
    draft: false,
    check: (values) =>
      under.some(({ ipzsId }) => wordsOf(values, ipzsId) === "")
        ? [{ path: "common", code: "class-programme.hours_unexplained" }]
        : [],
    build: (values) => ({
      programmeId: edition.id,
      seenHash: edition.contentHash,
      reasons: under.map(({ ipzsId }) => ({ ipzsId, words: wordsOf(values, ipzsId) })),
    }),
    paths: { reasons: "common" },
    invalidates: stale,
    onDone: () => toast({ text: t("approved") }),
  });
  const own = form.field("own");
  return (
    <CommandForm form={form} submit={t("approve")}>
      {under.length > 0 && (
        <>
          <p>{t("approve.short", { count: under.length, least: hoursInWords(least, t.lang) })}</p>
          <TextField label={t("approve.common")} maxLength={300} {...form.field("common")} />
          {under.length > 1 && (
            <details>
              <summary>{under.map(({ personName }) => personName).join(", ")}</summary>
              <div className="stack">
                {under.map(({ ipzsId, personName }) => (
                  <TextField
                    key={ipzsId}
                    label={t("approve.own", { name: personName })}
                    maxLength={300}
                    value={own.value[ipzsId] ?? ""}
                    onChange={(words) => own.onChange({ ...own.value, [ipzsId]: words })}
                  />
                ))}
              </div>
            </details>
          )}
        </>
      )}
    </CommandForm>
  );
}

function GiveBack({ edition, onDone }: { edition: ClassEdition; onDone: () => void }) {
  const t = useMessages(classMessages);
  const form = useCommandForm({
    type: "class-programme.return",
    initial: { reason: "" },
    messages: t,
    draft: false,
    check: ({ reason }) => (reason.trim() === "" ? [{ path: "reason", code: "field.required" }] : []),
    build: ({ reason }) => ({ programmeId: edition.id, reason: reason.trim() }),
    invalidates: stale,
    onDone: () => {
      toast({ text: t("returned") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("return")}>
      <TextArea label={t("return.reason")} required maxLength={2000} {...form.field("reason")} />
    </CommandForm>
  );
}
