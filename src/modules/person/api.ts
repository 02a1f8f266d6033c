import { getJson, postQuery, ServerProblem } from "../../platform/ui/api.ts";
import type {
  Comparison,
  ConsentLine,
  ConsentText,
  DuplicateHit,
  DuplicatePair,
  HouseholdView,
  MergeLine,
  PersonFile,
  PersonHistory,
  RecordRepresentative,
  SectionView,
} from "./contract.ts";

export { hintOf, PersonPicker } from "./PersonPicker.tsx";
export { isSearch, searchPeople, usePeopleSearch } from "./peopleSearch.ts";
export { pickerMessages } from "./pickerMessages.ts";

type Signal = { signal: AbortSignal };

/** What a change of one person makes stale. */
export const personKeys = (personId: string) => [["person", personId], ["timeline"]] as const;

export const personQuery = (personId: string) => ({
  queryKey: ["person", personId],
  queryFn: ({ signal }: Signal) => getJson<PersonFile>(`/api/people/${personId}`, { signal }),
});

export const historyQuery = (personId: string) => ({
  queryKey: ["person", personId, "history"],
  queryFn: ({ signal }: Signal) => getJson<PersonHistory>(`/api/people/${personId}/history`, { signal }),
});

export const mergesQuery = (personId: string) => ({
  queryKey: ["person", personId, "merges"],
  queryFn: ({ signal }: Signal) => getJson<{ merges: MergeLine[] }>(`/api/people/${personId}/merges`, { signal }),
});

export const compareQuery = (personId: string, otherId: string) => ({
  queryKey: ["person", personId, "compare", otherId],
  queryFn: ({ signal }: Signal) => getJson<Comparison>(`/api/people/${personId}/compare/${otherId}`, { signal }),
});

export const consentTextsQuery = {
  queryKey: ["consent-texts"],
  queryFn: ({ signal }: Signal) => getJson<{ texts: ConsentText[] }>("/api/consent-texts", { signal }),
};

export const consentsQuery = (personId: string) => ({
  queryKey: ["person", personId, "consents"],
  queryFn: ({ signal }: Signal) => getJson<{ consents: ConsentLine[] }>(`/api/people/${personId}/consents`, { signal }),
});

export type RepresentativeLine = Omit<RecordRepresentative, "representativeId" | "personId"> & { id: string };
export const representativesQuery = (personId: string) => ({
  queryKey: ["person", personId, "representatives"],
  queryFn: ({ signal }: Signal) =>
    getJson<{ representatives: RepresentativeLine[] }>(`/api/people/${personId}/representatives`, { signal }),
});

export const householdsQuery = (personId: string) => ({
  queryKey: ["person", personId, "households"],
  queryFn: ({ signal }: Signal) =>
    getJson<{ households: HouseholdView[] }>(`/api/people/${personId}/households`, { signal }),
});

/** Null: nothing was written yet. */
export const sectionQuery = (personId: string, section: string) => ({
  queryKey: ["person", personId, "section", section],
  queryFn: async ({ signal }: Signal): Promise<SectionView | null> => {
    try {
      return await getJson<SectionView>(`/api/people/${personId}/sections/${section}`, { signal });
    } catch (error) {
      if (error instanceof ServerProblem && error.code === "person.section_not_found") return null;
      throw error;
    }
  },
  gcTime: 0,
});

export const unitsQuery = {
  queryKey: ["person", "units"],
  queryFn: ({ signal }: Signal) => getJson<{ units: { id: string; name: string }[] }>("/api/people/units", { signal }),
};

export const duplicatesQuery = {
  queryKey: ["duplicates"],
  queryFn: ({ signal }: Signal) =>
    getJson<{ pairs: DuplicatePair[]; merges: MergeLine[] }>("/api/duplicates", { signal }),
};

export type TypedPerson = {
  personId?: string;
  pesel: string | null;
  lastName: string | null;
  birthDate: string | null;
  alias: string | null;
};
export const seekDuplicates = (typed: TypedPerson, signal: AbortSignal) =>
  postQuery<{ candidates: DuplicateHit[] }>("/api/people/duplicates", typed, { signal });

export const readPesel = (personId: string) =>
  getJson<{ pesel: string | null; needsChecking: boolean }>(`/api/people/${personId}/pesel`);
