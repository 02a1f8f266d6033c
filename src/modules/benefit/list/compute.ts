import type { WorkContext } from "../../../platform/command.ts";
import { freeze } from "../../../platform/documents/freeze.ts";
import { type Parameter, parametersOn } from "../../../platform/law.ts";
import { LANGS, type Lang } from "../../../platform/messages.ts";
import { daysBetween, endOfMonth, type PlainDate, periodEnd } from "../../../platform/time/plainDate.ts";
import { getPersonNames } from "../../person/public.ts";
import { benefitParameters } from "../law.ts";
import { sourceOf, textOf } from "../lineWords.ts";
import type { MonthNote, PersonMonth, PersonSpans } from "../month/personMonth.ts";
import { type Benefit, type BenefitLine, type BenefitRefusal, benefitOf, refuseBonus, refuseSpans } from "../rules.ts";
import { bonusesOf, deductionsOf, type Rates, ratesOn, type Way, waysOf } from "./chosen.ts";
import { ListContent, type ListCorrection, type ListLine, type ListParameter, type ListPerson } from "./contract.ts";
import { approvedBefore, carriedInto, settledBy, settledLines } from "./corrections.ts";
import { type ListMonth, type PersonRefusal, refuseSums, settle, shareOf } from "./rules.ts";
import { type OfMonths, spansOf } from "./source.ts";

const listParameters = ["CIS_CORRECTION_MONTHS", "CIS_RECOVERY_MAX"] as const;
/** Figures of what is only noted beside: they change no amount. */
const limitParameters = ["CIS_TRIAL", "CIS_PARTICIPATION", "CIS_EXTENSION_MAX", "CIS_NOTICE_END"] as const;

/** One participant as computed now, and what stands in the way of the list. */
export type ComputedPerson = { person: ListPerson; notes: readonly MonthNote[]; refusal: PersonRefusal | null };

export type ComputedMonth = {
  content: ListContent;
  contentHash: string;
  people: readonly ComputedPerson[];
  rates: Rates;
};

type Facts<M> = { month: M; benefit: Benefit | null; refusal: BenefitRefusal | null };

function reckon<M extends PersonSpans>(month: M): Facts<M> {
  if (month.spans.length === 0) return { month, benefit: null, refusal: null };
  const refusal = refuseSpans(month.spans);
  return { month, benefit: refusal ? null : benefitOf(month.spans, month.sickDaysUsedBefore), refusal };
}

function linesOf(month: PersonSpans, { lines, fullGrosze }: Benefit): ListLine[] {
  const say = (line: BenefitLine, lang: Lang) => textOf(line, { spans: month.spans, fullGrosze }, lang);
  return lines.map((line) => ({
    ...line,
    ...sourceOf(line.kind),
    text: { pl: say(line, "pl"), en: say(line, "en"), uk: say(line, "uk") } satisfies Record<
      (typeof LANGS)[number],
      string
    >,
  }));
}

/** The parameters of the first and the last day of a month, each value once. */
async function lawOf({ tx }: WorkContext, month: ListMonth): Promise<ListParameter[]> {
  const codes = [...benefitParameters, ...listParameters];
  const days = [month, endOfMonth(month)];
  const found = new Map<string, ListParameter>();
  for (const day of days)
    for (const { code, value, unit, source, verified, validFrom } of (await parametersOn(tx, codes, day)).values())
      found.set(`${code} ${validFrom}`, { code, value, unit, source, verified, validFrom });
  return [...found.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, parameter]) => parameter);
}

type ReadCode = (typeof listParameters)[number] | (typeof limitParameters)[number];
const numberOf = (found: ReadonlyMap<string, Parameter>, code: ReadCode, otherwise: number) =>
  Number(found.get(code)?.value ?? otherwise);

/** How long a participation lasts at most, trial and extension counted in, and how many days ahead its end is told. */
type Ahead = { longestMonths: number; noticeDays: number };

const aheadOf = (found: ReadonlyMap<string, Parameter>): Ahead => ({
  longestMonths:
    numberOf(found, "CIS_TRIAL", 0) + numberOf(found, "CIS_PARTICIPATION", 0) + numberOf(found, "CIS_EXTENSION_MAX", 0),
  noticeDays: numberOf(found, "CIS_NOTICE_END", 0),
});

