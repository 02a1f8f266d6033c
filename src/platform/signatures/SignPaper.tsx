import { type QueryKey, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Messages, Translate } from "../messages.ts";
import { getJson } from "../ui/api.ts";
import { FormLayout } from "../ui/FormLayout.tsx";
import { Notice } from "../ui/Notices.tsx";
import { useMessages } from "../ui/useMessages.ts";
import { Loaded } from "../ui/Waiting.tsx";
import { InstantText } from "../ui/Words.tsx";
import { Proofs } from "./Proofs.tsx";
import type { PaperSigning } from "./paperContract.ts";
import { SignaturePlaces } from "./SignaturePlaces.tsx";
import { SignWays } from "./SignWays.tsx";
import type { Signable } from "./signable.ts";
import { signingMessages } from "./signingMessages.ts";

type SignPaperProps = {
  /** First part of its operations, such as `plan`. */
  noun: string;
  /** Under which address the room keeps its papers of this kind, such as `/plans`. */
  path: string;
  paperId: string;
  /** The room's translator: roles as `as.…`, refusals. */
  messages: Pick<Translate<Messages>, "maybe">;
  /** Lists and records of the room that a signature makes stale. */
  stale: readonly QueryKey[];
  /** Ways to print it, shown above the forms. */
  prints?: ReactNode;
};

/** One paper: who has signed, the next signature, what proves each, and what was signed before it was changed. */
export function SignPaper({ noun, path, paperId, messages, stale, prints }: SignPaperProps) {
  const t = useMessages(signingMessages);
  const address = `/api${path}/${paperId}`;
  const signingKey = ["signing", noun, paperId];
  const query = useQuery({
    queryKey: signingKey,
    queryFn: ({ signal }) => getJson<PaperSigning>(`${address}/signing`, { signal }),
  });
  return (
    <Loaded query={query}>
      {(signing) => {
        const paper: Signable = {
          address,
          signingKey,
          commands: {
            paper: `${noun}.sign-on-paper`,
            issue: `${noun}.issue-for-signing`,
            file: `${noun}.sign-electronically`,
            drawing: `${noun}.draw-signature`,
          },
          ids: { paperId },
          onPaper: { paperId },
          places: signing.places.map((place) => ({
            ...place,
            role: messages.maybe(`as.${place.signedAs}`) ?? t.maybe(`as.${place.signedAs}`) ?? place.signedAs,
          })),
          isNext: true,
          messages,
          stale: [signingKey, ...stale],
        };
        const open = signing.places.filter(({ signedOn }) => signedOn === null);
        const canSign = signing.mayWrite && signing.refusals.length === 0 && signing.isIntact;
        return (
          <FormLayout aside={<SignaturePlaces places={paper.places} />}>
            <State signing={signing} messages={messages} />
            {prints}
            {canSign && open.length > 0 && <SignWays key={open.length} paper={paper} />}
            <Proofs paper={paper} titled />
            <Earlier signing={signing} />
          </FormLayout>
        );
      }}
    </Loaded>
  );
}

/** Whether it is whole, changed, or cannot be signed yet. */
function State({ signing, messages }: { signing: PaperSigning } & Pick<SignPaperProps, "messages">) {
  const t = useMessages(signingMessages);
  const { isIntact, refusals, places, sha256 } = signing;
  // a paper that its room took back for changes is not one that somebody tampered with
  if (refusals.length > 0)
    return (
      <>
        {refusals.map((code) => (
          <Notice key={code}>{messages.maybe(code) ?? t.maybe(code) ?? code}</Notice>
        ))}
      </>
    );
  if (!isIntact) return <Notice tone="danger">{t("signature.words_changed")}</Notice>;
  if (sha256 === null) return null;
  const isWhole = places.every(({ signedOn }) => signedOn !== null);
  return (
    <Notice tone={isWhole ? "confirmed" : "info"}>
      {t(isWhole ? "paper.whole" : "paper.frozen")}
      <span className="hash"> SHA-256: {sha256}</span>
    </Notice>
  );
}

function Earlier({ signing: { earlier } }: { signing: PaperSigning }) {
  const t = useMessages(signingMessages);
  if (earlier.length === 0) return null;
  return (
    <section className="stack-tight">
      <h3>{t("paper.earlier")}</h3>
      <p className="soft small">{t("paper.earlierText")}</p>
      <ul>
        {earlier.map(({ no, frozenAt, signedBy }) => (
          <li key={no}>
            <InstantText at={frozenAt} />: {signedBy.join(", ")}
          </li>
        ))}
      </ul>
    </section>
  );
}
