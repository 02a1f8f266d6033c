import type { WorkContext } from "../../../platform/command.ts";
import type { PdfRequest } from "../../../platform/documents/renderPdf.ts";
import { translate } from "../../../platform/messages.ts";
import { Problem } from "../../../platform/problem.ts";
import { letterheadOf } from "../../organisation/public.ts";
import type { PacketLine, PacketOfPerson } from "./contract.ts";
import { packetMessages } from "./messages.ts";
import { mostPapers, packetSources } from "./sources.ts";

const t = translate(packetMessages, "pl");
const template = new URL("./documents/cover.typ", import.meta.url).href;

const nameOf = (line: PacketLine) => [t.maybe(`kind.${line.kind}`) ?? line.kind, line.number].filter(Boolean).join(" ");
const signsOf = (line: PacketLine) =>
  line.waitsFor.map(({ signedAs, name }) => `${t.maybe(`as.${signedAs}`) ?? signedAs}: ${name}`).join("\n");

/** What is not printed, and why. */
export type LeftOut = { kind: string; number: string | null; reasons: { code: string; text: string }[] };

/**
 * Everything that these people sign, ready to be printed: the list that lies on top, and each paper. What cannot be signed
 * today stands on the list with its reasons and in `leftOut`.
 * @throws Problem refused `packet.empty`, `packet.too_many`
 */
export async function composePackets(
  context: WorkContext,
  packets: readonly PacketOfPerson[],
  largePrint: boolean,
): Promise<{ cover: PdfRequest; papers: PdfRequest[]; leftOut: LeftOut[] }> {
  const lines = packets.flatMap(({ papers }) => papers);
  if (lines.length === 0) throw new Problem("refused", "packet.empty");
  if (lines.length > mostPapers) throw new Problem("refused", "packet.too_many", { most: mostPapers });
  const papers: PdfRequest[] = [];
  const leftOut: LeftOut[] = [];
  const people: { name: string; papers: object[]; blocked: object[] }[] = [];
  for (const packet of packets) {
    const person = { name: packet.personName, papers: [] as object[], blocked: [] as object[] };
    for (const line of packet.papers) {
      const source = packetSources.find(({ kind }) => kind === line.kind);
      const { paper, blocked } = (await source?.open(context, line.id, largePrint)) ?? { paper: null, blocked: [] };
      if (paper) {
        papers.push(paper);
        person.papers.push({ paper: nameOf(line), signs: signsOf(line) });
      } else {
        leftOut.push({ kind: line.kind, number: line.number, reasons: [...(blocked ?? [])] });
        person.blocked.push({ paper: nameOf(line), why: blocked?.map(({ text }) => text).join("\n") });
      }
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
  return { cover: { template, data, title: t("cover.title"), pictures }, papers, leftOut };
}