/** What RP-16 notes of a participant's limits. */
function limitsOf(
  { programmeDays, spans, daysOffLeft }: PersonMonth,
  month: ListMonth,
  ahead: Ahead,
): ListPerson["limits"] {
  if (!programmeDays) return undefined;
  const last = endOfMonth(month);
  const { trialFrom, trialTo, lastDay, daysOffEntitled } = programmeDays;
  const isNear = lastDay >= month && daysBetween(last, lastDay) <= ahead.noticeDays;
  return {
    trialEndsOn: trialTo >= month && trialTo <= last ? trialTo : null,
    endsOn: isNear ? lastDay : null,
    longestMonths: isNear && lastDay >= periodEnd(trialFrom, ahead.longestMonths) ? ahead.longestMonths : null,
    sickDaysLimit: spans.at(-1)?.law.sickDaysLimit ?? 0,
    daysOffUsed: daysOffEntitled - daysOffLeft,
    daysOff: daysOffEntitled,
  };
}

type Differences = ReadonlyMap<string, { personId: string; corrections: ListCorrection[] }>;

/**
 * Differences between approved months and what is true of them now, by participation: a note that came late, a register that was
 * corrected after its month was locked. Each is held against how the month was settled last, so that none is settled twice.
 */
async function differencesOf(
  context: WorkContext & OfMonths,
  of: { unitId: string; month: ListMonth; months: number },
): Promise<Differences> {
  const found = new Map<string, { personId: string; corrections: ListCorrection[] }>();
  const lists = await approvedBefore(context, of);
  const spans = await spansOf(context, { unitId: of.unitId, months: lists.map(({ month }) => month) });
  for (const list of lists) {
    const settled = await settledBy(context, list);
    const now = new Map((spans.get(list.month) ?? []).map((month) => [month.ipzsId, reckon(month)]));
    const changed = [...new Set([...settled.keys(), ...now.keys()])].flatMap((ipzsId) => {
      const [before, today] = [settled.get(ipzsId), now.get(ipzsId)];
      if (today?.refusal) return []; // what cannot be computed corrects nothing; the screen of the month says what is wrong
      const beforeGrosze = before?.grosze ?? 0;
      const nowGrosze = today?.benefit?.benefitGrosze ?? 0;
      return beforeGrosze === nowGrosze ? [] : [{ ipzsId, before, today, beforeGrosze, nowGrosze }];
    });
    const lines = await settledLines(
      context,
      list,
      changed.flatMap(({ before }) => before ?? []),
    );
    for (const { ipzsId, before, today, beforeGrosze, nowGrosze } of changed) {
      const correction: ListCorrection = {
        ...list,
        no: (before?.no ?? 0) + 1,
        beforeGrosze,
        nowGrosze,
        before: lines.get(ipzsId) ?? [],
        now: today?.benefit ? linesOf(today.month, today.benefit) : [],
      };
      const known = found.get(ipzsId);
      const personId = today?.month.personId ?? before?.personId ?? "";
      found.set(ipzsId, { personId, corrections: [...(known?.corrections ?? []), correction] });
    }
  }
  return found;
}

const nothing = (ipzsId: string, personId: string): PersonMonth => ({
  personId,
  ipzsId,
  spans: [],
  sickDaysUsedBefore: 0,
  classDays: 0,
  presentDays: 0,
  daysOffLeft: 0,
  notes: [],
});

const sum = (items: readonly number[]) => items.reduce((total, one) => total + one, 0);

type Beside = {
  name: string;
  limits: ListPerson["limits"];
  corrections: readonly ListCorrection[];
  carriedInGrosze: number;
  bonus: { grosze: number; reason: string } | undefined;
  deductions: ListPerson["deductions"];
  way: Way;
  rates: Rates;
  recoveryMaxPercent: number;
};

