import { Notice } from "../ui/Notices.tsx";
import { useMessages } from "../ui/useMessages.ts";
import { InstantText } from "../ui/Words.tsx";
import { signatureMessages } from "./messages.ts";
import type { Proof } from "./proofContract.ts";

/** What was found of one party's signature, and what was not checked. */
export function CheckWords({ proof }: { proof: Proof }) {
  const t = useMessages(signatureMessages);
  const own = proof.check?.signatures[proof.own ?? -1];
  if (!proof.check || !own) return null;
  return (
    <div className="stack">
      <p>
        <strong>
          {own.namedInside
            ? t("signature.bySeal", { seal: own.signerName ?? "–", name: own.namedInside })
            : (own.signerName ?? "–")}
        </strong>
        , <InstantText at={proof.takenAt} />
      </p>
      <p className="soft small">
        {t(own.stampedAt ? "signature.stamped" : "signature.claimed")}{" "}
        {own.issuerName && t("signature.issuedBy", { name: own.issuerName })}{" "}
        {t("signature.inFile", { count: proof.check.signatures.length })}
      </p>
      <Notice tone="confirmed">{t("signature.checked")}</Notice>
      <Notice tone={own.issuer === "TRUSTED" ? "confirmed" : "due"}>{t(`signature.issuer.${own.issuer}`)}</Notice>
    </div>
  );
}
