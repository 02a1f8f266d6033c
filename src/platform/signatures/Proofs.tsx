import { useQuery } from "@tanstack/react-query";
import { DownloadLink } from "../ui/Button.tsx";
import { Notice } from "../ui/Notices.tsx";
import { Card } from "../ui/Page.tsx";
import { useMessages } from "../ui/useMessages.ts";
import { Loaded } from "../ui/Waiting.tsx";
import { DateText, InstantText } from "../ui/Words.tsx";
import { CheckWords } from "./CheckWords.tsx";
import type { Proof } from "./proofContract.ts";
import { proofsQuery, type Signable } from "./signable.ts";
import { signingMessages } from "./signingMessages.ts";

/**
 * What proves each signature of a paper: paper, a checked file, a drawing that is none. Nothing while there is nothing. `titled`:
 * under a heading of its own, where the page has none above it.
 */
export function Proofs({ paper, titled = false }: { paper: Signable; titled?: boolean }) {
  const t = useMessages(signingMessages);
  const query = useQuery(proofsQuery(paper));
  return (
    <Loaded query={query} lines={2}>
      {({ proofs }) => (
        <>
          {titled && proofs.length > 0 && <h2>{t("group.signatures")}</h2>}
          {proofs.map((proof) => (
            <OneProof key={proof.id} paper={paper} proof={proof} />
          ))}
        </>
      )}
    </Loaded>
  );
}

function OneProof({ paper: { address, suffix = "", places }, proof }: { paper: Signable; proof: Proof }) {
  const t = useMessages(signingMessages);
  const place = places.find(({ signedAs }) => signedAs === proof.party);
  const waits = place?.signedOn === null;
  return (
    <Card title={`${place?.role ?? proof.party}: ${t(`proof.${proof.kind}`)}`} level={3}>
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
          <DownloadLink href={`${address}/proofs/${proof.id}${suffix}`}>{t(`open.${proof.kind}`)}</DownloadLink>
        )}
      </div>
    </Card>
  );
}
