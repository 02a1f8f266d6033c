import type { PendingCommand } from "../../platform/device/contract.ts";
import type { NotificationLine } from "./contract.ts";

/** A report on the route as a device holds it (kind `street.notification`): what the team may read, the exact place too. */
export type NotificationHeld = Omit<NotificationLine, "verdict" | "answers">;

const namesReport = (payload: unknown): payload is { notificationId: string } =>
  typeof payload === "object" && payload !== null && "notificationId" in payload;

/** The report that a contact card of the outbox answers. */
function answeredBy(payload: unknown): string | null {
  if (typeof payload !== "object" || payload === null || !("reportRef" in payload)) return null;
  return namesReport(payload.reportRef) ? payload.reportRef.notificationId : null;
}

/** The route as it is on this device: held reports, less those answered here, with those taken here as taken. `me`: my name. */
export function routeFromHeld(
  held: readonly NotificationHeld[],
  pending: readonly PendingCommand[],
  me: string,
): NotificationLine[] {
  const refused = new Set(["refused", "behind"]);
  const done = pending.filter(({ state }) => !refused.has(state));
  const of = (type: string) =>
    new Map(
      done.flatMap(({ type: own, envelope }) =>
        own === type && namesReport(envelope.payload) ? [[envelope.payload.notificationId, envelope.occurredAt]] : [],
      ),
    );
  const [taken, answered] = [of("notification.accept"), of("notification.answer")];
  const byCard = new Set(
    done.flatMap(({ type, envelope }) => (type === "contact.record" ? (answeredBy(envelope.payload) ?? []) : [])),
  );
  return held
    .filter(({ id }) => !answered.has(id) && !byCard.has(id))
    .map((line) => {
      const takenAt = line.acceptedAt ?? taken.get(line.id) ?? null;
      return {
        ...line,
        verdict: null,
        answers: [],
        acceptedAt: takenAt,
        acceptedBy: line.acceptedBy ?? (takenAt === null ? null : me),
        state: takenAt === null ? line.state : ("ACCEPTED" as const),
      };
    })
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.receivedAt.localeCompare(b.receivedAt));
}
