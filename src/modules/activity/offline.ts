import type { OfflineRoom } from "../../platform/device/contract.ts";
import { translate } from "../../platform/messages.ts";
import { getLanguage } from "../../platform/ui/language.ts";
import type { RecordVisits, WithdrawVisit } from "./offer/contract.ts";
import { offerMessages } from "./offer/messages.ts";
import { whoCame } from "./offer/rules.ts";

const t = () => translate(offerMessages, getLanguage());

/** An open evening without network. Who is known by an alias made here waits for the entry that makes them. */
export const offline: OfflineRoom = {
  words: offerMessages,
  commands: {
    "offer-visit.record": {
      touches: (payload) =>
        (payload as RecordVisits).visits.flatMap((visit) => {
          const personId = whoCame(visit);
          return [`offer-visit:${visit.visitId}`, ...(personId ? [`person:${personId}`] : [])];
        }), // built by this room's own form
      label: (payload) => {
        const { visits } = payload as RecordVisits; // as above
        return t()("done.recorded", { count: visits.reduce((sum, { people }) => sum + people, 0) });
      },
      mendPath: "/activities/evening",
    },
    "offer-visit.withdraw": {
      touches: (payload) => [`offer-visit:${(payload as WithdrawVisit).visitId}`], // as above
      label: () => t()("done.withdrawn"),
    },
  },
};
