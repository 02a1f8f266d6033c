import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { contractKeys, contractQuery } from "./api.ts";
import { type ContractEnd, contractEnds } from "./codes.ts";
import type { ContractView } from "./contract.ts";
import { contractMessages } from "./messages.ts";
import { OpeningsNotice } from "./OpeningsNotice.tsx";

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
      <OpeningsNotice contract={contract} title="group.closes" hint="hint.closes" />
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
