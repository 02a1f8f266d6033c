import { z } from "zod";
import { defineDownload, defineQuery, type WorkContext } from "../../../platform/command.ts";
import { renderPacket } from "../../../platform/documents/renderPdf.ts";
import { requirePerson } from "../../casework/public.ts";
import { contractAccess } from "../access.ts";
import { composePackets } from "./compose.ts";
import { PacketOfPerson } from "./contract.ts";
import { readPackets } from "./sources.ts";

const read = contractAccess["packet.read"];
/**
 * All that these people sign as one file: the list, then each paper. What cannot be signed today stands on the list with
 * its reason and is not printed.
 * @throws Problem refused `packet.empty`, `packet.too_many`
 */
async function printPackets(context: WorkContext, packets: readonly PacketOfPerson[], largePrint: boolean) {
  const { cover, papers } = await composePackets(context, packets, largePrint);
  const bytes = await renderPacket([cover, ...papers]);
  return { bytes, mediaType: "application/pdf", name: `do-podpisu-${context.today}.pdf` };
}

const LargePrint = z.enum(["true", "false"]).optional();

export const packetQueries = [
  defineQuery({
    name: "packet.list",
    method: "GET",
    path: "/packets",
    summary: "What waits for signatures, by person, among the people that my units work with",
    input: z.strictObject({}),
    answer: z.object({ packets: z.array(PacketOfPerson) }),
    verb: read,
    audit: null,
    run: async (context) => ({ packets: await readPackets(context, null) }),
  }),
  defineQuery({
    name: "packet.read",
    method: "GET",
    path: "/people/:personId/packet",
    summary: "What waits for signatures of one person",
    input: z.strictObject({ personId: z.uuid() }),
    answer: z.object({ packets: z.array(PacketOfPerson) }),
    verb: read,
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "SOCIAL" }),
    run: async (context, { personId }) => {
      await requirePerson(context, read, personId);
      return { packets: await readPackets(context, personId) };
    },
  }),
];

export const packetDownloads = [
  defineDownload({
    name: "packet.print",
    path: "/people/:personId/packet/document",
    summary: "All that one person signs as one PDF with a list on top; large print on request",
    input: z.strictObject({ personId: z.uuid(), largePrint: LargePrint }),
    verb: read,
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "SOCIAL" }),
    run: async (context, { personId, largePrint }) => {
      await requirePerson(context, read, personId);
      return printPackets(context, await readPackets(context, personId), largePrint === "true");
    },
  }),
  defineDownload({
    name: "packet.print-all",
    path: "/packets/document",
    summary: "All that waits for signatures among the people of my units as one PDF, person by person",
    input: z.strictObject({ largePrint: LargePrint }),
    verb: read,
    audit: () => ({ objectType: "packet", section: "SOCIAL" }),
    run: async (context, { largePrint }) => {
      const packets = await readPackets(context, null);
      const file = await printPackets(context, packets, largePrint === "true");
      for (const { personId } of packets)
        await context.audit({
          action: "packet.print",
          outcome: "done",
          objectType: "person",
          objectId: personId,
          personId,
          section: "SOCIAL",
        });
      return file;
    },
  }),
];
