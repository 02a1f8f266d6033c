import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Proofs } from "../../platform/signatures/Proofs.tsx";
import { SignaturePlaces } from "../../platform/signatures/SignaturePlaces.tsx";
import { SignWays } from "../../platform/signatures/SignWays.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormLayout, FormSection, MissingList } from "../../platform/ui/FormLayout.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { StoredFileField } from "../../platform/ui/StoredFileField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { contractKeys, contractQuery } from "./api.ts";
import { Blockers } from "./Blockers.tsx";
import { ContractState } from "./ContractState.tsx";
import type { ContractView } from "./contract.ts";
import { checkOtherCentre } from "./contractForm.ts";
import { contractMessages } from "./messages.ts";
import { useSignable } from "./signable.ts";

/** The way from words to a contract that holds: agreed, consulted, signed by each, copy attached, started. One step at a time. */
export function SignContractScreen() {
  const t = useMessages(contractMessages);
  const contractId = useParam("contractId");
  const query = useQuery(contractQuery(contractId));
  return (
    <Page
      title={t("title.sign")}
      lead={query.data?.number}
      back={{ to: `/contracts/${contractId}`, label: t("act.back") }}
    >
      <Loaded query={query}>
        {(contract) => (
          <FormLayout aside={<Places contract={contract} />}>
            <Blockers contract={contract} />
            <Steps contract={contract} />
          </FormLayout>
        )}
      </Loaded>
    </Page>
  );
}

function Places({ contract }: { contract: ContractView }) {
  const { places } = useSignable(contract);
  const t = useMessages(contractMessages);
  return (
    <div className="stack">
      <ContractState state={contract.state} />
      <SignaturePlaces places={places} />
      <MissingList items={contract.missing.map((code) => ({ text: t.maybe(code) ?? code }))} />
    </div>
  );
}

/** Only what can be done now stands here. */
function Steps({ contract }: { contract: ContractView }) {
  const paper = useSignable(contract);
  if (contract.state === "DRAFT" && contract.frozenHash === null) return <AgreeForm contract={contract} />;
  const waits = contract.blockers.some((code) => code.startsWith("contract.consultation"));
  if (waits) return <ConsultForm contract={contract} />;
  const open = contract.signatures.filter(({ signedOn }) => signedOn === null);
  const isSigned = contract.state === "SIGNED" || contract.state === "ACTIVE";
  return (
    <>
      {contract.state === "SIGNED" && <ActivateForm contract={contract} />}
      {open.length > 0 && contract.blockers.length === 0 && <SignWays key={open.length} paper={paper} />}
      {isSigned && contract.missing.includes("contract.signed_copy_missing") && <CopyForm contract={contract} />}
      <Proofs paper={paper} />
    </>
  );
}

type StepProps = { contract: ContractView };

function AgreeForm({ contract }: StepProps) {
  const t = useMessages(contractMessages);
  const form = useCommandForm({
    type: "contract.agree",
    initial: { agreedOn: today() as string },
    build: ({ agreedOn }) => ({ contractId: contract.id, agreedOn }),
    messages: t,
    invalidates: contractKeys,
  });
  return (
    <CommandForm form={form} submit={t("act.agree")}>
      <DateField label={t("field.agreedOn")} {...form.field("agreedOn")} />
    </CommandForm>
  );
}

function ConsultForm({ contract }: StepProps) {
  const t = useMessages(contractMessages);
  const [consultationId] = useState(uuidv7);
  const unknown = contract.consultationNeed === "REGISTRATION_UNKNOWN";
  const form = useCommandForm({
    type: "contract.consult",
    initial: {
      centre: "",
      commune: contract.lastPermanentRegistration ?? "",
      on: today() as string,
      reference: "",
      reason: "",
    },
    build: (values) => ({
      consultationId,
      contractId: contract.id,
      consulted: unknown
        ? null
        : {
            centre: values.centre,
            commune: values.commune.trim(),
            on: values.on,
            reference: values.reference === "" ? null : values.reference,
          },
      reason: unknown ? values.reason : null,
    }),
    check: (values) => (unknown ? [] : checkOtherCentre(values)),
    paths: { "consulted.centre": "centre", "consulted.commune": "commune", "consulted.on": "on" },
    messages: t,
    invalidates: contractKeys,
  });
  return (
    <CommandForm form={form} submit={t(unknown ? "act.noConsult" : "act.consult")}>
      <FormSection question={t("group.consultation")} hint={t(`need.${contract.consultationNeed}`)}>
        {unknown ? (
          <TextArea label={t("field.noReason")} {...form.field("reason")} />
        ) : (
          <>
            <TextField label={t("field.consultedCentre")} {...form.field("centre")} />
            <TextField
              label={t("field.consultedCommune")}
              inputMode="numeric"
              size={9}
              maxLength={7}
              {...form.field("commune")}
            />
            <DateField label={t("field.consultedOn")} {...form.field("on")} />
            <TextField label={t("field.reference")} {...form.field("reference")} />
          </>
        )}
      </FormSection>
    </CommandForm>
  );
}

function CopyForm({ contract }: StepProps) {
  const t = useMessages(contractMessages);
  const form = useCommandForm({
    type: "contract.attach-signed-copy",
    initial: { fileId: "" },
    build: ({ fileId }) => ({ contractId: contract.id, fileId }),
    check: ({ fileId }) => (fileId === "" ? [{ path: "fileId", code: "field.required" }] : []),
    messages: t,
    invalidates: contractKeys,
  });
  return (
    <CommandForm form={form} submit={t("act.attach")} submitKind="quiet">
      <FormSection question={t("group.signedCopy")} hint={t("hint.file")}>
        <StoredFileField label={t("field.file")} {...form.field("fileId")} />
      </FormSection>
    </CommandForm>
  );
}

function ActivateForm({ contract }: StepProps) {
  const t = useMessages(contractMessages);
  const form = useCommandForm({
    type: "contract.activate",
    initial: { activeFrom: today() as string },
    build: ({ activeFrom }) => ({ contractId: contract.id, activeFrom }),
    messages: t,
    invalidates: contractKeys,
  });
  return (
    <CommandForm form={form} submit={t("act.activate")}>
      <Notice tone="confirmed">{t("intact.frozen")}</Notice>
      <DateField label={t("field.activeFrom")} {...form.field("activeFrom")} />
    </CommandForm>
  );
}
