import type { OfflineRoom } from "../../platform/device/contract.ts";
import { translate } from "../../platform/messages.ts";
import { getLanguage } from "../../platform/ui/language.ts";
import { identityMessages } from "./identityMessages.ts";

/** What can be done about a person without network: joining the name that they told in the street. */
export const offline: OfflineRoom = {
  words: identityMessages,
  commands: {
    "person.identify": {
      touches: (payload) => [`person:${(payload as { personId: string }).personId}`], // built by this room's contract
      label: () => translate(identityMessages, getLanguage())("title.identify"),
    },
  },
};
