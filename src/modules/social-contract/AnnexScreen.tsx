import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo, useParam, useUrlFilters } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { StoredFileField } from "../../platform/ui/StoredFileField.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { contractKeys, contractQuery } from "./api.ts";
import type { ContractView } from "./contract.ts";
import { type DutyRow, DutyTable } from "./DutyTable.tsx";
import { contractMessages } from "./messages.ts";
import "./contract.css";

/** What the parties want to change after signing; it holds once the annex itself is signed. */
export function AnnexScreen() {
  const t = useMessages(contractMessages);
  const contractId = useParam("contractId");
  const query = useQuery(contractQuery(contractId));
  return (
    <Page
      title={t("title.annex")}
      lead={query.data?.number}
      narrow
      back={{ to: `/contracts/${contractId}`, label: t("act.back") }}
    >
      <Loaded query={query}>{(contract) => <AnnexForm contract={contract} />}</Loaded>
    </Page>
  );
}

const choices = ["KEEP", "REPLACE", "END"] as const;
type Change = { choice: (typeof choices)[number]; newId: string; what: string; dueOn: string };
type Values = {
  agreedOn: string;
  what: string;
  changes: Readonly<Record<string, Change>>;
  duties: readonly DutyRow[];
  evaluationDay: string;
  fileId: string;
};

function AnnexForm({ contract }: { contract: ContractView }) {
  const t = useMessages(contractMessages);
  const lang = useLanguage();
  const go = useGo();
  const [annexId] = useState(uuidv7);
  const [{ evaluation: wanted }] = useUrlFilters({ evaluation: "" });
  const evaluation = contract.evaluations.find(({ id }) => id === wanted);
  const running = contract.duties.filter((duty) => duty.running);
  const form = useCommandForm<Values>({
    type: "contract.annex",
    initial: {
      agreedOn: today(),
      what: evaluation?.change ?? "",
      changes: {},
      duties: [],
      evaluationDay: "",
      fileId: "",
    },
    build: ({ agreedOn, what, changes, duties, evaluationDay, fileId }) => ({
      annexId,
      contractId: contract.id,
      agreedOn,
      what,
      duties: [
        ...running.flatMap(({ id, side, sphere }) => {
          const change = changes[id];
          return change?.choice === "REPLACE"
            ? [{ dutyId: change.newId, side, what: change.what, dueOn: change.dueOn || null, sphere }]
            : [];
        }),
        ...duties
          .filter((row) => row.what.trim() !== "")
          .map((row) => ({ ...row, dueOn: row.dueOn || null, sphere: row.sphere || null })),
      ],
      ends: running.flatMap(({ id }) => {
        const change = changes[id];
        if (!change || change.choice === "KEEP") return [];
        return [{ dutyId: id, replacedBy: change.choice === "REPLACE" ? change.newId : null }];
      }),
      evaluationDates: evaluationDay === "" ? [] : [evaluationDay],
      fileId: fileId || null,
      evaluationId: evaluation?.id ?? null,
    }),
    check: ({ what, changes }) => [
      ...(what.trim() === "" ? [{ path: "what", code: "field.required" }] : []),
      ...Object.entries(changes).flatMap(([id, { choice, what: words, dueOn }]) => [
        ...(choice === "REPLACE" && words.trim() === ""
          ? [{ path: `changes.${id}.what`, code: "contract.annex_replaces_with_unknown" }]
          : []),
        ...(choice === "REPLACE" && dueOn === ""
          ? [{ path: `changes.${id}.dueOn`, code: "contract.duty_without_due_date" }]
          : []),
      ]),
    ],
    messages: t,
    invalidates: contractKeys,
    onDone: () => go(`/contracts/${contract.id}/annexes/${annexId}`),
  });
  const sides = (["PERSON", "OPS", "LEAD"] as const).filter((side) => side !== "LEAD" || contract.tripartite);
  const set = (id: string, part: Partial<Change>) =>
    form.set({
      changes: {
        ...form.values.changes,
        [id]: { ...(form.values.changes[id] ?? { choice: "KEEP", newId: uuidv7(), what: "", dueOn: "" }), ...part },
      },
    });
  return (
    <CommandForm form={form} submit={t("act.annex")}>
      <Notice>{t("hint.annex")}</Notice>
      {evaluation && (
        <p className="soft small">{t("annex.ofEvaluation", { day: formatDay(evaluation.heldOn, lang) })}</p>
      )}
      <TextArea label={t("field.annexText")} {...form.field("what")} />
      <DateField label={t("field.annexOn")} {...form.field("agreedOn")} />
      <FormSection question={t("annex.whatEnds")}>
        {running.map((duty) => (
          <DutyChange key={duty.id} duty={duty} change={form.values.changes[duty.id]} set={set} at={form.at} />
        ))}
      </FormSection>
      <FormSection question={t("annex.added")}>
        {sides.map((side) => (
          <DutyTable
            key={side}
            side={side}
            rows={form.values.duties}
            onChange={(duties) => form.set({ duties })}
            at={form.at}
          />
        ))}
      </FormSection>
      <FormSection question={t("group.dates")}>
        <DateField label={t("field.evaluationDay")} quick={[]} {...form.field("evaluationDay")} />
      </FormSection>
      <StoredFileField label={t("field.file")} {...form.field("fileId")} />
    </CommandForm>
  );
}

type DutyChangeProps = {
  duty: ContractView["duties"][number];
  change: Change | undefined;
  set: (id: string, part: Partial<Change>) => void;
  at: (path: string) => { id: string; error: string | undefined };
};

/** One duty that holds: it stays, other words take its place, or it ends. */
function DutyChange({ duty, change, set, at }: DutyChangeProps) {
  const t = useMessages(contractMessages);
  const lang = useLanguage();
  const due = duty.dueOn ? `, ${t("field.due")}: ${formatDay(duty.dueOn, lang)}` : "";
  return (
    <div className="stack-tight">
      <ChoiceField
        label={duty.what}
        hint={`${t(`side.${duty.side}`)}${due}`}
        options={choices.map((value) => ({ value, label: t(`annex.change.${value}`) }))}
        value={change?.choice ?? "KEEP"}
        onChange={(choice) => {
          if (choice === "") return;
          const fresh = choice === "REPLACE" && !change?.what;
          set(duty.id, { choice, ...(fresh ? { what: duty.what, dueOn: duty.dueOn ?? "" } : {}) });
        }}
        {...at(`changes.${duty.id}`)}
      />
      {change?.choice === "REPLACE" && (
        <>
          <TextArea
            rows={2}
            label={t("annex.newWords")}
            value={change.what}
            onChange={(what) => set(duty.id, { what })}
            {...at(`changes.${duty.id}.what`)}
          />
          <DateField
            label={t("field.due")}
            quick={[]}
            value={change.dueOn}
            onChange={(dueOn) => set(duty.id, { dueOn })}
            {...at(`changes.${duty.id}.dueOn`)}
          />
        </>
      )}
    </div>
  );
}
