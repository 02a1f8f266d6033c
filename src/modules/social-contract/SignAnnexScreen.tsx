import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DownloadLink } from "../../platform/ui/Button.tsx";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { FormLayout, FormSection, MissingList } from "../../platform/ui/FormLayout.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useParam } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { TextField } from "../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { AnnexState, AnnexWords } from "./AnnexWords.tsx";
import { contractKeys, contractQuery } from "./api.ts";
import { type SignatureMethod, signatureMethods } from "./codes.ts";
import type { ContractView } from "./contract.ts";
import { contractMessages } from "./messages.ts";

type Annex = ContractView["annexes"][number];
type Place = Annex["signatures"][number];

/** One annex: what it changes, who has signed, the next signature; put away while nobody has. */
export function SignAnnexScreen() {
  const t = useMessages(contractMessages);
  const contractId = useParam("contractId");
  const annexId = useParam("annexId");
  const query = useQuery(contractQuery(contractId));
  return (
    <Page
      title={t("title.signAnnex")}
      lead={query.data?.number}
      back={{ to: `/contracts/${contractId}`, label: t("act.back") }}
    >
      <Loaded query={query}>
        {(contract) => {
          const annex = contract.annexes.find(({ id }) => id === annexId);
          if (!annex) return <EmptyState title={t("contract.annex_not_found")} />;
          return <OneAnnex contract={contract} annex={annex} />;
        }}
      </Loaded>
    </Page>
  );
}

function OneAnnex({ contract, annex }: { contract: ContractView; annex: Annex }) {
  const t = useMessages(contractMessages);
  const mayWrite = useHasRole("SOCIAL_WORKER");
  const open = annex.signatures.filter(({ signedOn }) => signedOn === null);
  const isOpen = mayWrite && contract.termination === null && annex.state !== "WITHDRAWN" && annex.intact;
  const href = `/api/contracts/${contract.id}/annexes/${annex.id}/document`;
  return (
    <FormLayout aside={<Places annex={annex} />}>
      {!annex.intact && (
        <Notice tone="danger" title={t("intact.broken")}>
          {t("intact.brokenText")}
        </Notice>
      )}
      <Card title={t("annex.no", { no: annex.annexNo })}>
        <AnnexWords contract={contract} annex={annex} />
      </Card>
      {annex.intact && (
        <div className="cluster">
          <DownloadLink href={href} icon="print">
            {t("act.printAnnex")}
          </DownloadLink>
          <DownloadLink href={`${href}?largePrint=true`} icon="print">
            {t("act.printLarge")}
          </DownloadLink>
        </div>
      )}
      {isOpen && open.length > 0 && <SignForm key={open.length} contract={contract} annex={annex} open={open} />}
      {isOpen && annex.state === "WAITING" && open.length === annex.signatures.length && (
        <WithdrawForm contract={contract} annex={annex} />
      )}
    </FormLayout>
  );
}

function Places({ annex }: { annex: Annex }) {
  const t = useMessages(contractMessages);
  return (
    <div className="stack">
      <AnnexState annex={annex} />
      <Definitions
        items={annex.signatures.map((place) => ({
          term: t(`signedAs.${place.signedAs}`),
          value:
            place.signedOn && place.method ? (
              <>
                {t("place.signed", { name: place.name ?? "", method: t(`method.${place.method}`) })},{" "}
                <DateText day={place.signedOn} />
              </>
            ) : (
              t("place.waiting")
            ),
        }))}
      />
      <MissingList items={annex.missing.map((code) => ({ text: t.maybe(code) ?? code }))} />
    </div>
  );
}

function SignForm({ contract, annex, open }: { contract: ContractView; annex: Annex; open: readonly Place[] }) {
  const t = useMessages(contractMessages);
  const [signatureId] = useState(uuidv7);
  const expected = (signedAs: Place["signedAs"] | "") => {
    const side = signedAs === "OPS" || signedAs === "LEAD" ? signedAs : "PERSON";
    const party = contract.parties.find((one) => one.side === side);
    if (signedAs === "OPS") return contract.socialWorkerName ?? "";
    return (signedAs === "PERSON" ? party?.name : party?.representedBy) ?? "";
  };
  const first = open[0]?.signedAs ?? "";
  const form = useCommandForm({
    type: "contract.sign-annex",
    initial: {
      signedAs: first as Place["signedAs"] | "",
      name: expected(first),
      signedOn: today() as string,
      method: "WET" as SignatureMethod | "",
    },
    build: (values) => ({ signatureId, contractId: contract.id, annexId: annex.id, ...values }),
    check: ({ name }) => (name.trim() === "" ? [{ path: "name", code: "field.required" }] : []),
    messages: t,
    invalidates: contractKeys,
  });
  return (
    <CommandForm form={form} submit={t("act.signAnnex")}>
      <FormSection question={t("group.whoSigns")}>
        <ChoiceField
          label={t("field.signedBy")}
          options={open.map(({ signedAs }) => ({ value: signedAs, label: t(`signedAs.${signedAs}`) }))}
          value={form.values.signedAs}
          onChange={(signedAs) => form.set({ signedAs, name: expected(signedAs) })}
        />
        <TextField label={t("field.signerName")} {...form.field("name")} />
        <DateField label={t("field.signedOn")} {...form.field("signedOn")} />
        <ChoiceField
          label={t("field.method")}
          options={signatureMethods.map((value) => ({ value, label: t(`method.${value}`) }))}
          {...form.field("method")}
        />
      </FormSection>
    </CommandForm>
  );
}

function WithdrawForm({ contract, annex }: { contract: ContractView; annex: Annex }) {
  const t = useMessages(contractMessages);
  const form = useCommandForm({
    type: "contract.withdraw-annex",
    initial: {},
    build: () => ({ contractId: contract.id, annexId: annex.id }),
    messages: t,
    invalidates: contractKeys,
  });
  return (
    <CommandForm form={form} submit={t("act.withdrawAnnex")} submitKind="quiet">
      {null}
    </CommandForm>
  );
}
