import { z } from "zod";
import { defineDownload, type WorkContext } from "../../platform/command.ts";
import type { DocumentFrame } from "../../platform/documents/documentTypes.ts";
import { docxFile } from "../../platform/documents/renderDocx.ts";
import { type PdfRequest, renderPdf } from "../../platform/documents/renderPdf.ts";
import { readStoredFile } from "../../platform/files/fileRoutes.ts";
import { translate } from "../../platform/messages.ts";
import { Problem } from "../../platform/problem.ts";
import { drawnOn } from "../../platform/signatures/proofs.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { letterheadOf } from "../organisation/public.ts";
import { contractAccess } from "./access.ts";
import { type ContractRecord, dayOf, isIntact, requireContract } from "./contractRecord.ts";
import { contractMessages } from "./messages.ts";
import { plainPdf } from "./plainDocument.ts";
import { type PlacesOf, signaturePlaces } from "./queries.ts";
import { type ContractSide, expectedSigner, isMember, type PartySide, sideWord, signatoryWord } from "./rules.ts";

const template = new URL("./documents/contract.typ", import.meta.url).href;
const t = translate(contractMessages, "pl");
const read = contractAccess["contract.read"];

/** The official print is Polish: statutory words, and places to sign for two or three parties. */
export async function contractPdf(
  context: WorkContext,
  contract: ContractRecord,
  largePrint: boolean,
): Promise<PdfRequest> {
  requireIntact(contract);
  const { organisation, pictures } = await letterheadOf(context);
  const nameOf = (side: ContractSide) => contract.parties.find((party) => party.side === side);
  const tripartite = nameOf("LEAD") !== undefined;
  const number = contract.number;
  const frame: DocumentFrame = {
    organisation,
    number,
    version: contract.version,
    largePrint,
    basis: t("print.basis"),
    ...(dayOf(contract, "SIGNED") ? { issuedOn: dayOf(contract, "SIGNED") ?? "" } : {}),
  };
  const duties = (side: ContractSide) =>
    contract.duties
      .filter((duty) => duty.side === side && isPrinted(contract, duty.annexId))
      .map(({ id, what, dueOn, annexId }) => ({
        duty: annexId
          ? `${what} (${t("print.byAnnex", { no: annexNo(contract, annexId) })})`
          : withEnd(contract, id, what),
        due: dueOn ?? "",
      }));
  const data = {
    frame,
    parties: contract.parties.map(({ side, name, actsAs, representedBy, representation }) => ({
      role: t(`side.${sideWord(side)}`),
      name,
      detail: [
        actsAs,
        representation && `${t(`signedAs.${representation}`)}: ${representedBy ?? ""}`,
        side === "OPS" && contract.socialWorkerName ? t("print.worker", { name: contract.socialWorkerName }) : null,
      ]
        .filter(Boolean)
        .join("\n"),
    })),
    variant: t(`variant.${contract.variant}`),
    situation: [
      { label: t("field.situation"), text: contract.situation },
      { label: t("field.resources"), text: contract.resources },
      { label: t("field.barriers"), text: contract.barriers },
      { label: t("field.actionsSoFar"), text: contract.actionsSoFar },
      { label: t("group.unemployment"), text: unemploymentOf(contract) },
    ].filter(({ text }) => text),
    goals: contract.goals.map(({ rank, what, effect }) => ({ rank: t(`rank.${rank}`), what, effect: effect ?? "" })),
    duties: (["PERSON", "OPS", "LEAD"] as const)
      .filter((side) => side !== "LEAD" || tripartite)
      .map((side) => ({ side: t(`print.duties.${side}`), rows: duties(side) })),
    evaluationDates: contract.evaluationDates
      .filter(({ annexId }) => isPrinted(contract, annexId))
      .map(({ dueOn }) => dueOn),
    consultation: contract.consultation?.consultedOn
      ? t("print.consulted", {
          centre: contract.consultation.centre ?? "",
          reference: contract.consultation.reference ?? "–",
        })
      : "",
    consultedOn: contract.consultation?.consultedOn ?? "",
    consequences: contract.consequences,
    working: t("print.workingContract"),
    annexes: contract.annexes
      .filter(({ id }) => isPrinted(contract, id))
      .map(({ annexNo: no, agreedOn, what }) => ({
        title: t("print.annex", { no }),
        agreedOn,
        what,
      })),
    tripartite,
    signatures: signatureBlocksOf(contract, contract, await drawnOn(context, { type: "contract", id: contract.id })),
  };
  const title = tripartite ? t("print.titleTripartite") : t("print.title");
  return { template, data, title, pictures };
}

/** Part IB: that the person is unemployed, whose referral it follows, and what the work history said. */
function unemploymentOf({ unemployed, unemployment, pupReferral }: ContractRecord): string {
  return [
    unemployed ? t("print.unemployed") : null,
    pupReferral ? t("print.pupReferral", { reference: pupReferral }) : null,
    unemployment,
  ]
    .filter(Boolean)
    .join("\n");
}

