import { reportSubjects } from "./codes.ts";
import type { Report } from "./contract.ts";
import type { PublicError, Typed } from "./publicPage.ts";

/** What the page carries, sealed: the id that the report will have, and when the page was made, in ms. */
export type FormToken = { id: string; at: number };

const urgencies = ["TODAY", "3_DAYS", "EMERGENCY_112"] as const;
const hoursAgo: Readonly<Record<string, number>> = { "0": 0, "3": 2, "12": 6, "36": 24 };
// signs that no keyboard sends: they are not kept
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
const plain = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[\n\t]+/g, " ")
    .replace(unseen, "")
    .trim();

/** The report out of what a resident typed, or what is wrong with it. `areas`: those that the page offers. */
export function readForm(
  typed: Typed,
  areas: readonly string[],
  now: Date,
): { report: Report | null; errors: PublicError[] } {
  const about = reportSubjects.find((one) => one === typed.about);
  const urgency = urgencies.find((one) => one === typed.urgency);
  const area = typed.area === "OTHER" ? "—" : areas.find((one) => one === typed.area);
  const [place, says, counted] = [plain(typed.place), plain(typed.says), plain(typed.people)];
  const people = /^\d{1,3}$/.test(counted) ? Number(counted) : null;
  const hours = Object.hasOwn(hoursAgo, typed.when) ? hoursAgo[typed.when] : undefined;
  const errors: PublicError[] = [
    ...(about ? [] : ["error.about" as const]),
    ...(area ? [] : ["error.area" as const]),
    ...(place.length >= 3 && place.length <= 300 ? [] : ["error.place" as const]),
    ...(hours === undefined ? ["error.when" as const] : []),
    ...(counted === "" || (people !== null && people >= 1 && people <= 500) ? [] : ["error.people" as const]),
    ...(says.length <= 1000 ? [] : ["error.says" as const]),
    ...(urgency ? [] : ["error.urgency" as const]),
    ...(urgency === "EMERGENCY_112" && !typed.called112 ? ["error.call112" as const] : []),
  ];
  if (errors.length > 0 || !about || !area || !urgency || hours === undefined) return { report: null, errors };
  const report: Report = {
    about,
    area,
    placeText: place,
    geo: null,
    seenAt: new Date(now.getTime() - hours * 3_600_000).toISOString(),
    people,
    says: says || null,
    urgency,
    called112: typed.called112 !== "",
  };
  return { report, errors };
}
