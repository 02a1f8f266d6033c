import { z } from "zod";
import { defineDownload, type WorkContext } from "../../platform/command.ts";
import { docxFile } from "../../platform/documents/renderDocx.ts";
import { type PdfRequest, renderPdf } from "../../platform/documents/renderPdf.ts";
import { translate } from "../../platform/messages.ts";
import { Problem } from "../../platform/problem.ts";
import { letterheadOf } from "../organisation/public.ts";
import { contractAccess } from "./access.ts";
import { type ContractAnnex, type ContractRecord, isAnnexIntact, requireContract } from "./contractRecord.ts";
import { requireIntact, signatureBlocksOf } from "./documents.ts";
import { contractMessages } from "./messages.ts";
import { plainAnnexPdf, plainEvaluationPdf } from "./plainDocument.ts";
import { sideWord } from "./rules.ts";

const t = translate(contractMessages, "pl");
const read = contractAccess["contract.read"];
const sides = ["PERSON", "OPS", "LEAD"] as const;
const templateOf = (name: string) => new URL(`./documents/${name}.typ`, import.meta.url).href;

async function frameOf(
  context: WorkContext,
  { version }: ContractRecord,
  number: string,
  largePrint: boolean,
  issuedOn: string | null,
) {
  const { organisation, pictures } = await letterheadOf(context);
  return { pictures, frame: { organisation, number, version, largePrint, ...(issuedOn ? { issuedOn } : {}) } };
}

/** One annex with its own places to sign. @throws Problem refused `contract.content_changed` */
export async function annexPdf(
  context: WorkContext,
  contract: ContractRecord,
  annex: ContractAnnex,
  largePrint: boolean,
): Promise<PdfRequest> {
  requireIntact(contract);
  if (!isAnnexIntact(contract, annex)) throw new Problem("refused", "contract.content_changed", { source: "R-DOC-02" });
  const number = `${contract.number}/A${annex.annexNo}`;
  const { frame, pictures } = await frameOf(context, contract, number, largePrint, annex.agreedOn);
  const dutyOf = (id: string | null) => contract.duties.find((duty) => duty.id === id);
  const data = {
    frame: { ...frame, basis: t("print.annexBasis", { number: contract.number }) },
    parties: contract.parties.map(({ side, name, representedBy }) => [
      t(`side.${sideWord(side)}`),
      [name, representedBy].filter(Boolean).join("\n"),
    ]),
    changes: t(`variant.${contract.variant}`),
    what: annex.what,
    ends: annex.ends.flatMap(({ dutyId, replacedBy }) => {
      const duty = dutyOf(dutyId);
      return duty
        ? [
            {
              side: t(`side.${duty.side}`),
              what: duty.what,
              instead: dutyOf(replacedBy)?.what ?? t("print.nothingInstead"),
            },
          ]
        : [];
    }),
    adds: contract.duties
      .filter(({ annexId }) => annexId === annex.id)
      .map(({ side, what, dueOn }) => ({ duty: what, who: t(`side.${side}`), due: dueOn ?? "" })),
    evaluationDates: contract.evaluationDates.filter(({ annexId }) => annexId === annex.id).map(({ dueOn }) => dueOn),
    working: t("print.workingWords"),
    signatures: signatureBlocksOf(contract, annex),
  };
  return { template: templateOf("annex"), data, title: t("print.annexTitle", { no: annex.annexNo }), pictures };
}

