import { getJson } from "../../../platform/ui/api.ts";
import type { ClassProgramme, ClassProgrammePeople } from "./contract.ts";

type Signalled = { signal: AbortSignal };
type Chosen = { unit: string; month: string };

const termsOf = ({ unit, month }: Chosen) =>
  new URLSearchParams({ ...(unit ? { unitId: unit } : {}), ...(month ? { month } : {}) });

/** Empty: the reader's first centre, the month after this one. */
export const classProgrammeQuery = (chosen: Chosen) => ({
  queryKey: ["class-programme", chosen.unit, chosen.month],
  queryFn: ({ signal }: Signalled) => getJson<ClassProgramme>(`/api/class-programmes?${termsOf(chosen)}`, { signal }),
});

export const classProgrammePeopleQuery = (chosen: Chosen) => ({
  queryKey: ["class-programme", "people", chosen.unit, chosen.month],
  queryFn: ({ signal }: Signalled) =>
    getJson<ClassProgrammePeople>(`/api/class-programmes/people?${termsOf(chosen)}`, { signal }),
});

export const hoursAddress = (programmeId: string, lang: string) =>
  `/api/class-programmes/${programmeId}/hours?lang=${lang}`;

export const boardAddress = (programmeId: string, lang: string) =>
  `/api/class-programmes/${programmeId}/document?lang=${lang}`;
