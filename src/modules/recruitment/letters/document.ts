import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../../platform/atMost.ts";
import { defineDownload, type WorkContext } from "../../../platform/command.ts";
import { docxFile } from "../../../platform/documents/renderDocx.ts";
import { type PdfRequest, renderPacket } from "../../../platform/documents/renderPdf.ts";
import { LANGS, type Lang, LOCALE, translate } from "../../../platform/messages.ts";
import { Problem } from "../../../platform/problem.ts";
import { addDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { letterheadOf } from "../../organisation/public.ts";
import type { CriterionRule } from "../../project/criteria/contract.ts";
import { criteriaMessages, ruleWords, valueWords } from "../../project/criteria/messages.ts";
import { criteriaOf } from "../../project/public.ts";
import { recruitmentAccess } from "../access.ts";
import { candidatesOf, nameOf, type StoredCandidate, shownOf, textsOf } from "../candidates/store.ts";
import type { Decision } from "../codes.ts";
import { readGrounds } from "../deciding/reason.ts";
import { requireRecruitment, type StoredRecruitment } from "../store.ts";
import { letterMessages } from "./messages.ts";

const prints = ["normal", "large", "edit"] as const;
type Print = (typeof prints)[number];
const template = new URL("./letter.typ", import.meta.url).href;

type Row = {
  letterId: string;
  projectId: string;
  candidateId: string;
  decisionId: string;
  issuedOn: PlainDate;
  decision: Decision;
  decidedOn: PlainDate;
  by: string;
  rank: number | null;
  total: number | null;
  interview: number | null;
  given: Record<string, number> | null;
};

async function rowsOf(context: WorkContext, batchId: string, letterId: string | undefined): Promise<Row[]> {
  const { rows } =
    await sql<Row>`select l.id as letter_id, l.project_id, l.candidate_id, l.decision_id, l.issued_on, d.decision, d.decided_on, m.display_name as by,
      d.rank, r.total, r.interview, r.given
    from candidate_letter l join candidate_decision d on d.organisation_id = l.organisation_id and d.id = l.decision_id
    join membership m on m.organisation_id = d.organisation_id and m.account_id = d.decided_by
    left join ranking_row r on r.organisation_id = d.organisation_id and r.ranking_id = d.ranking_id and r.candidate_id = d.candidate_id
    where l.organisation_id = ${context.actor.organisationId} and l.batch_id = ${batchId} and (${letterId ?? null}::uuid is null or l.id = ${letterId ?? null})
    order by d.decision, d.rank, l.id ${atMost}`.execute(context.tx);
  return rows;
}

type PointName = { id: string; name: string; weight: number };

/** Criteria of points that ever were, so that a letter of an earlier list keeps its words. */
async function pointNames(context: WorkContext, projectId: string): Promise<Map<string, PointName>> {
  const { rows } = await sql<PointName>`select id, name, weight from recruitment_point
    where organisation_id = ${context.actor.organisationId} and project_id = ${projectId} order by no, id ${atMost}`.execute(
    context.tx,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

type Writing = {
  lang: Lang;
  large: boolean;
  recruitment: StoredRecruitment;
  rules: ReadonlyMap<number, readonly CriterionRule[]>;
  points: ReadonlyMap<string, PointName>;
  head: Awaited<ReturnType<typeof letterheadOf>>;
  texts: ReadonlyMap<string, string>;
};

/** One letter: what was decided, by which rules and points, and why. Rules are told as they were judged when it was decided. */
function letterOf(row: Row, candidate: StoredCandidate, writing: Writing): PdfRequest {
  const { lang, recruitment, points, head, texts } = writing;
  const t = translate(letterMessages, lang);
  const of = translate(criteriaMessages, lang);
  const format = new Intl.DateTimeFormat(LOCALE[lang], { dateStyle: "long", timeZone: "UTC" });
  const day = (value: string) => format.format(new Date(`${value}T00:00:00Z`));
  const number = new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: 2 });
  const hundredths = (value: number) => number.format(value / 100);
  const grounds = readGrounds(texts.get(row.decisionId));
  const rules = new Map((writing.rules.get(grounds.criteriaNo) ?? []).map((rule) => [rule.ruleId, rule]));
  const name = nameOf(candidate) ?? "";
  const address = candidate.card?.address ?? "";
  const nextDay =
    row.decision === "RESERVE" ? addDays(recruitment.startsOn, recruitment.vacancyWeeks * 7 - 1) : recruitment.startsOn;
  const onList = row.rank !== null && row.total !== null;
  const given = Object.entries(row.given ?? {}).flatMap(([id, value]) => {
    const point = points.get(id);
    if (!point) return [];
    const times = t("times", { points: value, weight: hundredths(point.weight) });
    return [[point.name, times, hundredths(value * point.weight)]];
  });
  if (row.interview !== null && recruitment.interviewMax > 0)
    given.push([t("interview"), "", hundredths(row.interview)]);
  const data = {
    frame: { organisation: head.organisation, issuedOn: row.issuedOn, largePrint: writing.large },
    facts: [
      [t("paper.to"), [name, address].filter(Boolean).join("\n")],
      [t("paper.project"), recruitment.title],
      [t("paper.no"), String(candidate.no)],
      [t("paper.decided"), day(row.decidedOn)],
      ...(onList
        ? [
            [t("paper.place"), t("paper.placeOf", { rank: row.rank ?? 0, places: recruitment.places })],
            [t("paper.total"), hundredths(row.total ?? 0)],
          ]
        : []),
    ],
    says: t(`says.${row.decision}`),
    why: grounds.reason,
    rules: grounds.results.flatMap((result) => {
      const rule = rules.get(result.ruleId);
      if (!rule) return [];
      // whoever prints or posts the letter is not told a degree of disability: the addressee knows it
      const value =
        result.field === "DISABILITY" ? "–" : result.value === null ? t("unknown") : valueWords(of, result.value, day);
      return [[ruleWords(of, rule), value, of(`result.${result.result}`)]];
    }),
    points: given,
    next: t(`next.${row.decision}`, { day: day(nextDay) }),
    words: {
      why: t("part.why"),
      rules: t("part.rules"),
      points: t("part.points"),
      next: t("part.next"),
      questions: t("part.questions"),
      questionsText: t("questions"),
      working: t("working"),
      rule: t("column.rule"),
      value: t("column.value"),
      result: t("column.result"),
      criterion: t("column.criterion"),
      times: t("column.points"),
      sum: t("column.sum"),
    },
    parties: [{ role: t("decidedBy"), name: row.by, behalf: head.organisation.name }],
  };
  return { template, data, title: t("paper.title"), lang, pictures: head.pictures };
}

type Wish = { batchId: string; letterId?: string | undefined; lang: Lang; print: Print };

/** The letters of a batch as one file, or one of them for editing. @throws Problem not_found | refused `letter.one_to_edit` */
async function printLetters(context: WorkContext, { batchId, letterId, lang, print }: Wish) {
  const rows = await rowsOf(context, batchId, letterId);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "candidate.not_found");
  const recruitment = await requireRecruitment(context, recruitmentAccess["candidate-letter.print"], row.projectId);
  const { shown: candidates } = shownOf((await candidatesOf(context, recruitment)).candidates);
  const byId = new Map(candidates.map((one) => [one.id, one]));
  const texts = await textsOf(
    context,
    rows.map(({ candidateId }) => candidateId),
  );
  const editions = new Set(rows.map(({ decisionId }) => readGrounds(texts.get(decisionId)).criteriaNo));
  const rules = new Map<number, readonly CriterionRule[]>();
  for (const no of editions) rules.set(no, no === 0 ? [] : (await criteriaOf(context, row.projectId, no)).rules);
  const writing: Writing = {
    lang,
    large: print === "large",
    recruitment,
    rules,
    points: await pointNames(context, row.projectId),
    head: await letterheadOf(context),
    texts,
  };
  const papers = rows.flatMap((one) => {
    const candidate = byId.get(one.candidateId);
    return candidate?.card ? [letterOf(one, candidate, writing)] : [];
  });
  const [first, ...rest] = papers;
  if (!first) throw new Problem("not_found", "candidate.not_found");
  const name = `recruitment-letters-${row.issuedOn}`;
  if (print === "edit") return docxFile(first, name);
  const bytes = await renderPacket([first, ...rest]);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}

export const letterDownloads = [
  defineDownload({
    name: "candidate-letter.print",
    path: "/candidate-letters/:batchId",
    summary: "Letters about decisions as one PDF, or one of them as a file for editing",
    input: z.strictObject({
      batchId: z.uuid(),
      letterId: z.uuid().optional(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(prints).default("normal"),
    }),
    verb: recruitmentAccess["candidate-letter.print"],
    audit: ({ batchId }) => ({ objectType: "candidate-letter", objectId: batchId }),
    run: printLetters,
  }),
];
