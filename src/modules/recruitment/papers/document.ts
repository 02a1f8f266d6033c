import { z } from "zod";
import { defineDownload, type WorkContext } from "../../../platform/command.ts";
import { type PdfRequest, renderPacket } from "../../../platform/documents/renderPdf.ts";
import { LANGS, type Lang, translate } from "../../../platform/messages.ts";
import { Problem } from "../../../platform/problem.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { recruitmentAccess } from "../access.ts";
import { isOpen } from "../candidates/rules.ts";
import { candidatesOf, nameOf, requireOwn, type StoredCandidate, shownOf } from "../candidates/store.ts";
import { type PaperKind, paperKinds } from "../codes.ts";
import { requireRecruitment } from "../store.ts";
import { paperMessages } from "./messages.ts";
import { holdingOf, paperEditionsOf, toSignOf } from "./store.ts";

const template = new URL("./paper.typ", import.meta.url).href;

type Wish = {
  recruitmentId: string;
  candidateId?: string | undefined;
  kind?: PaperKind | undefined;
  lang: Lang;
  print: "normal" | "large";
};

/** Whom a paper is printed for: the one that was named, or everybody who is still in and has not signed it. */
function wanted(
  all: readonly StoredCandidate[],
  candidateId: string | undefined,
  toSign: (candidateId: string) => readonly PaperKind[],
): (kind: PaperKind) => StoredCandidate[] {
  const named = candidateId === undefined ? undefined : requireOwn(all, [candidateId]).get(candidateId);
  if (named) return () => [named];
  const { shown } = shownOf(all);
  return (kind) => shown.filter(({ id, state }) => isOpen(state) && toSign(id).includes(kind));
}

/**
 * The papers to sign, one after another for each candidate, in the edition that holds. The words are the organisation's alone.
 * @throws Problem not_found, also while the paper has no words and when nobody is left to sign it
 */
async function printPapers(context: WorkContext, { recruitmentId, candidateId, kind, lang, print }: Wish) {
  const verb = recruitmentAccess["candidate.print-papers"];
  const recruitment = await requireRecruitment(context, verb, recruitmentId);
  const { candidates } = await candidatesOf(context, recruitment);
  const people = wanted(candidates, candidateId, await toSignOf(context, recruitmentId));
  const holding = holdingOf(await paperEditionsOf(context, recruitmentId));
  const head = await letterheadOf(context);
  const t = translate(paperMessages, lang);
  const pages = holding
    .filter((edition) => kind === undefined || edition.kind === kind)
    .flatMap((edition) => people(edition.kind).map((one) => ({ one, edition })))
    .toSorted((a, b) => a.one.no - b.one.no)
    .flatMap(({ one, edition }): PdfRequest[] => {
      const name = nameOf(one);
      if (name === null) return [];
      const data = {
        frame: { organisation: head.organisation, version: String(edition.no), largePrint: print === "large" },
        facts: [
          [t("paper.name"), name],
          [t("paper.project"), recruitment.title],
          [t("paper.no"), String(one.no)],
        ],
        says: edition.words,
        parties: [{ role: t("paper.signs"), name }],
      };
      return [{ template, data, title: t(`kind.${edition.kind}`), lang, pictures: head.pictures }];
    });
  const [first, ...rest] = pages;
  if (!first) throw new Problem("not_found", "candidate.not_found");
  const bytes = await renderPacket([first, ...rest]);
  return { bytes, mediaType: "application/pdf", name: `recruitment-to-sign-${context.today}.pdf` };
}

export const paperDownloads = [
  defineDownload({
    name: "candidate.print-papers",
    path: "/recruitments/:recruitmentId/papers-to-sign",
    summary: "What candidates sign, a paper for each",
    input: z.strictObject({
      recruitmentId: z.uuid(),
      candidateId: z.uuid().optional(),
      kind: z.enum(paperKinds).optional(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(["normal", "large"]).default("normal"),
    }),
    verb: recruitmentAccess["candidate.print-papers"],
    audit: ({ recruitmentId }) => ({ objectType: "recruitment", objectId: recruitmentId }),
    run: printPapers,
  }),
];
