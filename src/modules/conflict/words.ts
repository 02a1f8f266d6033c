import type { ComponentType } from "react";
import type { Lang } from "../../platform/messages.ts";

/** How a room says and asks for the fields of its records. Values as the record's own act takes them. */
export type ConflictWords = {
  recordType: string;
  /** The field's name. */
  label(field: string, lang: Lang): string;
  /** A value as people read it; null when nothing is said. */
  text(field: string, value: unknown, lang: Lang): string | null;
  /** Where the record is looked at. */
  path(recordId: string): string;
  /** Asks for another value than the two; loaded when somebody wants one. */
  loadEditor(): Promise<ConflictEditor>;
};

export type ConflictEditor = ComponentType<{ field: string; value: unknown; onChange: (value: unknown) => void }>;

let load: () => Promise<readonly ConflictWords[]> = () => Promise.resolve([]);

/** The app says where the words of all rooms are; they are loaded with the first conflict that is shown. */
export function setConflictWords(loader: () => Promise<readonly ConflictWords[]>): void {
  load = loader;
}

export const wordsQuery = {
  queryKey: ["conflict-words"],
  queryFn: () => load(),
  staleTime: Number.POSITIVE_INFINITY,
} as const;
