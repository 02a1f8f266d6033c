import { radomClub } from "./radom.ts";
import type { Stage } from "./loadDemo.ts";

export type Story = (stage: Stage) => Promise<void>;

/** The stories of the demo world in the order in which they happened. */
export const stories: readonly Story[] = [radomClub];
