import { reachesOf } from "../../platform/access.ts";
import type { SetKind } from "../../platform/sync/setKind.ts";
import { referralAccess } from "./access.ts";
import type { NotificationLine } from "./contract.ts";
import type { NotificationHeld } from "./held.ts";
import { idsOnRoute, listRoute } from "./reportLists.ts";

function heldOf({ verdict: _verdict, answers: _answers, ...line }: NotificationLine): NotificationHeld {
  return line;
}

/** What lies on the route of the reader's teams, until somebody has answered it. Reports are of nobody by name. */
export const referralKinds: readonly SetKind[] = [
  {
    kind: "street.notification",
    v: 1,
    topics: ["street.notification"],
    warnAt: 200,
    most: 500,
    narrow: "set.narrow.notifications",
    fields: [
      "about",
      "area",
      "seenAt",
      "people",
      "urgency",
      "receivedAt",
      "service",
      "from",
      "dueOn",
      "placeText",
      "geo",
      "says",
      "acceptedBy",
      "acceptedAt",
    ],
    list: async (context) =>
      reachesOf(context.actor, referralAccess["notification.list-route"]).size > 0
        ? (await idsOnRoute(context)).map((id) => ({ id, personId: null }))
        : [],
    load: async (context, ids) =>
      (await listRoute(context, ids)).map((line) => ({ id: line.id, personId: null, body: heldOf(line) })),
  },
];
