import type { GivenFile, WorkContext } from "../../platform/command.ts";
import type { DocumentFrame } from "../../platform/documents/documentTypes.ts";
import { renderPdf } from "../../platform/documents/renderPdf.ts";
import { type Lang, translate } from "../../platform/messages.ts";
import { letterheadOf } from "../organisation/public.ts";
import { getPersonName } from "../person/public.ts";
import { counsellingAccess } from "./access.ts";
import { cardMessages } from "./cardMessages.ts";
import { noteMessages } from "./noteMessages.ts";
import { openTalk } from "./notes.ts";
import { minutesOf } from "./rules.ts";

const template = new URL("./documents/card.typ", import.meta.url).href;

/** As the person signs it, and the same in large print. */
export const cardPrints = ["normal", "large"] as const;
export type CardPrint = (typeof cardPrints)[number];

/**
 * F-2A on paper, for the signature of the person: what the team may read, never the content. For the author alone, as is the
 * paper. Source: docs/domain/forms.md F-2A; docs/domain/rules.md R-GDPR-04
 * @throws Problem not_found for everybody but author and named substitute | refused `counselling.key_destroyed`
 */
export async function printCard(
  context: WorkContext,
  { talkNoteId, lang, print }: { talkNoteId: string; lang: Lang; print: CardPrint },
): Promise<GivenFile> {
  const { note, shared } = await openTalk(context, counsellingAccess["counselling.print-card"], talkNoteId);
  const { personId, kind, channel, day, startsAt, endsAt, author, nextOn, confirmation, secret, mended, version } =
    note;
  const t = translate(cardMessages, lang);
  const words = translate(noteMessages, lang);
  const name = personId === null ? null : await getPersonName(context, personId);
  const minutes = minutesOf(endsAt) - minutesOf(startsAt);
  const { organisation, pictures } = await letterheadOf(context);
  const frame: DocumentFrame = { organisation, version, issuedOn: context.today, largePrint: print === "large" };
  const facts = [
    [t("card.person"), name ?? t("card.anonymous")],
    [t("card.kind"), words(`kind.${kind}`)],
    [t("card.hours"), t("card.time", { from: startsAt, to: endsAt, minutes })],
    [t("card.channel"), words(`channel.${channel}`)],
    [t("card.author"), author],
    [t("card.topic"), shared.topic],
    [t("card.agreements"), shared.agreements],
    [t("card.referral"), shared.referral],
    ...(shared.mendReason ? [[t("card.mends"), shared.mendReason]] : []),
  ];
  const signs = name !== null && confirmation !== "REFUSED";
  const { bytes } = await renderPdf({
    template,
    title: t("card.title"),
    lang,
    pictures,
    data: {
      frame,
      words: { facts: t("card.facts"), day: t("card.day"), next: t("card.next"), confirmation: t("card.confirmation") },
      facts,
      day,
      nextOn,
      mended: mended ? t("card.mended") : null,
      secret: secret ? t("card.secret") : null,
      says: t(signs ? "card.confirms" : name === null ? "card.unsigned" : "card.refused"),
      parties: [...(signs ? [{ role: t("card.person"), name }] : []), { role: t("card.author"), name: author }],
      working: t("card.working"),
    },
  });
  return { bytes, mediaType: "application/pdf", name: `karta-porady-${day}.pdf`, personId: personId ?? undefined };
}
