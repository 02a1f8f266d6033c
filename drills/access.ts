import type { Drill } from "./run.ts";

export const accessDrill: Drill = async () => ({ held: false, figures: { reason: "not written yet" } });
