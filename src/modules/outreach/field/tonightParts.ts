import type { QueryClient } from "@tanstack/react-query";
import type { ComponentType } from "react";

/** Reads what is shown first, so that it stands with the first drawing. */
export type ReadFirst = (client: QueryClient) => Promise<void>;

/** A part of Tonight that another room brings, e.g. reports from partners or free beds. */
export type TonightPart = {
  id: string;
  /** Below 50 it stands above the people who are due, else after the places. */
  order: number;
  load: () => Promise<{ default: ComponentType; readFirst: ReadFirst }>;
};
/** `Part`: null where this phone does not have that piece of the app. */
export type LoadedPart = { id: string; order: number; Part: ComponentType | null };

const parts: TonightPart[] = [];
const patienceMs = 1000;

/** Called by the app, which knows all rooms. */
export function addTonightParts(more: readonly TonightPart[]): void {
  for (const part of more) if (!parts.some(({ id }) => id === part.id)) parts.push(part);
  parts.sort((one, other) => one.order - other.order);
}

/**
 * All parts, when they and `also` have read what they show, or a second later: what comes by itself would move the lines under
 * it just when a finger comes down on them.
 */
export const tonightPartsQuery = (client: QueryClient, also: readonly ReadFirst[]) => ({
  queryKey: ["tonight-parts"],
  queryFn: async (): Promise<readonly LoadedPart[]> => {
    const late = new Promise<void>((done) => setTimeout(done, patienceMs));
    const [loaded] = await Promise.all([
      Promise.all(
        parts.map(async ({ id, order, load }): Promise<LoadedPart> => {
          const piece = await load().catch(() => null);
          if (piece) await Promise.race([late, piece.readFirst(client)]);
          return { id, order, Part: piece?.default ?? null };
        }),
      ),
      ...also.map((readFirst) => Promise.race([late, readFirst(client)])),
    ]);
    return loaded;
  },
  structuralSharing: false as const,
});
