import type { GivenFile, WorkContext } from "../../platform/command.ts";
import { renderPdf } from "../../platform/documents/renderPdf.ts";
import { type Lang, LOCALE, translate } from "../../platform/messages.ts";
import { requireBooking } from "./bookings.ts";
import { slipMessages } from "./slipMessages.ts";

const template = new URL("./documents/slip.typ", import.meta.url).href;

/**
 * The booked hour on paper, for who wants no message: day, hour and place in large print, tagged, A6. No name, no role, no
 * institution. @throws Problem as `requireBooking`
 */
export async function printSlip(context: WorkContext, bookingId: string, lang: Lang): Promise<GivenFile> {
  const { booking, duty } = await requireBooking(context, "PRINT_SLIP", bookingId);
  const t = translate(slipMessages, lang);
  const day = new Intl.DateTimeFormat(LOCALE[lang], { dateStyle: "full", timeZone: "UTC" });
  const { bytes } = await renderPdf({
    template,
    title: t("slip.title"),
    lang,
    data: {
      frame: { organisation: { name: "", address: "" }, issuedOn: context.today },
      day: day.format(new Date(`${booking.day}T00:00:00Z`)),
      time: t("slip.time", { time: booking.startsAt }),
      place: duty.place,
      note: t("slip.note"),
    },
  });
  const name = `termin-${booking.day}.pdf`;
  return { bytes, mediaType: "application/pdf", name, personId: booking.personId ?? undefined };
}
