import type { GivenFile, WorkContext } from "../../platform/command.ts";
import { renderPdf } from "../../platform/documents/renderPdf.ts";
import { type Lang, LOCALE, translate } from "../../platform/messages.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { requireBooking } from "./bookings.ts";
import { slipMessages } from "./slipMessages.ts";

const template = new URL("./documents/slip.typ", import.meta.url).href;

/** Day, hour and place in large print, tagged, A6. No name, no role, no institution. */
export async function renderSlip(
  context: WorkContext,
  { day, startsAt, place }: { day: PlainDate; startsAt: string; place: string },
  lang: Lang,
): Promise<GivenFile> {
  const t = translate(slipMessages, lang);
  const format = new Intl.DateTimeFormat(LOCALE[lang], { dateStyle: "full", timeZone: "UTC" });
  const { bytes } = await renderPdf({
    template,
    title: t("slip.title"),
    lang,
    data: {
      frame: { organisation: { name: "", address: "" }, issuedOn: context.today },
      day: format.format(new Date(`${day}T00:00:00Z`)),
      time: t("slip.time", { time: startsAt }),
      place,
      note: t("slip.note"),
    },
  });
  return { bytes, mediaType: "application/pdf", name: `termin-${day}.pdf` };
}

/** The booked hour on paper, for who wants no message. @throws Problem as `requireBooking` */
export async function printSlip(context: WorkContext, bookingId: string, lang: Lang): Promise<GivenFile> {
  const { booking, duty } = await requireBooking(context, "PRINT_SLIP", bookingId);
  const { day, startsAt, personId } = booking;
  const slip = await renderSlip(context, { day, startsAt, place: duty.place }, lang);
  return { ...slip, personId: personId ?? undefined };
}
