import type { OfflineRoom } from "../../platform/device/contract.ts";
import { translate } from "../../platform/messages.ts";
import { getLanguage } from "../../platform/ui/language.ts";
import { conflictMessages } from "./messages.ts";

/** A version can be chosen without network; the server says whether somebody was faster. */
export const offline: OfflineRoom = {
  words: conflictMessages,
  commands: {
    "conflict.decide": {
      touches: (payload) => [`conflict:${(payload as { conflictId: string }).conflictId}`], // built by this room's own form
      label: () => translate(conflictMessages, getLanguage())("decided.label"),
      mendPath: "/conflicts",
    },
  },
};
