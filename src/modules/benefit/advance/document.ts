import type { GivenFile, WorkContext } from "../../../platform/command.ts";
import { docxFile } from "../../../platform/documents/renderDocx.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { type Lang, translate } from "../../../platform/messages.ts";
import { Problem } from "../../../platform/problem.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { benefitAccess } from "../access.ts";
import { money, monthWords } from "../list/figures.ts";
import { requireUnit } from "../list/reach.ts";
import { advancePaperMessages } from "./messages.ts";
import { findAdvance } from "./store.ts";

export const advancePrints = ["normal", "edit"] as const;
const template = new URL("../documents/benefit-advance.typ", import.meta.url).href;

/** The request to the starosta for an advance. No template is set by law. @throws Problem not_found `benefit.not_found` */
export async function printAdvance(
  context: WorkContext,
  { advanceId, lang, print }: { advanceId: string; lang: Lang; print: (typeof advancePrints)[number] },
): Promise<GivenFile> {
  const advance = await findAdvance(context, advanceId);
  if (!advance) throw new Problem("not_found", "benefit.not_found");
  const unitName = await requireUnit(context, benefitAccess["benefit.print-advance"], advance.unitId);
  const [t, zl] = [translate(advancePaperMessages, lang), money(lang)];
  const { organisation, pictures } = await letterheadOf(context);
  const month = monthWords(advance.month, lang);
  const request = {
    template,
    title: t("advance.title"),
    lang,
    pictures,
    data: {
      frame: { organisation, number: advance.number, issuedOn: advance.askedOn, basis: t("advance.basis") },
      to: advance.office,
      asks: t("advance.asks", { month }),
      facts: [
        [t("advance.unit"), unitName],
        [t("advance.month"), month],
        [t("advance.amount"), zl(advance.amountGrosze)],
      ],
      notes: [...(advance.reason ? [advance.reason] : []), t("advance.settles")],
      parties: [{ role: t("advance.manager"), name: advance.by, behalf: organisation.name }],
    },
  };
  const name = `zaliczka-${advance.month}`;
  if (print === "edit") return docxFile(request, name);
  const { bytes } = await renderPdf(request);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}
