import type { WorkContext } from "../../platform/command.ts";
import type { PdfRequest } from "../../platform/documents/renderPdf.ts";
import { translate } from "../../platform/messages.ts";
import { Problem } from "../../platform/problem.ts";
import { letterheadOf } from "../organisation/public.ts";
import { type ContractAnnex, type ContractRecord, nextEvaluationOf } from "./contractRecord.ts";
import { contractMessages } from "./messages.ts";
import { isMember, sideWord } from "./rules.ts";

const t = translate(contractMessages, "pl");
const sides = ["PERSON", "OPS", "LEAD"] as const;
const template = new URL("./documents/plain.typ", import.meta.url).href;
const evaluationTemplate = new URL("./documents/plain-evaluation.typ", import.meta.url).href;
const annexTemplate = new URL("./documents/plain-annex.typ", import.meta.url).href;
const nameOf = ({ parties, facts }: ContractRecord) =>
  parties.find(({ side }) => side === "PERSON")?.name ?? facts.name;

/** The contract in plain words, in large print, for the person to keep. */
export async function plainPdf(context: WorkContext, contract: ContractRecord): Promise<PdfRequest> {
  const { organisation, pictures } = await letterheadOf(context);
  const frame = { organisation, number: contract.number, version: contract.version, largePrint: true };
  const name = nameOf(contract);
  const data = {
    frame,
    intro: t("plain.intro", { name }),
    duties: sides
      .map((side) => ({
        side: t(`plain.duties.${side}`),
        rows: contract.duties
          .filter((duty) => duty.side === side && duty.running)
          .map(({ what, dueOn }) => ({ duty: what, due: dueOn ?? "" })),
      }))
      .filter(({ rows }) => rows.length > 0),
    evaluationDates: contract.evaluationDates
      .filter(
        ({ annexId }) =>
          annexId === null || contract.annexes.some(({ id, state }) => id === annexId && state === "IN_FORCE"),
      )
      .map(({ dueOn }) => dueOn),
    hard: t("plain.hard"),
    consequences: contract.consequences,
    contacts: contract.parties
      .filter(({ side }) => side !== "PERSON" && !isMember(side))
      .map((party) => [
        [t(`side.${sideWord(party.side)}`), party.side === "OPS" ? contract.socialWorkerName : party.representedBy]
          .filter(Boolean)
          .join("\n"),
        contract.contacts.find((one) => one.side === party.side)?.phone ?? "",
      ]),
    note: t("plain.note"),
  };
  return { template: template, data, title: t("plain.title"), pictures };
}

/** One annex in plain words, in large print, for the person to keep. */
export async function plainAnnexPdf(
  context: WorkContext,
  contract: ContractRecord,
  annex: ContractAnnex,
): Promise<PdfRequest> {
  const { organisation, pictures } = await letterheadOf(context);
  const dutyOf = (id: string | null) => contract.duties.find((duty) => duty.id === id);
  const data = {
    frame: {
      organisation,
      number: `${contract.number}/A${annex.annexNo}`,
      issuedOn: annex.agreedOn,
      largePrint: true,
    },
    intro: t("plain.annexIntro", { name: nameOf(contract), number: contract.number }),
    what: annex.what,
    ends: annex.ends.flatMap(({ dutyId, replacedBy }) => {
      const [duty, instead] = [dutyOf(dutyId), dutyOf(replacedBy)];
      return duty ? [{ duty: duty.what, instead: instead ? t("plain.instead", { what: instead.what }) : null }] : [];
    }),
    duties: sides
      .map((side) => ({
        side: t(`plain.newDuties.${side}`),
        rows: contract.duties
          .filter((duty) => duty.side === side && duty.annexId === annex.id)
          .map(({ what, dueOn }) => ({ duty: what, due: dueOn ?? "" })),
      }))
      .filter(({ rows }) => rows.length > 0),
    evaluationDates: contract.evaluationDates.filter(({ annexId }) => annexId === annex.id).map(({ dueOn }) => dueOn),
    hard: t("plain.hard"),
    note: t("plain.annexNote"),
  };
  return { template: annexTemplate, data, title: t("plain.annexTitle"), pictures };
}

/** One evaluation in plain words, in large print, for the person to keep: what each side did, what was said, what is next. */
export async function plainEvaluationPdf(
  context: WorkContext,
  contract: ContractRecord,
  evaluationId: string,
): Promise<PdfRequest> {
  const evaluation = contract.evaluations.find(({ id }) => id === evaluationId);
  if (!evaluation) throw new Problem("not_found", "contract.evaluation_not_found");
  const { organisation, pictures } = await letterheadOf(context);
  const resultOf = new Map(evaluation.results.map(({ dutyId, result }) => [dutyId, t(`plain.result.${result}`)]));
  const next = contract.termination ? null : nextEvaluationOf(contract);
  const data = {
    frame: { organisation, number: contract.number, version: contract.version, largePrint: true },
    intro: t("plain.evaluationIntro", { name: nameOf(contract) }),
    heldOn: evaluation.heldOn,
    duties: sides
      .map((side) => ({
        side: t(`plain.duties.${side}`),
        rows: contract.duties
          .filter((duty) => duty.side === side && resultOf.has(duty.id))
          .map(({ id, what }) => ({ duty: what, result: resultOf.get(id) ?? "" })),
      }))
      .filter(({ rows }) => rows.length > 0),
    personSaid: evaluation.personSaid ?? "",
    conclusion: evaluation.conclusion,
    change: evaluation.change ?? "",
    next: next ?? "",
    note: t("plain.evaluationNote"),
  };
  return { template: evaluationTemplate, data, title: t("plain.evaluationTitle"), pictures };
}
