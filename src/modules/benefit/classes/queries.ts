import { z } from "zod";
import { may } from "../../../platform/access.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { parameterOn } from "../../../platform/law.ts";
import { Problem } from "../../../platform/problem.ts";
import { addMonths, endOfMonth, type PlainDate, plainDate, startOfMonth } from "../../../platform/time/plainDate.ts";
import { hiddenAmongIds } from "../../person/public.ts";
import { centresOf } from "../month/centres.ts";
import { MonthCode } from "../month/contract.ts";
import { classProgrammeAccess } from "./access.ts";
import { programmeNow } from "./compute.ts";
import { type ClassContent, ClassProgramme, ClassProgrammePeople, type ProgrammeClass } from "./contract.ts";
import { approveBy, changesBetween, stateOf } from "./rules.ts";
import { contentOf, editionsOf, namesOfParticipants, type StoredEdition } from "./store.ts";

type Wish = { unitId?: string | undefined; month?: string | undefined };
type Verb = (typeof classProgrammeAccess)["class-programme.read" | "class-programme.read-people"];

/** The same class at the same time, place and with the same leader. */
export const isSameClass = (a: ProgrammeClass, b: ProgrammeClass): boolean =>
  (Object.keys(a) as (keyof ProgrammeClass)[]).every((key) => a[key] === b[key]);

/** The next month, unless one is asked for: its programme is what waits. */
const monthOf = ({ today }: WorkContext, month: string | undefined): PlainDate =>
  month ? plainDate(`${month}-01`) : addMonths(startOfMonth(today), 1);

/** By which day the programme of a month is to be approved in this organisation. */
export async function dueOf({ tx }: WorkContext, month: PlainDate): Promise<PlainDate> {
  return approveBy(month, Number((await parameterOn(tx, "CIS_CLASS_PROGRAMME_DAY", month)).value));
}

/** What is shown of a month: the edition that waits, else the one that holds, else the timetable. */
function shownOf(editions: readonly StoredEdition[]): { shown: StoredEdition | null; holds: StoredEdition | null } {
  const holds = editions.find(({ decision }) => decision?.decision === "APPROVED") ?? null;
  const [newest] = editions;
  return { shown: newest && newest.decision === null ? newest : holds, holds };
}

async function load(context: WorkContext, verb: Verb, wish: Wish) {
  const units = await centresOf(context, verb);
  const unit = wish.unitId ? units.find(({ id }) => id === wish.unitId) : units[0];
  if (!unit) throw new Problem("not_found", "month.unit_not_found");
  const month = monthOf(context, wish.month);
  const editions = await editionsOf(context, { unitId: unit.id, month });
  const now = await programmeNow(context, { unitId: unit.id, month });
  const { shown, holds } = shownOf(editions);
  const content: ClassContent = shown ? contentOf(context, shown) : now.content;
  return { units, unit, month, editions, now, shown, holds, content };
}

/** The class programme of a month, without participants. @throws Problem not_found `month.unit_not_found` */
async function readProgramme(context: WorkContext, wish: Wish): Promise<ClassProgramme> {
  const { units, unit, month, editions, now, shown, holds, content } = await load(
    context,
    classProgrammeAccess["class-programme.read"],
    wish,
  );
  const last = endOfMonth(month);
  const mayDo = (verb: keyof typeof classProgrammeAccess) =>
    may(context.actor, classProgrammeAccess[verb], { unit: true }); // centres of the reader are among the own units
  return {
    unit,
    units,
    month: month.slice(0, 7),
    over: last < context.today,
    dueOn: await dueOf(context, month),
    state: stateOf(editions[0]),
    limits: content.limits,
    closedDays: [...now.closedDays].filter((day) => day >= month && day <= last),
    shownId: shown?.id ?? null,
    holdsId: holds?.id ?? null,
    classes: content.classes,
    changes: shown ? changesBetween(content.classes, now.content.classes, isSameClass) : [],
    nowHash: now.contentHash,
    editions: editions.map(({ unitId: _, month: __, sealed: ___, reasons: ____, ...edition }) => edition),
    may: {
      prepare: mayDo("class-programme.prepare"),
      decide: mayDo("class-programme.approve"),
      readPeople: mayDo("class-programme.read-people"),
    },
  };
}

/** Those of an edition whom the reader may know of, by the name that lists show (C7). */
export async function knownAmong(
  context: WorkContext,
  people: ClassContent["people"],
): Promise<(Omit<ClassContent["people"][number], "personId"> & { personName: string })[]> {
  const names = await namesOfParticipants(
    context,
    people.map(({ ipzsId }) => ipzsId),
  );
  const hidden = await hiddenAmongIds(
    context,
    [...names.values()].map(({ personId }) => personId),
  );
  const shown = people.flatMap(({ personId: _, ...person }) => {
    const known = names.get(person.ipzsId);
    return known && !hidden.has(known.personId) ? [{ ...person, personName: known.name }] : [];
  });
  return shown.toSorted((a, b) => a.personName.localeCompare(b.personName, "pl"));
}

/** Planned hours of each participant beside the limits. @throws Problem not_found `month.unit_not_found` */
async function readPeople(context: WorkContext, wish: Wish): Promise<ClassProgrammePeople> {
  const { content, shown } = await load(context, classProgrammeAccess["class-programme.read-people"], wish);
  const known = await knownAmong(context, content.people);
  const reasons = new Map((shown?.reasons ?? []).map(({ ipzsId, words }) => [ipzsId, words]));
  return {
    limits: content.limits,
    people: known.map((person) => ({ ...person, reason: reasons.get(person.ipzsId) ?? "" })),
    hidden: content.people.length - known.length,
  };
}

const input = z.strictObject({ unitId: z.uuid().optional(), month: MonthCode.optional() });

export const classProgrammeQueries = [
  defineQuery({
    name: "class-programme.read",
    method: "GET",
    path: "/class-programmes",
    summary: "The class programme of a centre's month: classes, editions, what the timetable says otherwise",
    input,
    answer: ClassProgramme,
    verb: classProgrammeAccess["class-programme.read"],
    audit: null, // classes and colleagues, no participants
    run: readProgramme,
  }),
  defineQuery({
    name: "class-programme.read-people",
    method: "GET",
    path: "/class-programmes/people",
    summary: "Planned hours of the participants of a centre's month beside the limits",
    input,
    answer: ClassProgrammePeople,
    verb: classProgrammeAccess["class-programme.read-people"],
    audit: ({ unitId }, { people }) => ({
      objectType: "unit",
      objectId: unitId ?? null,
      section: people.some(({ capped }) => capped) ? "HEALTH" : "ATTENDANCE",
    }),
    run: readPeople,
  }),
];
