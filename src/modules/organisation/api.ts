import type { Reach, Role } from "../../platform/access.ts";
import { getJson } from "../../platform/ui/api.ts";
import type {
  AccountsView,
  Colleague,
  ColleaguesView,
  FactorsView,
  Letterhead,
  ParametersView,
  SessionLine,
} from "./contract.ts";

type Ask = { signal: AbortSignal };

export const accountsQuery = {
  queryKey: ["accounts"],
  queryFn: ({ signal }: Ask) => getJson<AccountsView>("/api/accounts", { signal }),
};

export const sessionsQuery = (accountId: string | null) => ({
  queryKey: ["sessions", accountId ?? "mine"],
  queryFn: ({ signal }: Ask) =>
    getJson<{ sessions: SessionLine[] }>(accountId ? `/api/accounts/${accountId}/sessions` : "/api/sessions/mine", {
      signal,
    }),
});

export const factorsQuery = {
  queryKey: ["factors"],
  queryFn: ({ signal }: Ask) => getJson<FactorsView>("/api/session/factors", { signal }),
};

export const parametersQuery = {
  queryKey: ["parameters"],
  queryFn: ({ signal }: Ask) => getJson<ParametersView>("/api/parameters", { signal }),
};

export const letterheadQuery = {
  queryKey: ["letterhead"],
  queryFn: ({ signal }: Ask) => getJson<Letterhead>("/api/organisation/letterhead", { signal }),
};

/** Colleagues whose appointment holds today, and my units: one list and one cache for all rooms. */
export const colleaguesQuery = {
  queryKey: ["colleagues"],
  queryFn: ({ signal }: Ask) => getJson<ColleaguesView>("/api/colleagues", { signal }),
};

/** Colleagues one of whose roles has the verb, in the order given. */
export function colleaguesWho<C extends Pick<Colleague, "roles">>(
  colleagues: readonly C[] | undefined,
  verb: Readonly<Partial<Record<Role, Reach>>>,
): C[] {
  return (colleagues ?? []).filter(({ roles }) => roles.some((role) => Object.hasOwn(verb, role)));
}

export { DoorForm } from "./DoorForm.tsx";
export { useLinkToken } from "./LinkPage.tsx";
export { useNewLink } from "./OneTimeLink.tsx";
export { useDoor } from "./useDoor.ts";
