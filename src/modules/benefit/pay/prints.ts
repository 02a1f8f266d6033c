import type { GivenFile, WorkContext } from "../../../platform/command.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { type Lang, translate } from "../../../platform/messages.ts";
import { Problem } from "../../../platform/problem.ts";
import type { Column, Sheet } from "../../../platform/spreadsheet/sheet.ts";
import { writeXlsx } from "../../../platform/spreadsheet/xlsx.ts";
import { formatDay } from "../../../platform/time/formats.ts";
import { requirePerson } from "../../casework/public.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { benefitAccess } from "../access.ts";
import { columnsFor, noteLines, paperTable, rowsFor, sheetTable, signsRequests } from "../documents/listTable.ts";
import { benefitPaperMessages } from "../documents/messages.ts";
import type { ListContent, ListLine } from "../list/contract.ts";
import { money, monthWords } from "../list/figures.ts";
import { benefitMessages } from "../list/messages.ts";
import { monthOf, requireUnit } from "../list/reach.ts";
import { contentOf, findPersonOf, getList, type StoredList, stateOf } from "../list/store.ts";
import { bankFileFor, transfersOf } from "./bankFile.ts";
import { hiddenAmong, localTime, refuseHiddenNames } from "./given.ts";
import { findBankFiles, payerById } from "./store.ts";

const template = (name: string) => new URL(`../documents/${name}.typ`, import.meta.url).href;
const pdf = (bytes: Uint8Array, name: string): GivenFile => ({
  bytes,
  mediaType: "application/pdf",
  name: `${name}.pdf`,
});

export type Wish = { listId: string; lang: Lang };
type Verb = (typeof benefitAccess)["benefit.print" | "benefit.print-cash" | "benefit.print-refund"];
type Opened = { list: StoredList; unitName: string; content: ListContent };

/** A list with what it was frozen with. @throws Problem not_found `benefit.not_found` | refused `benefit.not_intact` */
export async function openList(context: WorkContext, verb: Verb, listId: string): Promise<Opened> {
  const list = await getList(context, listId);
  const unitName = await requireUnit(context, verb, list.unitId);
  return { list, unitName, content: await contentOf(context, list) };
}

/** The same for a list that is approved. @throws Problem refused `benefit.not_approved` */
async function openApproved(context: WorkContext, verb: Verb, listId: string): Promise<Opened> {
  const opened = await openList(context, verb, listId);
  if (!["APPROVED", "PAID"].includes(stateOf(opened.list))) throw new Problem("refused", "benefit.not_approved");
  return opened;
}

function headOf({ list, unitName }: Opened, lang: Lang): [string, string, "day"?][] {
  const t = translate(benefitPaperMessages, lang);
  const state = translate(benefitMessages, lang)(`state.${stateOf(list)}`);
  const approved = list.decision?.decision === "APPROVED" ? list.decision : null;
  return [
    [t("list.month"), monthWords(list.month, lang)],
    [t("list.unit"), unitName],
    [t("list.state"), state],
    [t("list.prepared"), `${list.preparedByName}, ${formatDay(list.preparedOn, lang)}`],
    ...(approved ? [[t("list.approved"), `${approved.by}, ${formatDay(approved.on, lang)}`] as [string, string]] : []),
    [t("list.total"), money(lang)(list.payGrosze)],
  ];
}

function notesOf({ list, content }: Opened, lang: Lang): string[] {
  const t = translate(benefitPaperMessages, lang);
  const unverified = [...new Set(content.law.filter(({ verified }) => !verified).map(({ code }) => code))];
  const settled = list.decision?.decision === "APPROVED";
  return [
    ...(settled ? [] : [t("list.draft")]),
    ...(unverified.length > 0 ? [t("list.unverified", { codes: unverified.join(", ") })] : []),
    t("list.hash", { hash: list.contentHash }),
  ];
}

