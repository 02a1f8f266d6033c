import type { WorkContext } from "../../../platform/command.ts";
import { Problem } from "../../../platform/problem.ts";
import { hiddenAmongIds } from "../../person/public.ts";
import type { ListPerson } from "../list/contract.ts";

/** Of whom on a list the reader may not know (C7). */
export const hiddenAmong = (context: WorkContext, people: readonly ListPerson[]): Promise<Set<string>> =>
  hiddenAmongIds(
    context,
    people.map(({ personId }) => personId),
  );

/**
 * Files and sheets that cannot do without names are for who may know of everybody on them (C7).
 * @throws Problem refused `benefit.names_hidden`
 */
export async function refuseHiddenNames(context: WorkContext, people: readonly ListPerson[]): Promise<void> {
  const hidden = await hiddenAmong(context, people);
  if (hidden.size > 0) throw new Problem("refused", "benefit.names_hidden", { source: "C7" });
}

/** An instant as banks write it: local time of Warsaw with its offset. */
export function localTime(instant: string): string {
  const at = new Date(instant);
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Warsaw",
    dateStyle: "short",
    timeStyle: "medium",
  }).format(at);
  const local = parts.replace(" ", "T");
  const minutes = Math.round((Date.parse(`${local}Z`) - at.getTime()) / 60_000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${local}${minutes < 0 ? "-" : "+"}${two(Math.trunc(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}
