import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../../platform/atMost.ts";
import { defineDownload, type WorkContext } from "../../../platform/command.ts";
import { docxFile } from "../../../platform/documents/renderDocx.ts";
import { type PdfRequest, renderPacket } from "../../../platform/documents/renderPdf.ts";
import { LANGS, type Lang, LOCALE, translate } from "../../../platform/messages.ts";
import { Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { letterheadOf } from "../../organisation/public.ts";
import type { CriterionRule } from "../../project/criteria/contract.ts";
import { criteriaMessages, ruleWords, valueWords } from "../../project/criteria/messages.ts";
import { criteriaOf } from "../../project/public.ts";
import { recruitmentAccess } from "../access.ts";
import { candidatesOf, shownOf, textsOf } from "../candidates/store.ts";
import { type Grounds, readGrounds } from "../deciding/reason.ts";
import { requireRecruitment } from "../store.ts";
import { factsNow, type LetterFacts, readFacts } from "./facts.ts";
import { letterMessages } from "./messages.ts";

const prints = ["normal", "large", "edit"] as const;
type Print = (typeof prints)[number];
const template = new URL("./letter.typ", import.meta.url).href;

type Row = { letterId: string; recruitmentId: string; candidateId: string; decisionId: string; issuedOn: PlainDate };

async function rowsOf(context: WorkContext, batchId: string, letterId: string | undefined): Promise<Row[]> {
  const { rows } = await sql<Row>`select l.id as letter_id, l.recruitment_id, l.candidate_id, l.decision_id, l.issued_on
    from candidate_letter l join candidate_decision d on d.organisation_id = l.organisation_id and d.id = l.decision_id
    where l.organisation_id = ${context.actor.organisationId} and l.batch_id = ${batchId} and (${letterId ?? null}::uuid is null or l.id = ${letterId ?? null})
    order by d.decision, d.rank, l.id ${atMost}`.execute(context.tx);
  return rows;
}

type Writing = {
  lang: Lang;
  large: boolean;
  rules: ReadonlyMap<number, readonly CriterionRule[]>;
  head: Awaited<ReturnType<typeof letterheadOf>>;
};

/** One letter: what was decided, by which rules and points, and why. Rules are told as they were judged when it was decided. */
function letterOf(issuedOn: PlainDate, facts: LetterFacts, grounds: Grounds, writing: Writing): PdfRequest {
  const { lang, head } = writing;
  const t = translate(letterMessages, lang);
  const of = translate(criteriaMessages, lang);
  const format = new Intl.DateTimeFormat(LOCALE[lang], { dateStyle: "long", timeZone: "UTC" });
  const day = (value: string) => format.format(new Date(`${value}T00:00:00Z`));
  const number = new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: 2 });
  const hundredths = (value: number) => number.format(value / 100);
  const rules = new Map((writing.rules.get(grounds.criteriaNo) ?? []).map((rule) => [rule.ruleId, rule]));
  const { rank, total, interview, places } = facts;
  const given = facts.points.map(({ name, points, weight }) => [
    name,
    t("times", { points, weight: hundredths(weight) }),
    hundredths(points * weight),
  ]);
  const { appointment } = facts;
  const invited = appointment ? [t("next.interview", { ...appointment, day: day(appointment.day) })] : [];
  if (interview !== null) given.push([t("interview"), "", hundredths(interview)]);
  const data = {
    frame: { organisation: head.organisation, issuedOn, largePrint: writing.large },
    facts: [
      [t("paper.to"), [facts.name, facts.address].filter(Boolean).join("\n")],
      [t("paper.project"), facts.title],
      [t("paper.no"), String(facts.no)],
      [t("paper.decided"), day(facts.decidedOn)],
      ...(rank !== null && total !== null
        ? [
            [t("paper.place"), t("paper.placeOf", { rank, places })],
            [t("paper.total"), hundredths(total)],
          ]
        : []),
    ],
    says: t(`says.${facts.decision}`),
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
    next: [t(`next.${facts.decision}`, { day: day(facts.nextDay) }), ...invited].join("\n"),
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
    parties: [{ role: t("decidedBy"), name: facts.by, behalf: head.organisation.name }],
  };
  return { template, data, title: t("paper.title"), lang, pictures: head.pictures };
}

type Wish = { batchId: string; letterId?: string | undefined; lang: Lang; print: Print };

/** The letters of a batch as one file, or one of them for editing. @throws Problem not_found | refused `letter.one_to_edit` */
async function printLetters(context: WorkContext, { batchId, letterId, lang, print }: Wish) {
  const rows = await rowsOf(context, batchId, letterId);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "candidate.not_found");
  const recruitment = await requireRecruitment(context, recruitmentAccess["candidate-letter.print"], row.recruitmentId);
  const { shown: candidates } = shownOf((await candidatesOf(context, recruitment)).candidates);
  const byId = new Map(candidates.map((one) => [one.id, one]));
  const texts = await textsOf(
    context,
    rows.map(({ candidateId }) => candidateId),
  );
  // letters from before their words were kept say what is known today
  const unkept = rows.filter(({ letterId }) => !texts.has(letterId)).map(({ decisionId }) => decisionId);
  const today =
    unkept.length === 0 ? new Map<string, LetterFacts>() : await factsNow(context, recruitment, unkept, byId);
  const groundsOf = ({ decisionId }: Row) => readGrounds(texts.get(decisionId));
  const rules = new Map<number, readonly CriterionRule[]>([[0, []]]);
  for (const no of new Set(rows.map((one) => groundsOf(one).criteriaNo)))
    if (!rules.has(no)) rules.set(no, (await criteriaOf(context, recruitment.projectId, no)).rules);
  const writing: Writing = { lang, large: print === "large", rules, head: await letterheadOf(context) };
  const papers = rows.flatMap((one) => {
    if (!byId.get(one.candidateId)?.card) return [];
    const kept = texts.get(one.letterId);
    const facts = kept === undefined ? today.get(one.decisionId) : readFacts(kept);
    return facts ? [letterOf(one.issuedOn, facts, groundsOf(one), writing)] : [];
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
