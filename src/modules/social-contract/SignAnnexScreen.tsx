import { useQuery } from "@tanstack/react-query";
import { Proofs } from "../../platform/signatures/Proofs.tsx";
import { SignaturePlaces } from "../../platform/signatures/SignaturePlaces.tsx";
import { SignWays } from "../../platform/signatures/SignWays.tsx";
import { DownloadLink, OtherPrints } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { FormLayout, MissingList } from "../../platform/ui/FormLayout.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useParam } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { AnnexState, AnnexWords } from "./AnnexWords.tsx";
import { contractKeys, contractQuery } from "./api.ts";
import type { ContractView } from "./contract.ts";
import { contractMessages } from "./messages.ts";
import { useSignable } from "./signable.ts";

type Annex = ContractView["annexes"][number];

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
  const paper = useSignable(contract, annex);
  const mayWrite = useHasRole("SOCIAL_WORKER");
  const open = annex.signatures.filter(({ signedOn }) => signedOn === null);
  const isOpen = mayWrite && contract.termination === null && annex.state !== "WITHDRAWN" && annex.intact;
  const href = `/api/contracts/${contract.id}/annexes/${annex.id}/document`;
  return (
    <FormLayout aside={<Places contract={contract} annex={annex} />}>
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
          <OtherPrints>
            <DownloadLink href={`${href}?largePrint=true`} icon="print">
              {t("act.printLarge")}
            </DownloadLink>
            <DownloadLink href={`${href}?plain=true`} icon="print">
              {t("act.printPlain")}
            </DownloadLink>
            <DownloadLink href={`${href}?edit=true`}>{t("act.printForEditing")}</DownloadLink>
          </OtherPrints>
        </div>
      )}
      {isOpen && open.length > 0 && <SignWays key={open.length} paper={paper} />}
      <Proofs paper={paper} />
      {isOpen && annex.state === "WAITING" && open.length === annex.signatures.length && (
        <WithdrawForm contract={contract} annex={annex} />
      )}
    </FormLayout>
  );
}

function Places({ contract, annex }: { contract: ContractView; annex: Annex }) {
  const { places } = useSignable(contract, annex);
  const t = useMessages(contractMessages);
  return (
    <div className="stack">
      <AnnexState annex={annex} />
      <SignaturePlaces places={places} />
      <MissingList items={annex.missing.map((code) => ({ text: t.maybe(code) ?? code }))} />
    </div>
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
