import type { WorkContext } from "../../../platform/command.ts";
import type { PacketSource, WaitingPaper } from "../../../platform/documents/packet.ts";
import { getPersonNames } from "../../person/public.ts";
import type { PacketOfPerson } from "./contract.ts";

/** What the rooms have waiting for signatures; `app` registers them. */
export const packetSources: PacketSource[] = [];

/** The most papers that one file holds. */
export const mostPapers = 30;

/** What waits, by person, oldest first; people in the order of what waits longest. */
export async function readPackets(context: WorkContext, personId: string | null): Promise<PacketOfPerson[]> {
  const found: WaitingPaper[] = [];
  for (const source of packetSources) found.push(...(await source.waiting(context, personId)));
  const sorted = found.toSorted((a, b) => a.since.localeCompare(b.since) || a.id.localeCompare(b.id));
  const byPerson = Map.groupBy(sorted, (paper) => paper.personId);
  const names = await getPersonNames(context, [...byPerson.keys()]);
  return [...byPerson].map(([id, papers]) => ({
    personId: id,
    personName: names.get(id) ?? "",
    papers: papers.map(({ personId: _own, waitsFor, ...paper }) => ({ ...paper, waitsFor: [...waitsFor] })),
  }));
}
