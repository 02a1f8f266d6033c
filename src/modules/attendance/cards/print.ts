import encodeQR from "qr";
import type { GivenFile, WorkContext } from "../../../platform/command.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { type Lang, translate } from "../../../platform/messages.ts";
import { letterheadOf } from "../../organisation/public.ts";
import type { GroupCards } from "./contract.ts";
import { cardMessages } from "./messages.ts";
import { codeOfCard } from "./store.ts";

const template = new URL("../documents/cards.typ", import.meta.url).href;

/** A QR as rows of dark runs, each from which column and how wide: few shapes for the paper. */
export function runsOf(matrix: readonly (readonly boolean[])[]): [from: number, length: number][][] {
  return matrix.map((row) => {
    const runs: [number, number][] = [];
    row.forEach((dark, at) => {
      const last = runs.at(-1);
      if (dark && last && last[0] + last[1] === at) last[1] += 1;
      else if (dark) runs.push([at, 1]);
    });
    return runs;
  });
}

/** Cards to cut out, without any name, and on a page of its own the list by which they are handed out. */
export async function printCards(context: WorkContext, group: GroupCards, lang: Lang): Promise<GivenFile> {
  const t = translate(cardMessages, lang);
  const { organisation, pictures } = await letterheadOf(context);
  const cards = group.people.flatMap(({ name, cards: own }) => own.map((card) => ({ ...card, name })));
  const drawn = cards.map(({ cardId, no }) => {
    const matrix = encodeQR(codeOfCard(context, cardId), "raw", { ecc: "medium", border: 2 });
    return { no, size: matrix.length, rows: runsOf(matrix) };
  });
  const { bytes } = await renderPdf({
    template,
    title: t("paper.title"),
    lang,
    pictures,
    data: {
      frame: { organisation, issuedOn: context.today, basis: t("paper.basis") },
      group: group.groupName,
      cards: drawn,
      people: cards.map(({ no, name }) => ({ no, name })),
      words: {
        card: t("paper.card"),
        alt: t("paper.alt"),
        list: t("paper.list"),
        no: t("paper.no"),
        person: t("paper.person"),
        signature: t("paper.signature"),
        none: t("paper.none"),
      },
    },
  });
  return { bytes, mediaType: "application/pdf", name: `cards-${context.today}.pdf` };
}