/** The list on paper, with places for the two signatures; the copy of who signs the request for the refund has PESEL. @throws as `openList` */
async function printList(context: WorkContext, { listId, lang }: Wish): Promise<GivenFile> {
  const opened = await openList(context, benefitAccess["benefit.print"], listId);
  const { list, content } = opened;
  const t = translate(benefitPaperMessages, lang);
  const signs = signsRequests(context, list.unitId);
  const names = columnsFor("LIST", signs);
  const people = await rowsFor(context, { listId, people: content.people, names });
  const { organisation, pictures } = await letterheadOf(context);
  const approved = list.decision?.decision === "APPROVED" ? list.decision : null;
  const { bytes } = await renderPdf({
    template: template("benefit-list"),
    title: t("list.title"),
    lang,
    pictures,
    data: {
      frame: { organisation, issuedOn: list.preparedOn, version: list.no, basis: t("list.basis") },
      facts: headOf(opened, lang),
      empty: t("list.empty"),
      ...paperTable(names, people, lang),
      noted: { title: t("note.title"), lines: noteLines(people, lang) },
      notes: [...(signs ? [t("list.rates")] : []), ...notesOf(opened, lang)],
      parties: [
        { role: t("list.prepared"), name: list.preparedByName },
        { role: t("list.approved"), name: approved?.by ?? "" },
      ],
    },
  });
  return pdf(bytes, `lista-swiadczen-${monthOf(list.month)}`);
}

/** The list as a spreadsheet: amounts are numbers, texts are never formulas. @throws as `openList` */
async function exportList(context: WorkContext, { listId, lang }: Wish): Promise<GivenFile> {
  const { list, content } = await openList(context, benefitAccess["benefit.export"], listId);
  const m = translate(benefitMessages, lang);
  const names = columnsFor("SHEET", signsRequests(context, list.unitId));
  const rows = await rowsFor(context, { listId, people: content.people, names });
  const people = { name: `${m("benefits.title")} ${monthOf(list.month)}`, ...sheetTable(names, rows, lang) };
  const law = {
    name: m("month.law"),
    columns: [
      { title: m("month.law"), type: "text", width: 40 },
      { title: m("law.value"), type: "decimal" },
      { title: m("law.from"), type: "date" },
      { title: m("law.source"), type: "text", width: 30 },
      { title: m("column.state"), type: "text", width: 18 },
    ] satisfies Column[],
    rows: content.law.map(({ code, value, validFrom, source, verified }) => [
      code,
      value,
      validFrom,
      source,
      m(verified ? "law.verified" : "law.notVerified"),
    ]),
  };
  return xlsxFile([people, law], `lista-swiadczen-${monthOf(list.month)}`);
}

/** A spreadsheet as a file that is given out. */
export async function xlsxFile(sheets: readonly Sheet[], name: string): Promise<GivenFile> {
  const parts: Buffer[] = [];
  for await (const part of writeXlsx(sheets)) parts.push(Buffer.from(part));
  return {
    bytes: Buffer.concat(parts),
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    name: `${name}.xlsx`,
  };
}

/** Who is paid in cash, with places for their signatures; of whom the reader may not know stands on the sheet of who may. @throws as `openApproved` */
async function printCash(context: WorkContext, { listId, lang }: Wish): Promise<GivenFile> {
  const opened = await openApproved(context, benefitAccess["benefit.print-cash"], listId);
  const { list, content } = opened;
  const all = content.people.filter(({ way, payGrosze }) => way === "CASH" && payGrosze > 0);
  const hidden = await hiddenAmong(context, all);
  const cash = all.filter(({ personId }) => !hidden.has(personId));
  const [t, m, zl] = [translate(benefitPaperMessages, lang), translate(benefitMessages, lang), money(lang)];
  const { organisation, pictures } = await letterheadOf(context);
  const total = cash.reduce((sum, { payGrosze }) => sum + payGrosze, 0);
  const { bytes } = await renderPdf({
    template: template("benefit-list"),
    title: t("cash.title"),
    lang,
    pictures,
    data: {
      frame: { organisation, issuedOn: list.preparedOn, version: list.no, basis: t("list.basis") },
      facts: [...headOf(opened, lang).slice(0, -1), [t("list.total"), zl(total)]],
      empty: t("cash.none"),
      columns: [
        { title: m("column.no"), wide: false, number: true },
        { title: m("column.name"), wide: true, number: false },
        { title: m("column.pay"), wide: false, number: true },
        { title: m("column.signature"), wide: true, number: false },
      ],
      rows: cash.map((one, at) => [String(at + 1), one.name, zl(one.payGrosze), "\n\n"]),
      notes: [
        ...(hidden.size > 0 ? [t("cash.others", { count: hidden.size })] : []),
        t("list.hash", { hash: list.contentHash }),
      ],
      parties: [
        { role: t("cash.paid"), name: "" },
        { role: t("list.approved"), name: list.decision?.by ?? "" },
      ],
    },
  });
  return pdf(bytes, `lista-gotowkowa-${monthOf(list.month)}`);
}

