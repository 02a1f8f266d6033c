import { getJson } from "../../../platform/ui/api.ts";
import type { PersonProfile, ProfileVersionView } from "./contract.ts";

type Signalled = { signal: AbortSignal };

/** Everything that a change of a profile makes stale. */
export const profileKeys = [["profile"], ["timeline"]];

/** `profileId`: of a record that was joined with this one; "" for the newest. */
export const personProfileQuery = (personId: string, profileId = "") => ({
  queryKey: ["profile", personId, profileId],
  queryFn: ({ signal }: Signalled) =>
    getJson<PersonProfile>(`/api/people/${personId}/profile${profileId && `?profileId=${profileId}`}`, { signal }),
});

export const profileVersionsQuery = (profileId: string) => ({
  queryKey: ["profile", "versions", profileId],
  queryFn: ({ signal }: Signalled) =>
    getJson<{ personId: string; versions: ProfileVersionView[] }>(`/api/profiles/${profileId}/versions`, { signal }),
});

export function documentAddress(
  profileId: string,
  wish: { lang: string; print?: "normal" | "large" | "edit"; words?: "full" | "plain" },
): string {
  return `/api/profiles/${profileId}/document?${new URLSearchParams(wish).toString()}`;
}

export const scanAddress = (acceptanceId: string) => `/api/profile-acceptances/${acceptanceId}/scan`;
