import { getJson } from "../../platform/ui/api.ts";
import type { VolunteerCard, VolunteerHours, VolunteerList } from "./contract.ts";

type Asked = { signal: AbortSignal };

export const volunteersQuery = {
  queryKey: ["volunteers", "list"],
  queryFn: ({ signal }: Asked) => getJson<VolunteerList>("/api/volunteers", { signal }),
};

export const volunteerQuery = (volunteerId: string) => ({
  queryKey: ["volunteers", "one", volunteerId],
  queryFn: ({ signal }: Asked) => getJson<VolunteerCard>(`/api/volunteers/${volunteerId}`, { signal }),
});

export const volunteerHoursQuery = (year: number) => ({
  queryKey: ["volunteers", "hours", year],
  queryFn: ({ signal }: Asked) => getJson<VolunteerHours>(`/api/volunteers-hours?year=${year}`, { signal }),
});

type Print = "normal" | "large" | "edit";

export const agreementAddress = (agreementId: string, lang: string, print: Print): string =>
  `/api/volunteer-agreements/${agreementId}/paper?lang=${lang}&print=${print}`;

export const certificateAddress = (volunteerId: string, certificateId: string, lang: string, print: Print): string =>
  `/api/volunteers/${volunteerId}/certificates/${certificateId}?lang=${lang}&print=${print}`;

/** What an act makes old in the browser. */
export const volunteersStale = [["volunteers"]];
