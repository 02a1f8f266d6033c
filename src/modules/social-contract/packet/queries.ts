import { z } from "zod";
import { defineDownload, defineQuery, type WorkContext } from "../../../platform/command.ts";
import { type PdfRequest, renderPacket } from "../../../platform/documents/renderPdf.ts";
import { translate } from "../../../platform/messages.ts";
import { Problem } from "../../../platform/problem.ts";
import { requirePerson } from "../../casework/public.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { contractAccess } from "../access.ts";
import { type PacketLine, PacketOfPerson } from "./contract.ts";
import { packetMessages } from "./messages.ts";
import { mostPapers, packetSources, readPackets } from "./sources.ts";

const read = contractAccess["packet.read"];
const t = translate(packetMessages, "pl");
const template = new URL("./documents/cover.typ", import.meta.url).href;

const nameOf = (line: PacketLine) => [t.maybe(`kind.${line.kind}`) ?? line.kind, line.number].filter(Boolean).join(" ");
const signsOf = (line: PacketLine) =>
  line.waitsFor.map(({ signedAs, name }) => `${t.maybe(`as.${signedAs}`) ?? signedAs}: ${name}`).join("\n");

/**
 * All that these people sign as one file: the list, then each paper. What cannot be signed today stands on the list with
 * its reason and is not printed.
 * @throws Problem refused `packet.empty`, `packet.too_many`
 */
async function printPackets(context: WorkContext, packets: readonly PacketOfPerson[], largePrint: boolean) {
  const lines = packets.flatMap(({ papers }) => papers);
  if (lines.length === 0) throw new Problem("refused", "packet.empty");
  if (lines.length > mostPapers) throw new Problem("refused", "packet.too_many", { most: mostPapers });
  const papers: PdfRequest[] = [];
  const people: { name: string; papers: object[]; blocked: object[] }[] = [];
  for (const packet of packets) {
    const person = { name: packet.personName, papers: [] as object[], blocked: [] as object[] };
    for (const line of packet.papers) {
      const source = packetSources.find(({ kind }) => kind === line.kind);
      const { paper, blocked } = (await source?.open(context, line.id, largePrint)) ?? { paper: null, blocked: [] };
      if (paper) {
        papers.push(paper);
        person.papers.push({ paper: nameOf(line), signs: signsOf(line) });
      } else person.blocked.push({ paper: nameOf(line), why: blocked.map(({ text }) => text).join("\n") });
    }
    people.push(person);
  }
  const { organisation, pictures } = await letterheadOf(context);
  const data = {
    frame: { organisation, issuedOn: context.today, largePrint },
    lead: t("cover.lead"),
    words: {
      paper: t("column.paper"),
      signs: t("column.signs"),
      done: t("column.done"),
      blocked: t("cover.blocked"),
    },
    people,
    note: t("cover.note"),
  };
  const bytes = await renderPacket([{ template, data, title: t("cover.title"), pictures }, ...papers]);
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