/**
 * The file of transfers as it was made, byte for byte.
 * @throws Problem not_found where none was made | refused as `openApproved`, `refuseHiddenNames`, `benefit.not_intact`
 */
async function openBankFile(context: WorkContext, { listId, no }: { listId: string; no: number }): Promise<GivenFile> {
  const { list, content } = await openApproved(context, benefitAccess["benefit.print-cash"], listId);
  const made = (await findBankFiles(context, listId)).find((one) => one.no === no);
  const payer = made && (await payerById(context, made.payerId));
  if (!made || !payer) throw new Problem("not_found", "benefit.not_found");
  const held = new Set(made.ipzsIds);
  const people = transfersOf(content.people).filter(({ ipzsId }) => held.has(ipzsId));
  await refuseHiddenNames(context, people);
  const { payOn, sha256, madeAt } = made;
  const createdAt = localTime(madeAt);
  const file = bankFileFor({ listId, no, month: list.month, payOn, createdAt, payer: payer.payer, people });
  if (file.sha256 !== sha256) throw new Problem("refused", "benefit.not_intact");
  const isXml = payer.payer.format === "PAIN001";
  return {
    bytes: file.bytes,
    mediaType: isXml ? "application/xml" : "text/plain",
    name: `przelewy-${monthOf(list.month)}-${no}.${isXml ? "xml" : "txt"}`,
  };
}

type SlipLine = { text: string; source: string; amount: string };

/** What one participant gets and why, as it stands on the approved list. @throws Problem not_found `person.not_found` */
async function printSlip(
  context: WorkContext,
  { listId, ipzsId, lang }: Wish & { ipzsId: string },
): Promise<GivenFile> {
  const missing = () => new Problem("not_found", "person.not_found");
  const list = await getList(context, listId);
  const person = await findPersonOf(context, listId, ipzsId);
  if (!person || list.decision?.decision !== "APPROVED") throw missing();
  const { own } = await requirePerson(context, benefitAccess["benefit.print-slip"], person.personId);
  if (!own) {
    await requireUnit(context, benefitAccess["benefit.print"], list.unitId);
    await refuseHiddenNames(context, [person]);
  }
  const [t, zl] = [translate(benefitPaperMessages, lang), money(lang)];
  const lineOf = ({ text, article, rule, amountGrosze }: ListLine): SlipLine => ({
    text: text[lang],
    source: `${article} (${rule})`,
    amount: zl(amountGrosze),
  });
  const other = (text: string, grosze: number): SlipLine => ({ text, source: "", amount: zl(grosze) });
  const others: SlipLine[] = [
    ...person.corrections
      .filter(({ nowGrosze, beforeGrosze }) => nowGrosze > beforeGrosze)
      .map(({ month, nowGrosze, beforeGrosze }) =>
        other(t("slip.correction", { month: monthWords(month, lang) }), nowGrosze - beforeGrosze),
      ),
    ...(person.recoveredGrosze > 0 ? [other(t("slip.recovered"), -person.recoveredGrosze)] : []),
    ...(person.bonusGrosze > 0 ? [other(t("slip.bonus", { reason: person.bonusReason }), person.bonusGrosze)] : []),
    ...person.deductions.map(({ title, amountGrosze }) => other(t("slip.deduction", { title }), -amountGrosze)),
  ];
  const { organisation, pictures } = await letterheadOf(context);
  const { bytes } = await renderPdf({
    template: template("benefit-slip"),
    title: t("slip.title", { month: monthWords(list.month, lang) }),
    lang,
    pictures,
    data: {
      frame: { organisation, issuedOn: list.decision.on, basis: t("list.basis") },
      facts: [
        [t("slip.who"), person.name],
        [t("slip.paidOn"), list.paidOn ? formatDay(list.paidOn, lang) : t("slip.notYet")],
      ],
      words: { what: t("slip.what"), amount: t("slip.amount") },
      parts: [
        { title: t("slip.benefit"), lines: person.lines.map(lineOf) },
        { title: t("slip.others"), lines: others },
      ].filter(({ lines }) => lines.length > 0),
      total: t("slip.total", { amount: zl(person.payGrosze) }),
      notes: [
        ...(person.carriedOutGrosze > 0 ? [t("slip.carried", { amount: zl(person.carriedOutGrosze) })] : []),
        t("slip.ask"),
      ],
    },
  });
  return { ...pdf(bytes, `swiadczenie-${monthOf(list.month)}`), personId: person.personId };
}

export { exportList, openBankFile, printCash, printList, printSlip };
