import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { StoredFileField } from "../../platform/ui/StoredFileField.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { contractKeys, contractQuery } from "./api.ts";
import { type ContractEnd, contractEnds } from "./codes.ts";
import type { ContractView } from "./contract.ts";
import { type DutyRow, DutyTable } from "./DutyTable.tsx";
import { contractMessages } from "./messages.ts";
import "./contract.css";

/** What the parties change after signing: words, further duties, a further evaluation. */
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

function AnnexForm({ contract }: { contract: ContractView }) {
  const t = useMessages(contractMessages);
  const go = useGo();
  const [annexId] = useState(uuidv7);
  const form = useCommandForm<{
    agreedOn: string;
    what: string;
    duties: readonly DutyRow[];
    evaluationDay: string;
    fileId: string;
  }>({
    type: "contract.annex",
    initial: { agreedOn: today(), what: "", duties: [], evaluationDay: "", fileId: "" },
    build: ({ agreedOn, what, duties, evaluationDay, fileId }) => ({
      annexId,
      contractId: contract.id,
      agreedOn,
      what,
      duties: duties.filter((row) => row.what.trim() !== "").map((row) => ({ ...row, dueOn: row.dueOn || null })),
      evaluationDates: evaluationDay === "" ? [] : [evaluationDay],
      fileId: fileId || null,
    }),
    check: ({ what }) => (what.trim() === "" ? [{ path: "what", code: "field.required" }] : []),
    messages: t,
    invalidates: contractKeys,
    onDone: () => go(`/contracts/${contract.id}`),
  });
  const sides = (["PERSON", "OPS", "LEAD"] as const).filter((side) => side !== "LEAD" || contract.tripartite);
  return (
    <CommandForm form={form} submit={t("act.annex")}>
      <TextArea label={t("field.annexText")} {...form.field("what")} />
      <DateField label={t("field.annexOn")} {...form.field("agreedOn")} />
      <FormSection question={t("group.duties")}>
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

/** The end of a contract with its reason; whoever is said to have broken it was heard before. */
export function EndContractScreen() {
  const t = useMessages(contractMessages);
  const contractId = useParam("contractId");
  const query = useQuery(contractQuery(contractId));
  return (
    <Page
      title={t("title.end")}
      lead={query.data?.number}
      narrow
      back={{ to: `/contracts/${contractId}`, label: t("act.back") }}
    >
      <Loaded query={query}>{(contract) => <EndForm contract={contract} />}</Loaded>
    </Page>
  );
}

const reached: readonly string[] = ["GOALS_ACHIEVED", "PARTLY_ACHIEVED"];

function EndForm({ contract }: { contract: ContractView }) {
  const t = useMessages(contractMessages);
  const go = useGo();
  const [reason, setReason] = useState<ContractEnd | "">("");
  const form = useCommandForm({
    type: reached.includes(reason) ? "contract.complete" : "contract.terminate",
    initial: { endedOn: today() as string, heardOn: "", note: "" },
    build: ({ endedOn, heardOn, note }) => ({
      contractId: contract.id,
      endedOn,
      reason,
      heardOn: heardOn || null,
      note: note.trim() || null,
    }),
    check: ({ heardOn }) => [
      ...(reason === "" ? [{ path: "reason", code: "field.required" }] : []),
      ...(reason === "BREACH_BY_PERSON" && heardOn === ""
        ? [{ path: "heardOn", code: "contract.person_not_heard" }]
        : []),
    ],
    messages: t,
    invalidates: contractKeys,
    onDone: () => go(`/contracts/${contract.id}`),
  });
  return (
    <CommandForm form={form} submit={t("act.end")} submitKind="danger">
      <Notice>{t("hint.facts")}</Notice>
      <ChoiceField
        stacked
        label={t("field.endReason")}
        options={contractEnds.map((value) => ({ value, label: t(`end.${value}`) }))}
        value={reason}
        onChange={setReason}
        {...form.at("reason")}
      />
      <DateField label={t("field.endedOn")} {...form.field("endedOn")} />
      {reason === "BREACH_BY_PERSON" && <DateField label={t("field.heardOn")} {...form.field("heardOn")} />}
      <TextArea label={t("field.note")} {...form.field("note")} />
    </CommandForm>
  );
}