function personOf({ month, benefit, refusal }: Facts<PersonMonth>, beside: Beside): ComputedPerson {
  const { corrections, bonus, deductions, way, rates, recoveryMaxPercent, name, carriedInGrosze, limits } = beside;
  const benefitGrosze = benefit?.benefitGrosze ?? 0;
  const changes = corrections.map(({ beforeGrosze, nowGrosze }) => nowGrosze - beforeGrosze);
  const raisedGrosze = sum(changes.filter((change) => change > 0));
  const loweredGrosze = -sum(changes.filter((change) => change < 0));
  const bonusGrosze = bonus?.grosze ?? 0;
  const deductedGrosze = sum(deductions.map(({ amountGrosze }) => amountGrosze));
  const sums = {
    benefit: benefitGrosze,
    raised: raisedGrosze,
    lowered: loweredGrosze,
    carriedIn: carriedInGrosze,
    bonus: bonusGrosze,
    deducted: deductedGrosze,
  };
  const { recovered, carriedOut, pay } = settle(sums, recoveryMaxPercent);
  const base = benefitGrosze + raisedGrosze - recovered;
  const bonusMaxGrosze = benefit?.bonusMaxGrosze ?? 0;
  return {
    notes: month.notes,
    refusal: refusal ?? refuseBonus(bonusGrosze, month.spans, bonusMaxGrosze) ?? refuseSums(sums, recoveryMaxPercent),
    person: {
      ipzsId: month.ipzsId,
      personId: month.personId,
      name,
      spans: month.spans.map((span) => ({ ...span, law: { ...span.law } })),
      classDays: month.classDays,
      presentDays: month.presentDays,
      daysOffLeft: month.daysOffLeft,
      sickDaysUsedBefore: month.sickDaysUsedBefore,
      sickDaysUsed: benefit?.sickDaysUsed ?? month.sickDaysUsedBefore,
      ...(limits ? { limits } : {}),
      fullGrosze: benefit?.fullGrosze ?? 0,
      bonusMaxGrosze,
      lines: benefit ? linesOf(month, benefit) : [],
      benefitGrosze,
      corrections: [...corrections],
      raisedGrosze,
      loweredGrosze,
      carriedInGrosze,
      recoveredGrosze: recovered,
      carriedOutGrosze: carriedOut,
      bonusGrosze,
      bonusReason: bonus?.reason ?? "",
      deductions,
      deductedGrosze,
      payGrosze: Math.max(pay, 0), // below zero only beside a refusal
      contributions: rates.map(({ name: title, percent }) => ({
        name: title,
        percent,
        grosze: shareOf(base, percent),
      })),
      ...way,
    },
  };
}

const collator = new Intl.Collator("pl");

/**
 * The month of a unit as it is true now: everybody whose days are covered, and who else has a correction of an earlier month. By
 * name. Nothing is written. Source: docs/domain/rules.md R-CIS-20 to R-CIS-28; docs/domain/forms.md F-40
 */
export async function computeMonth(
  context: WorkContext & OfMonths,
  { unitId, month }: { unitId: string; month: ListMonth },
): Promise<ComputedMonth> {
  const last: PlainDate = endOfMonth(month);
  const found = await parametersOn(context.tx, [...listParameters, ...limitParameters], last);
  const ahead = aheadOf(found);
  const facts = await context.factsOf(context, { unitId, month });
  const months = numberOf(found, "CIS_CORRECTION_MONTHS", 0);
  const differences = await differencesOf(context, { unitId, month, months });
  const covered = facts.filter(({ spans }) => spans.length > 0);
  const here = new Set(covered.map(({ ipzsId }) => ipzsId));
  const corrected = [...differences]
    .filter(([ipzsId]) => !here.has(ipzsId))
    .map(([ipzsId, { personId }]) => facts.find((one) => one.ipzsId === ipzsId) ?? nothing(ipzsId, personId));
  const everybody = [...covered, ...corrected];
  const ipzsIds = everybody.map(({ ipzsId }) => ipzsId);
  const personIds = everybody.map(({ personId }) => personId);

  const names = await getPersonNames(context, personIds);
  const ways = await waysOf(context, personIds);
  const rates = await ratesOn(context, last);
  const bonuses = await bonusesOf(context, ipzsIds, month);
  const deductions = await deductionsOf(context, ipzsIds, month);
  const carried = await carriedInto(context, unitId);
  const people = everybody
    .map((one) =>
      personOf(reckon(one), {
        name: names.get(one.personId) ?? "",
        limits: limitsOf(one, month, ahead),
        corrections: differences.get(one.ipzsId)?.corrections ?? [],
        carriedInGrosze: carried.get(one.ipzsId)?.grosze ?? 0,
        bonus: bonuses.get(one.ipzsId),
        deductions: deductions.get(one.ipzsId) ?? [],
        way: ways.get(one.personId) ?? { way: "CASH", nrb: null },
        rates,
        recoveryMaxPercent: numberOf(found, "CIS_RECOVERY_MAX", 100),
      }),
    )
    .toSorted(({ person: a }, { person: b }) => collator.compare(a.name, b.name) || (a.ipzsId < b.ipzsId ? -1 : 1));
  const law = await lawOf(context, month);
  const content = ListContent.parse({ unitId, month, law, people: people.map(({ person }) => person) });
  return { content, contentHash: freeze(content).contentHash, people, rates };
}
