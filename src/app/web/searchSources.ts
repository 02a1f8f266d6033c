import type { SearchSource } from "../../platform/ui/CommandPalette.tsx";

/** What Ctrl+K searches besides places; rooms add their sources here. */
export const searchSources: readonly SearchSource[] = [];
