import { useQuery } from "@tanstack/react-query";
import { CheckWords } from "../../platform/signatures/CheckWords.tsx";
import type { Proof } from "../../platform/signatures/proofContract.ts";
import { DownloadLink } from "../../platform/ui/Button.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText, InstantText } from "../../platform/ui/Words.tsx";
import { signingQuery } from "./api.ts";
import type { ContractView, SignedAs } from "./contract.ts";
import { contractMessages } from "./messages.ts";

/** What proves each signature: paper, a checked file, a drawing that is none. Nothing while there is nothing. */
export function Proofs({ contract }: { contract: ContractView }) {
  const query = useQuery(signingQuery(contract.id));
  return (
    <Loaded query={query} lines={2}>
      {({ proofs }) => proofs.map((proof) => <OneProof key={proof.id} contract={contract} proof={proof} />)}
    </Loaded>
  );
}

const isParty = (party: string, contract: ContractView): party is SignedAs =>
  contract.signatures.some(({ signedAs }) => signedAs === party);

function OneProof({ contract, proof }: { contract: ContractView; proof: Proof }) {
  const t = useMessages(contractMessages);
  const who = isParty(proof.party, contract) ? t(`signedAs.${proof.party}`) : proof.party;
  const how = t(`proof.${proof.kind}`);
  const waits = contract.signatures.some(({ signedAs, signedOn }) => signedAs === proof.party && signedOn === null);
  return (
    <Card title={`${who}: ${how}`} level={3}>
      <div className="stack">
        {!proof.isIntact && <Notice tone="danger">{t("signature.changed")}</Notice>}
        {proof.kind === "DRAWN" && (
          <>
            <p>
              <InstantText at={proof.takenAt} />
            </p>
            {waits && <Notice tone="due">{t("signature.notWritten")}</Notice>}
          </>
        )}
        {proof.kind === "PAPER" && (
          <p>
            <DateText day={proof.takenOn} />
            {proof.place && `. ${t("proof.place", { place: proof.place })}`}
          </p>
        )}
        <CheckWords proof={proof} />
        {proof.recordedByName && <p className="soft small">{t("proof.recordedBy", { name: proof.recordedByName })}</p>}
        {proof.hasFile && proof.isIntact && (
          <DownloadLink href={`/api/contracts/${contract.id}/proofs/${proof.id}`}>
            {t(`open.${proof.kind}`)}
          </DownloadLink>
        )}
      </div>
    </Card>
  );
}
