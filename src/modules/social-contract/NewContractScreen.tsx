import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { FormLayout } from "../../platform/ui/FormLayout.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { useSession } from "../../platform/ui/session.ts";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { contractKeys, contractStartQuery } from "./api.ts";
import { ContractFields } from "./ContractFields.tsx";
import type { ContractStart } from "./contract.ts";
import { checkContract, emptyContract, payloadOf } from "./contractForm.ts";
import { contractMessages } from "./messages.ts";

/** A new contract of one person; its goals and duties are asked on the next screen. */
export function NewContractScreen() {
  const t = useMessages(contractMessages);
  const personId = useParam("personId");
  const start = useQuery(contractStartQuery(personId));
  return (
    <Page title={t("title.new")} narrow back={{ to: `/people/${personId}/contracts`, label: t("title.list") }}>
      <Loaded query={start}>{(known) => <NewContractForm personId={personId} start={known} />}</Loaded>
    </Page>
  );
}

function NewContractForm({ personId, start }: { personId: string; start: ContractStart }) {
  const t = useMessages(contractMessages);
  const go = useGo();
  const { account } = useSession();
  const [contractId] = useState(uuidv7);
  const form = useCommandForm({
    type: "contract.draft",
    initial: emptyContract(start, account.id),
    build: (values) => ({
      contractId,
      personId,
      caseId: start.caseId,
      unitId: start.unitId,
      ...payloadOf(values),
    }),
    check: checkContract,
    messages: t,
    invalidates: contractKeys,
    onDone: () => go(`/contracts/${contractId}/edit`),
  });
  return (
    <FormLayout>
      <CommandForm form={form} submit={t("act.save")}>
        <ContractFields form={form} homelessByFile={start.homelessByFile} caseId={start.caseId} personId={personId} />
      </CommandForm>
    </FormLayout>
  );
}