/** What was signed first, and what annexes that hold have changed; one that waits is printed by itself. */
function isPrinted(contract: ContractRecord, annexId: string | null): boolean {
  return annexId === null || contract.annexes.some(({ id, state }) => id === annexId && state === "IN_FORCE");
}

function withEnd(contract: ContractRecord, dutyId: string, what: string): string {
  const by = contract.annexes.find(
    ({ state, ends }) => state === "IN_FORCE" && ends.some((end) => end.dutyId === dutyId),
  );
  return by ? `${what} (${t("print.endedByAnnex", { no: by.annexNo })})` : what;
}

/** Places to sign in their order, with the name that is expected or was written. */
export function signatureBlocksOf(
  contract: ContractRecord,
  signed: PlacesOf,
  drawn: ReadonlyMap<string, PlainDate> = new Map(),
): { role: string; name: string; behalf: string }[] {
  const nameOf = (side: PartySide) => contract.parties.find((party) => party.side === side)?.name ?? "";
  return signaturePlaces(contract, signed).map(({ signedAs, side, act, name }) => ({
    role: t(`signedAs.${signatoryWord(signedAs)}`),
    name: name ?? expectedSigner(contract, signedAs),
    behalf: [
      act === "CONSENTS" ? t("print.consents") : signsAlone(contract, side) ? "" : nameOf(side),
      drawn.has(signedAs) ? t("print.drawn", { day: drawn.get(signedAs) ?? "" }) : "",
    ]
      .filter(Boolean)
      .join("\n"),
  }));
}

function annexNo(contract: ContractRecord, annexId: string): number {
  return contract.annexes.find(({ id }) => id === annexId)?.annexNo ?? 0;
}

/** Whether the name under a block is the party's own, so that it need not be said on whose behalf it stands. */
const signsAlone = ({ parties }: ContractRecord, side: PartySide) =>
  side === "PERSON" || (isMember(side) && parties.find((party) => party.side === side)?.representation === null);

/** @throws Problem refused `contract.content_changed` when the words are not those that were signed */
export function requireIntact(contract: ContractRecord): void {
  if (!isIntact(contract)) throw new Problem("refused", "contract.content_changed", { source: "R-DOC-02" });
}

function plainOf(context: WorkContext, contract: ContractRecord): Promise<PdfRequest> {
  requireIntact(contract);
  return plainPdf(context, contract);
}

const audit = (kind: string) => (input: { contractId: string }) =>
  ({ objectType: "contract", objectId: input.contractId, section: "SOCIAL", detail: { kind } }) as const;

export const contractDownloads = [
  defineDownload({
    name: "contract.print",
    path: "/contracts/:contractId/document",
    summary:
      "The contract as a PDF with places to sign; in large print, in plain words or as a file for editing on request",
    input: z.strictObject({
      contractId: z.uuid(),
      largePrint: z.enum(["true", "false"]).optional(),
      plain: z.enum(["true", "false"]).optional(),
      edit: z.enum(["true", "false"]).optional(),
    }),
    verb: read,
    audit: audit("print"),
    run: async (context, { contractId, largePrint, plain, edit }) => {
      const contract = await requireContract(context, read, contractId);
      const request =
        plain === "true"
          ? await plainOf(context, contract)
          : await contractPdf(context, contract, largePrint === "true");
      const name = contract.number.replaceAll("/", "-");
      if (edit === "true") return docxFile(request, name);
      const { bytes } = await renderPdf(request);
      return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
    },
  }),
  defineDownload({
    name: "contract.open-signed-copy",
    path: "/contracts/:contractId/signed-copy",
    summary: "The signed file, when it still is what was frozen",
    input: z.strictObject({ contractId: z.uuid() }),
    verb: read,
    audit: audit("signed copy"),
    run: async (context, { contractId }) => {
      const contract = await requireContract(context, read, contractId);
      const kept = await context.tx
        .selectFrom("contractDocument")
        .select(["fileId", "sha256"])
        .where("organisationId", "=", context.actor.organisationId)
        .where("contractId", "=", contractId)
        .where("kind", "=", "SIGNED_COPY")
        .executeTakeFirst();
      if (!kept?.fileId) throw new Problem("not_found", "contract.no_signed_copy");
      const { bytes, mediaType, sha256 } = await readStoredFile(context, kept.fileId);
      if (sha256 !== kept.sha256.toString("hex"))
        throw new Problem("refused", "contract.copy_changed", { source: "R-DOC-02" });
      const ending = mediaType.split("/")[1] ?? "bin";
      return { bytes, mediaType, name: `${contract.number.replaceAll("/", "-")}-signed.${ending}` };
    },
  }),
];
