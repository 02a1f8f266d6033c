import { habits } from "../../modules/attendance/workshop/codes.ts";
import { addDays, startOfMonth, startOfWeek } from "../../platform/time/plainDate.ts";
import type { Stage } from "./loadDemo.ts";
import { demoPeople } from "./people.ts";

/** Two workshops, as their groups are numbered, with what is practised in them now. */
const workshops = [
  {
    profile: "Opieka nad osobami starszymi i prowadzenie domu",
    stations: "Łóżko rehabilitacyjne, wózek, kuchnia, pralnia",
    tasks: ["Ścielenie łóżka z osobą leżącą", "Gotowanie obiadu", "Pranie i prasowanie", "Rozmowa przez telefon"],
  },
  {
    profile: "Stolarstwo: meble ogrodowe i drobne naprawy",
    stations: "Piła tarczowa, wyrówniarka, wiertarka stołowa, dwa stoły",
    tasks: ["Trasowanie", "Cięcie na wymiar", "Wiercenie", "Szlifowanie", "Montaż"],
  },
] as const;

/** What Kazimierz Hebel says of this month, for a bonus and for an extension. */
const opinions = [
  { at: 5, kind: "BONUS", words: "Pierwszy przy piłach, uczy nowych trasowania. Trzy ławki oddane bez poprawek." },
  { at: 7, kind: "BONUS", words: "Po chorobie nadrobił zaległości, sam pilnuje porządku na stanowisku." },
  { at: 2, kind: "EXTENSION", words: "Pracuje samodzielnie, do egzaminu opiekunki brakuje jej praktyki." },
] as const;

/** How the workshops of the centre are led: cards, skills week by week, habits of the month, opinions, cards of attendance. */
export async function legionowoWorkshops(stage: Stage): Promise<void> {
  stage.at(-40, "09:00");
  for (const [no, { profile, stations, tasks }] of workshops.entries())
    await stage.do("hanna", "workshop.record", {
      groupId: stage.id(`group legionowo ${no}`),
      profile,
      stations,
      capacity: 20,
      tasks: tasks.map((name, at) => ({ taskId: taskOf(stage, no, at), name })),
    });
  const monday = startOfWeek(stage.today);
  for (const [at, week] of [-14, -7].map((days) => addDays(monday, days)).entries()) {
    stage.atDay(addDays(week, 4), "14:00");
    for (const [no, { tasks }] of workshops.entries()) {
      const groupId = stage.id(`group legionowo ${no}`);
      const people = await peopleOf(stage, groupId);
      await stage.do("kazimierz", "workshop.mark-skills", {
        groupId,
        week,
        marks: people.flatMap((personId, person) =>
          tasks.map((_, task) => ({
            markId: stage.id(`skill ${personId} ${week} ${task}`),
            personId,
            taskId: taskOf(stage, no, task),
            level: Math.min(4, ((person * 3 + task) % 4) + at),
          })),
        ),
      });
    }
  }
  stage.at(-1, "14:30");
  for (const no of workshops.keys()) await endOfMonth(stage, stage.id(`group legionowo ${no}`));
}

/** Habits of the month, all but those of three people who are left for its last day; opinions; cards for everybody. */
async function endOfMonth(stage: Stage, groupId: string): Promise<void> {
  const month = startOfMonth(stage.day(-1));
  const people = await peopleOf(stage, groupId);
  await stage.do("kazimierz", "workshop.mark-habits", {
    groupId,
    month,
    marks: people.slice(0, -3).flatMap((personId, person) =>
      habits.map((habit, at) => ({
        markId: stage.id(`habit ${personId} ${habit}`),
        personId,
        habit,
        grade: 3 + ((person + at) % 3),
      })),
    ),
  });
  const cards = people.map((personId) => ({ cardId: stage.id(`card ${personId}`), personId }));
  await stage.do("kazimierz", "attendance-card.issue", { groupId, cards });
  for (const { at, kind, words } of opinions) {
    const personId = participants(stage)[at];
    if (!personId || !people.includes(personId)) continue;
    const opinionId = stage.id(`opinion ${personId} ${kind}`);
    await stage.do("kazimierz", "workshop.write-opinion", { opinionId, groupId, personId, kind, month, words });
  }
}

/** The people of the centre in the order of `demoPeople`. */
const participants = (stage: Stage) => demoPeople("legionowo", 30).map(({ key }) => stage.id(`person ${key}`));

const taskOf = (stage: Stage, workshop: number, task: number) => stage.id(`task legionowo ${workshop} ${task}`);

async function peopleOf(stage: Stage, groupId: string): Promise<string[]> {
  const { people } = await stage.ask<{ people: { personId: string }[] }>("kazimierz", "workshop.read", { groupId });
  return people.map(({ personId }) => personId);
}
