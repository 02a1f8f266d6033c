import type { WorkContext } from "../../platform/command.ts";
import type { PdfRequest } from "../../platform/documents/renderPdf.ts";
import { translate } from "../../platform/messages.ts";
import { letterheadOf } from "../organisation/public.ts";
import type { ContractRecord } from "./contractRecord.ts";
import { contractMessages } from "./messages.ts";

const t = translate(contractMessages, "pl");
const sides = ["PERSON", "OPS", "LEAD"] as const;
const template = new URL("./documents/plain.typ", import.meta.url).href;

/** The contract in plain words, in large print, for the person to keep. */
export async function plainPdf(context: WorkContext, contract: ContractRecord): Promise<PdfRequest> {
  const { organisation, pictures } = await letterheadOf(context);
  const frame = { organisation, number: contract.number, largePrint: true };
  const name = contract.parties.find(({ side }) => side === "PERSON")?.name ?? contract.facts.name;
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
      .filter(({ side }) => side !== "PERSON")
      .map((party) => [
        [t(`side.${party.side}`), party.side === "OPS" ? contract.socialWorkerName : party.representedBy]
          .filter(Boolean)
          .join("\n"),
        contract.contacts.find((one) => one.side === party.side)?.phone ?? "",
      ]),
    note: t("plain.note"),
  };
  return { template: template, data, title: t("plain.title"), pictures };
}
