import { peopleSource } from "../../modules/casework/peopleSource.ts";
import type { SearchSource } from "../../platform/ui/CommandPalette.tsx";
import { actsSource } from "./acts.ts";

/** What Ctrl+K searches besides places; rooms add their sources here. */
export const searchSources: readonly SearchSource[] = [peopleSource, actsSource];
