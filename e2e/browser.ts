import { existsSync } from "node:fs";

/** What people have; it runs the journeys where its shell is missing. */
export const chromium = "/usr/bin/chromium";
/** The same engine without windows, tabs and profiles around it: a journey costs a third less with it. */
export const shell = "/usr/bin/chromium-headless-shell";

export const browserHere = (): string => (existsSync(shell) ? shell : chromium);
