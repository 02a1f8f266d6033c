import { type ComponentType, type LazyExoticComponent, lazy } from "react";

/** A part of Tonight that another room brings, e.g. reports from partners or free beds; it reads what it shows itself. */
export type TonightPart = {
  id: string;
  /** Below 50 it stands above the people who are due, else after the places. */
  order: number;
  load: () => Promise<{ default: ComponentType }>;
};

const parts: (TonightPart & { Part: LazyExoticComponent<ComponentType> })[] = [];

/** Called by the app, which knows all rooms. */
export function addTonightParts(more: readonly TonightPart[]): void {
  for (const part of more) if (!parts.some(({ id }) => id === part.id)) parts.push({ ...part, Part: lazy(part.load) });
  parts.sort((one, other) => one.order - other.order);
}

export const tonightParts: readonly (TonightPart & { Part: LazyExoticComponent<ComponentType> })[] = parts;
