import { defineMessages } from "../../../platform/messages.ts";

/** Words for what stands in the calendar and belongs to no group. */
export const meetingMessages = defineMessages({
  meeting: { pl: "spotkanie", en: "meeting", uk: "зустріч" },
});
