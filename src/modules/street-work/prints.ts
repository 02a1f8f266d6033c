import type { GivenFile, WorkContext } from "../../platform/command.ts";
import { renderPdf } from "../../platform/documents/renderPdf.ts";
import { LOCALE, translate } from "../../platform/messages.ts";
import { letterheadOf } from "../organisation/public.ts";
import type { CardLanguage } from "./codes.ts";
import type { InfoCard } from "./contract.ts";
import { streetWorkMessages } from "./messages.ts";

const leaflet = new URL("./documents/leaflet.typ", import.meta.url).href;

/** All cards of one language as a leaflet for the pocket: tagged, two pages A4 on their side, three panels each. */
export async function printLeaflet(
  context: WorkContext,
  cards: readonly InfoCard[],
  language: CardLanguage,
): Promise<GivenFile> {
  const t = translate(streetWorkMessages, language);
  const { organisation } = await letterheadOf(context);
  const own = cards.filter((card) => card.language === language);
  const checked = own.flatMap(({ checkedOn }) => (checkedOn ? [checkedOn] : [])).sort()[0];
  const asOf = own.every(({ checkedOn }) => checkedOn) && checked ? checked : context.today;
  const day = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: "long", timeZone: "UTC" });
  const { bytes } = await renderPdf({
    template: leaflet,
    title: t("leaflet.title"),
    lang: language,
    data: {
      frame: { organisation: { name: organisation.name, address: organisation.address }, issuedOn: context.today },
      emergency: t("leaflet.emergency"),
      phone: t("leaflet.phone"),
      checked: t("leaflet.checked", { day: day.format(new Date(`${asOf}T00:00:00Z`)) }),
      cards: own.map(({ title, body }) => ({ title, body })),
    },
  });
  return { bytes, mediaType: "application/pdf", name: `ulotka-${language}-${context.today}.pdf` };
}
