import { getJson } from "../../platform/ui/api.ts";
import { getCarrier, getDeviceState } from "../../platform/ui/carrier.ts";
import { getSessionState } from "../../platform/ui/session.ts";
import type {
  DueReferral,
  MonthView,
  NotificationsView,
  OwnReports,
  ReceivedReason,
  ReceivedReferral,
  ReportDoorView,
  SentReferral,
  ShiftLinkLine,
} from "./contract.ts";
import type { NotificationHeld } from "./held.ts";

type Signal = { signal: AbortSignal };

/** The route as this phone knows it; null when it keeps nothing, or nothing has come to it yet. */
async function heldRoute(): Promise<NotificationsView | null> {
  const carrier = getCarrier();
  const here = getSessionState();
  if (!carrier || !getDeviceState()?.pulledAt || !("session" in here)) return null;
  const [{ routeFromHeld }, held, pending] = await Promise.all([
    import("./held.ts"),
    carrier.read<NotificationHeld>("street.notification"),
    carrier.pending(),
  ]);
  return { notifications: routeFromHeld(held, pending, here.session.account.name) };
}

export const routeQuery = {
  queryKey: ["notifications", "route"],
  queryFn: async ({ signal }: Signal) =>
    (await heldRoute()) ?? (await getJson<NotificationsView>("/api/notifications/route", { signal })),
};
export const notificationsQuery = {
  queryKey: ["notifications", "all"],
  queryFn: ({ signal }: Signal) => getJson<NotificationsView>("/api/notifications", { signal }),
};
export const myReportsQuery = {
  queryKey: ["notifications", "mine"],
  queryFn: ({ signal }: Signal) => getJson<OwnReports>("/api/notifications/mine", { signal }),
  refetchInterval: 60_000,
};
export const reportDoorQuery = {
  queryKey: ["notifications", "door"],
  queryFn: ({ signal }: Signal) => getJson<ReportDoorView>("/api/report-door", { signal }),
};
export const shiftLinksQuery = {
  queryKey: ["notifications", "links"],
  queryFn: ({ signal }: Signal) => getJson<{ links: ShiftLinkLine[] }>("/api/shift-links", { signal }),
};
export const monthQuery = (month: string) => ({
  queryKey: ["notifications", "month", month],
  queryFn: ({ signal }: Signal) => getJson<MonthView>(`/api/notifications/month?month=${month}`, { signal }),
});

export const referralsOfPersonQuery = (personId: string) => ({
  queryKey: ["referrals", "person", personId],
  queryFn: ({ signal }: Signal) =>
    getJson<{ referrals: SentReferral[] }>(`/api/people/${personId}/referrals`, { signal }),
});
export const sentReferralsQuery = {
  queryKey: ["referrals", "sent"],
  queryFn: ({ signal }: Signal) => getJson<{ referrals: SentReferral[] }>("/api/referrals/sent", { signal }),
};
export const receivedReferralsQuery = {
  queryKey: ["referrals", "received"],
  queryFn: ({ signal }: Signal) => getJson<{ referrals: ReceivedReferral[] }>("/api/referrals/received", { signal }),
};

export const dueReferralsQuery = {
  queryKey: ["referrals", "due"],
  queryFn: ({ signal }: Signal) => getJson<{ referrals: DueReferral[] }>("/api/referrals/due", { signal }),
};
/** Not kept: the share may be withdrawn at any moment. */
export const receivedReasonQuery = (referralId: string) => ({
  queryKey: ["referrals", "reason", referralId],
  queryFn: ({ signal }: Signal) => getJson<ReceivedReason>(`/api/referrals/received/${referralId}`, { signal }),
  gcTime: 0,
});
