import type { GivenFile, WorkContext } from "../../../platform/command.ts";
import { docxFile } from "../../../platform/documents/renderDocx.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { type Lang, translate } from "../../../platform/messages.ts";
import { Problem } from "../../../platform/problem.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { benefitAccess } from "../access.ts";
import { benefitPaperMessages } from "../documents/messages.ts";
import { dayFigures, money, monthWords } from "../list/figures.ts";
import { benefitMessages } from "../list/messages.ts";
import { namesHidden } from "../list/queries.ts";
import { monthOf } from "../list/reach.ts";
import { benefitPaid } from "../list/store.ts";
import { openList } from "../pay/prints.ts";
import { findRefund, refundsOf } from "./store.ts";

export const refundPrints = ["normal", "edit"] as const;
const template = new URL("../documents/benefit-refund.typ", import.meta.url).href;

/**
 * The request to the starosta with the copy of the list that it is about: benefits and contributions, no bonus.
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
  const [t, m, zl] = [translate(benefitPaperMessages, lang), translate(benefitMessages, lang), money(lang)];
  const hidden = await namesHidden(
    context,
    content.people.map(({ personId }) => personId),
  );
  const { organisation, pictures } = await letterheadOf(context);
  const { benefitGrosze, contributionsGrosze } = refund;
  const number = (key: Parameters<typeof m>[0]) => ({ title: m(key), wide: false, number: true });
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
        [t("refund.benefits"), zl(benefitGrosze)],
        [t("refund.contributions"), zl(contributionsGrosze)],
        [t("refund.total"), zl(benefitGrosze + contributionsGrosze)],
        [t("refund.people"), String(content.people.filter((one) => benefitPaid(one) > 0).length)],
        [t("refund.paidOn"), list.paidOn ?? "", "day"],
      ],
      notes: [
        ...(before ? [t("refund.replaces", { number: before.number, reason: refund.reason })] : []),
        ...(refund.changedGrosze === 0 ? [] : [t("refund.returned", { amount: zl(refund.changedGrosze) })]),
        t("refund.noBonus"),
        t("list.hash", { hash: list.contentHash }),
      ],
      parties: [{ role: t("refund.manager"), name: refund.by, behalf: organisation.name }],
      annex: t("refund.annex"),
      columns: [
        number("column.no"),
        { title: m("column.name"), wide: true, number: false },
        number("column.covered"),
        number("column.U"),
        number("column.S1"),
        number("column.S2"),
        number("column.O"),
        number("column.benefit"),
        number("column.contributions"),
      ],
      rows: content.people.map((one, at) => {
        const days = dayFigures(one);
        return [
          String(at + 1),
          hidden.get(one.personId) ?? one.name,
          ...[days.covered, days.unexcused, days.sickWithin, days.sickBeyond, days.other].map((figure) =>
            hidden.has(one.personId) ? "" : String(figure),
          ),
          zl(benefitPaid(one)),
          zl(one.contributions.reduce((sum, { grosze }) => sum + grosze, 0)),
        ];
      }),
    },
  };
  const name = `refundacja-${monthOf(list.month)}`;
  if (print === "edit") return docxFile(request, name);
  const { bytes } = await renderPdf(request);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}