/** One evaluation, with what the person said; states facts and proposes nothing. Source: docs/domain/rules.md R-SC-04, R-SC-07. */
async function evaluationPdf(
  context: WorkContext,
  contract: ContractRecord,
  evaluationId: string,
  largePrint: boolean,
): Promise<PdfRequest> {
  const at = contract.evaluations.findIndex(({ id }) => id === evaluationId);
  const evaluation = contract.evaluations[at];
  if (!evaluation) throw new Problem("not_found", "contract.evaluation_not_found");
  const { frame, pictures } = await frameOf(context, contract, contract.number, largePrint, evaluation.heldOn);
  const resultOf = new Map(evaluation.results.map(({ dutyId, result }) => [dutyId, t(`result.${result}`)]));
  const data = {
    frame,
    facts: [
      [t("side.PERSON"), contract.parties.find(({ side }) => side === "PERSON")?.name ?? contract.facts.name],
      [t("field.heldOn"), evaluation.heldOn],
      [t("field.concludedBy"), contract.socialWorkerName ?? ""],
    ],
    sides: sides
      .map((side) => ({
        side: t(`side.${side}`),
        rows: contract.duties
          .filter((duty) => duty.side === side && resultOf.has(duty.id))
          .map(({ id, what, dueOn }) => ({ duty: what, due: dueOn ?? "", result: resultOf.get(id) ?? "" })),
      }))
      .filter(({ rows }) => rows.length > 0),
    personSaid: evaluation.personSaid ?? "",
    conclusion: evaluation.conclusion,
    change: evaluation.change ?? "",
    information: t("print.evaluationFacts"),
    signatures: signatureBlocksOf(contract, { given: [], blocks: contract.facts.blocksOn(evaluation.heldOn) }),
  };
  return { template: templateOf("evaluation"), data, title: t("print.evaluationTitle", { no: at + 1 }), pictures };
}

const audit = (kind: string) => (input: { contractId: string }) =>
  ({ objectType: "contract", objectId: input.contractId, section: "SOCIAL", detail: { kind } }) as const;
const Asked = z.enum(["true", "false"]).optional();
const fileOf = async (request: PdfRequest, name: string) => ({
  bytes: (await renderPdf(request)).bytes,
  mediaType: "application/pdf",
  name: `${name.replaceAll("/", "-")}.pdf`,
});

export const annexDownloads = [
  defineDownload({
    name: "contract.print-annex",
    path: "/contracts/:contractId/annexes/:annexId/document",
    summary:
      "One annex as a PDF with places to sign; in large print, in plain words or as a file for editing on request",
    input: z.strictObject({
      contractId: z.uuid(),
      annexId: z.uuid(),
      largePrint: Asked,
      plain: Asked,
      edit: Asked,
    }),
    verb: read,
    audit: audit("annex"),
    run: async (context, { contractId, annexId, largePrint, plain, edit }) => {
      const contract = await requireContract(context, read, contractId);
      const annex = contract.annexes.find(({ id }) => id === annexId);
      if (!annex) throw new Problem("not_found", "contract.annex_not_found");
      const name = `${contract.number}-A${annex.annexNo}`;
      const request = await annexPdf(context, contract, annex, largePrint === "true");
      if (edit === "true") return docxFile(request, name.replaceAll("/", "-"));
      if (plain === "true") return fileOf(await plainAnnexPdf(context, contract, annex), `${name}-plain`);
      return fileOf(request, name);
    },
  }),
  defineDownload({
    name: "contract.print-evaluation",
    path: "/contracts/:contractId/evaluations/:evaluationId/document",
    summary: "One evaluation as a PDF; in large print, in plain words or as a file for editing on request",
    input: z.strictObject({
      contractId: z.uuid(),
      evaluationId: z.uuid(),
      largePrint: Asked,
      plain: Asked,
      edit: Asked,
    }),
    verb: read,
    audit: audit("evaluation"),
    run: async (context, { contractId, evaluationId, largePrint, plain, edit }) => {
      const contract = await requireContract(context, read, contractId);
      const name = `${contract.number}-ocena`;
      const request = await evaluationPdf(context, contract, evaluationId, largePrint === "true");
      if (edit === "true") return docxFile(request, name.replaceAll("/", "-"));
      if (plain === "true") return fileOf(await plainEvaluationPdf(context, contract, evaluationId), `${name}-plain`);
      return fileOf(request, name);
    },
  }),
];
