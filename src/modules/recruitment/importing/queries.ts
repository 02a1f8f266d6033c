import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { criteriaOf } from "../../project/public.ts";
import { recruitmentAccess } from "../access.ts";
import { requireRecruitment } from "../store.ts";
import { findHeaderRow, guessMapping, titlesOf } from "./columns.ts";
import { ListLook, ListPreview, LookAtList, PreviewList } from "./contract.ts";
import { judgeList, listBytes, rememberedMapping, sheetOf, tableOf } from "./store.ts";

/** What stands in the file: sheets, headings, some rows, and what the columns probably mean. */
async function look(context: WorkContext, wish: LookAtList): Promise<ListLook> {
  const { recruitmentId, fileId, sheet, sender } = wish;
  const { projectId } = await requireRecruitment(context, recruitmentAccess["candidate-list.look"], recruitmentId);
  const { bytes } = await listBytes(context, fileId);
  const table = await tableOf(bytes);
  const rows = sheetOf(table, sheet);
  const headerRow = wish.headerRow ?? findHeaderRow(rows);
  const titles = titlesOf(rows, headerRow);
  const remembered = sender === "" ? undefined : await rememberedMapping(context, sender, titles);
  const { rules } = await criteriaOf(context, projectId);
  return {
    sheets: table.sheets.map((one) => ({ name: one.name, rows: one.rows.length })),
    sheet,
    headerRow,
    titles,
    sample: rows
      .slice(headerRow)
      .filter((row) => row.some((cell) => cell.trim() !== ""))
      .slice(0, 3),
    mapping: remembered?.mapping ?? guessMapping(titles),
    words: remembered?.words ?? {},
    remembered: remembered !== undefined,
    statements: rules.flatMap((rule) =>
      rule.field === "STATEMENT" ? [{ ruleId: rule.ruleId, statement: rule.statement }] : [],
    ),
  };
}

async function preview(context: WorkContext, wish: PreviewList): Promise<ListPreview> {
  const recruitment = await requireRecruitment(
    context,
    recruitmentAccess["candidate-list.preview"],
    wish.recruitmentId,
  );
  const { bytes } = await listBytes(context, wish.fileId);
  return (await judgeList(context, recruitment, await tableOf(bytes), wish)).preview;
}

export const importingQueries = [
  defineQuery({
    name: "candidate-list.look",
    method: "POST",
    path: "/recruitments/:recruitmentId/candidate-lists/look",
    summary: "Looks into a list of candidates: sheets, headings, what the columns mean; nothing is kept",
    input: LookAtList,
    answer: ListLook,
    verb: recruitmentAccess["candidate-list.look"],
    audit: ({ recruitmentId }) => ({ objectType: "recruitment", objectId: recruitmentId }),
    run: look,
  }),
  defineQuery({
    name: "candidate-list.preview",
    method: "POST",
    path: "/recruitments/:recruitmentId/candidate-lists/preview",
    summary: "Every row of a list as it would be taken in, with what is the matter with it; nothing is kept",
    input: PreviewList,
    answer: ListPreview,
    verb: recruitmentAccess["candidate-list.preview"],
    audit: ({ recruitmentId }) => ({ objectType: "recruitment", objectId: recruitmentId }),
    run: preview,
  }),
];
