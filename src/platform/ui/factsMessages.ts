import { defineMessages } from "../messages.ts";

/** Words of what other rooms know, beside a review or an evaluation. */
export const factsMessages = defineMessages({
  since: { pl: "Od {from} do {until}", en: "From {from} to {until}", uk: "Від {from} до {until}" },
  none: {
    pl: "Inne części systemu nie mają nowych faktów.",
    en: "Other parts of the system have no new facts.",
    uk: "Інші частини системи не мають нових фактів.",
  },
  hidden: {
    pl: "Miejsca i godziny tej osoby są chronione, dlatego faktów z innych części tu nie ma.",
    en: "This person's places and hours are protected, so facts of other parts are not shown here.",
    uk: "Місця й години цієї особи захищені, тому фактів тут немає.",
  },
  ofAll: { pl: "{count} z {all}", en: "{count} of {all}", uk: "{count} з {all}" },
});
