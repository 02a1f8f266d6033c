import { addDays, addMonths, type PlainDate, startOfMonth } from "../../platform/time/plainDate.ts";
import type { Stage } from "./loadDemo.ts";

const unit = "legionowo-cis";

type Programme = { nowHash: string };
type People = { people: { ipzsId: string; weeks: { fault: string | null }[] }[] };

/** Class programmes of the centre: the one of this month was approved in time, the one of the next waits for the manager. */
export async function legionowoClasses(stage: Stage): Promise<void> {
  const first = startOfMonth(stage.today);
  await prepare(stage, first, addDays(first, -12));
  await approve(stage, first, addDays(first, -10));
  await prepare(stage, addMonths(first, 1), stage.day(-1));
}

const idOf = (stage: Stage, month: PlainDate) => stage.id(`class programme ${month}`);

/** The instructor takes the month from the timetable. */
async function prepare(stage: Stage, first: PlainDate, day: PlainDate): Promise<void> {
  const [unitId, month] = [stage.unitId(unit), first.slice(0, 7)];
  stage.atDay(day, "14:00");
  const { nowHash: seenHash } = await stage.ask<Programme>("kazimierz", "class-programme.read", { unitId, month });
  const programmeId = idOf(stage, first);
  await stage.do("kazimierz", "class-programme.prepare", { programmeId, unitId, month, seenHash, reason: "" });
}

/** The manager says why somebody's hours are few, and approves. */
async function approve(stage: Stage, first: PlainDate, day: PlainDate): Promise<void> {
  const [unitId, month] = [stage.unitId(unit), first.slice(0, 7)];
  stage.atDay(day, "09:00");
  const { nowHash: seenHash } = await stage.ask<Programme>("hanna", "class-programme.read", { unitId, month });
  const { people } = await stage.ask<People>("hanna", "class-programme.read-people", { unitId, month });
  const reasons = people
    .filter(({ weeks }) => weeks.some(({ fault }) => fault === "WEEK_TOO_SHORT"))
    .map(({ ipzsId }) => ({ ipzsId, words: "Zajęcia dodatkowe poza warsztatem: kurs w urzędzie pracy." }));
  await stage.do("hanna", "class-programme.approve", { programmeId: idOf(stage, first), seenHash, reasons });
}
