import { z } from "zod";
import { defineDownload, type WorkContext } from "../../../platform/command.ts";
import { type PdfRequest, renderPacket } from "../../../platform/documents/renderPdf.ts";
import { LANGS, type Lang, translate } from "../../../platform/messages.ts";
import { Problem } from "../../../platform/problem.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { criteriaMessages } from "../../project/criteria/messages.ts";
import { recruitmentAccess } from "../access.ts";
import { letterMessages } from "../letters/messages.ts";
import { requireRecruitment } from "../store.ts";
import { isOpen } from "./rules.ts";
import { candidatesOf, nameOf, requireOwn, type StoredCandidate, shownOf } from "./store.ts";
import { bringWords } from "./words.ts";

const template = new URL("./bring.typ", import.meta.url).href;

type Wish = { recruitmentId: string; candidateId?: string | undefined; lang: Lang; print: "normal" | "large" };

/** The candidates whom the paper is for: the one that was named, or everybody who lacks something and is still in. */
function wanted(all: readonly StoredCandidate[], candidateId: string | undefined): StoredCandidate[] {
  if (candidateId === undefined)
    return shownOf(all).shown.filter(({ state, formal }) => isOpen(state) && formal === "missing");
  return [...requireOwn(all, [candidateId]).values()].filter(({ id }) => id === candidateId);
}

/**
 * What each is to bring, a page for each, by the rules as they are judged today. Nothing is said of rules that failed: bringing a paper
 * does not mend them. @throws Problem not_found, also when nobody lacks anything. Source: docs/domain/rules.md R-REC-01, J9.5
 */
async function printBring(context: WorkContext, { recruitmentId, candidateId, lang, print }: Wish) {
  const recruitment = await requireRecruitment(context, recruitmentAccess["candidate.print-bring"], recruitmentId);
  const { criteria, candidates } = await candidatesOf(context, recruitment);
  const head = await letterheadOf(context);
  const [t, of] = [translate(letterMessages, lang), translate(criteriaMessages, lang)];
  const pages = wanted(candidates, candidateId).flatMap((one): PdfRequest[] => {
    if (one.card === null) return [];
    const lacking = one.results.filter(({ result }) => result === "missing").map(({ ruleId }) => ruleId);
    const bring = bringWords(of, criteria.rules, lacking);
    const data = {
      frame: { organisation: head.organisation, issuedOn: context.today, largePrint: print === "large" },
      facts: [
        [t("paper.to"), [nameOf(one), one.card.address].filter(Boolean).join("\n")],
        [t("paper.project"), recruitment.title],
        [t("paper.no"), String(one.no)],
      ],
      says: t(bring.length > 0 ? "bring.says" : "bring.nothing"),
      bring,
      words: { questions: t("bring.questions"), questionsText: t("bring.questionsText") },
    };
    return [{ template, data, title: t("bring.title"), lang, pictures: head.pictures }];
  });
  const [first, ...rest] = pages;
  if (!first) throw new Problem("not_found", "candidate.not_found");
  const bytes = await renderPacket([first, ...rest]);
  return { bytes, mediaType: "application/pdf", name: `recruitment-to-bring-${context.today}.pdf` };
}

export const candidateDownloads = [
  defineDownload({
    name: "candidate.print-bring",
    path: "/recruitments/:recruitmentId/candidates-to-bring",
    summary: "What candidates are to bring for the criteria, a page for each",
    input: z.strictObject({
      recruitmentId: z.uuid(),
      candidateId: z.uuid().optional(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(["normal", "large"]).default("normal"),
    }),
    verb: recruitmentAccess["candidate.print-bring"],
    audit: ({ recruitmentId }) => ({ objectType: "recruitment", objectId: recruitmentId }),
    run: printBring,
  }),
];
