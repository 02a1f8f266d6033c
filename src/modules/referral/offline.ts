import type { OfflineRoom } from "../../platform/device/contract.ts";
import { translate } from "../../platform/messages.ts";
import { getLanguage } from "../../platform/ui/language.ts";
import type { AnswerNotification, NotificationId } from "./contract.ts";
import { routeMessages } from "./routeMessages.ts";

// payloads come from this room's own screens; the contract of the command is the proof
const reportOf = (payload: unknown) => (payload as NotificationId).notificationId;

/** What a team does with others' reports without network. */
export const offline: OfflineRoom = {
  words: routeMessages,
  commands: {
    "notification.accept": {
      touches: (payload) => [`notification:${reportOf(payload)}`],
      label: () => translate(routeMessages, getLanguage())("route.accepted"),
      mendPath: "/tonight",
    },
    "notification.answer": {
      touches: (payload) => [`notification:${reportOf(payload)}`],
      label: (payload) => {
        const t = translate(routeMessages, getLanguage());
        return `${t("route.answer")}: ${t(`outcome.${(payload as AnswerNotification).outcome}`)}`;
      },
      mendPath: "/tonight",
    },
  },
};
