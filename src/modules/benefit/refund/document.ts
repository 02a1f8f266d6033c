import type { GivenFile, WorkContext } from "../../../platform/command.ts";
import { docxFile } from "../../../platform/documents/renderDocx.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { type Lang, translate } from "../../../platform/messages.ts";
import { Problem } from "../../../platform/problem.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { benefitAccess } from "../access.ts";
import { columnsFor, noteLines, paperTable, rowsFor, sheetTable, signsRequests } from "../documents/listTable.ts";
import { benefitPaperMessages } from "../documents/messages.ts";
import { money, monthWords } from "../list/figures.ts";
import { monthOf } from "../list/reach.ts";
import { benefitPaid } from "../list/store.ts";
import { openList, xlsxFile } from "../pay/prints.ts";
import { leftOf } from "./rules.ts";
import { findRefund, refundsOf, type StoredRefund } from "./store.ts";

export const refundPrints = ["normal", "edit", "sheet"] as const;
const template = new URL("../documents/benefit-refund.typ", import.meta.url).href;

/**
 * The request to the starosta with the copy of the list that it is about, or that copy as a spreadsheet. Asked are benefits and
 * contributions, no bonus; the copy has all of RP-16, with PESEL for who signs.
 * @throws Problem not_found `benefit.not_found`. Source: docs/domain/rules.md R-CIS-27; docs/domain/reporting.md RP-16
 */
export async function printRefund(
  context: WorkContext,
  { refundId, lang, print }: { refundId: string; lang: Lang; print: (typeof refundPrints)[number] },
): Promise<GivenFile> {
  const refund = await findRefund(context, refundId);
  if (!refund) throw new Problem("not_found", "benefit.not_found");
  const { list, unitName, content } = await openList(context, benefitAccess["benefit.print-refund"], refund.listId);
  const before = (await refundsOf(context, refund.listId)).find(({ no }) => no === refund.no - 1);
  const [t, zl] = [translate(benefitPaperMessages, lang), money(lang)];
  const signs = signsRequests(context, list.unitId);
  const names = columnsFor("ANNEX", signs);
  const people = await rowsFor(context, { listId: list.id, people: content.people, names });
  const name = `refundacja-${monthOf(list.month)}`;
  if (print === "sheet") return xlsxFile([{ name: t("refund.sheet"), ...sheetTable(names, people, lang) }], name);
  const { organisation, pictures } = await letterheadOf(context);
  const { benefitGrosze, contributionsGrosze, advanceGrosze } = refund;
  const request = {
    template,
    title: t("refund.title"),
    lang,
    pictures,
    data: {
      frame: {
        organisation,
        number: refund.number,
        issuedOn: refund.askedOn,
        version: refund.no,
        basis: t("refund.basis"),
      },
      to: refund.office,
      asks: t("refund.asks", { month: monthWords(list.month, lang) }),
      facts: [
        [t("list.unit"), unitName],
        ...listedAnd(refund, list.benefitGrosze).map(([what, grosze]) => [t(what), zl(grosze)]),
        [t("refund.benefits"), zl(benefitGrosze)],
        [t("refund.contributions"), zl(contributionsGrosze)],
        [t("refund.total"), zl(benefitGrosze + contributionsGrosze)],
        ...(advanceGrosze > 0
          ? [
              [t("refund.advance"), zl(-advanceGrosze)],
              [t("refund.left"), zl(leftOf(refund))],
            ]
          : []),
        [t("refund.people"), String(content.people.filter((one) => benefitPaid(one) > 0).length)],
        [t("refund.paidOn"), list.paidOn ?? "", "day"],
      ],
      notes: [
        ...(before ? [t("refund.replaces", { number: before.number, reason: refund.reason })] : []),
        t("refund.noBonus"),
        t("list.hash", { hash: list.contentHash }),
      ],
      parties: [{ role: t("refund.manager"), name: refund.by, behalf: organisation.name }],
      annex: t("refund.annex"),
      ...paperTable(names, people, lang),
      noted: { title: t("note.title"), lines: noteLines(people, lang) },
      under: [t("list.rates"), ...(signs ? [] : [t("list.noPesel")])],
    },
  };
  if (print === "edit") return docxFile(request, name);
  const { bytes } = await renderPdf(request);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}

/** How what is asked for follows from the list, where it is not the list's own sum: the parts come to the benefits asked for. */
function listedAnd({ changedGrosze, debtsGrosze }: StoredRefund, listedGrosze: number) {
  const changes = [
    ["refund.returned", changedGrosze],
    ["refund.debts", debtsGrosze],
  ] as const;
  const made = changes.filter(([, grosze]) => grosze !== 0);
  return made.length === 0 ? [] : [["refund.listed", listedGrosze] as const, ...made];
}
