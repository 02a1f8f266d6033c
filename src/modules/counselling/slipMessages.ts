import { defineMessages } from "../../platform/messages.ts";

/** What stands on the slip with a booked hour. */
export const slipMessages = defineMessages({
  "slip.title": { pl: "Umówione spotkanie", en: "Your appointment", uk: "Домовлена зустріч" },
  "slip.time": { pl: "godz. {time}", en: "{time}", uk: "год. {time}" },
  "slip.note": {
    pl: "Nie możesz przyjść? Powiedz o tym wcześniej osobie, od której masz tę kartkę.",
    en: "You cannot come? Tell whoever gave you this slip beforehand.",
    uk: "Не можете прийти? Скажіть про це заздалегідь тому, хто дав вам цей аркуш.",
  },
});
