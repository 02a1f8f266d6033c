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

type Places = ContractView["signatures"];
type Props = { contractId: string; annexId: string | null; places: Places };

/** What proves each signature of a contract or an annex: paper, a checked file, a drawing that is none. Nothing while there is nothing. */
export function Proofs({ contractId, annexId, places }: Props) {
  const query = useQuery(signingQuery(contractId, annexId));
  const open = (proofId: string) =>
    `/api/contracts/${contractId}/proofs/${proofId}${annexId ? `?annexId=${annexId}` : ""}`;
  return (
    <Loaded query={query} lines={2}>
      {({ proofs }) =>
        proofs.map((proof) => <OneProof key={proof.id} places={places} proof={proof} href={open(proof.id)} />)
      }
    </Loaded>
  );
}

const isParty = (party: string, places: Places): party is SignedAs => places.some(({ signedAs }) => signedAs === party);

function OneProof({ places, proof, href }: { places: Places; proof: Proof; href: string }) {
  const t = useMessages(contractMessages);
  const who = isParty(proof.party, places) ? t(`signedAs.${proof.party}`) : proof.party;
  const how = t(`proof.${proof.kind}`);
  const waits = places.some(({ signedAs, signedOn }) => signedAs === proof.party && signedOn === null);
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
        {proof.hasFile && proof.isIntact && <DownloadLink href={href}>{t(`open.${proof.kind}`)}</DownloadLink>}
      </div>
    </Card>
  );
}
