import { hoursAfter } from "../../platform/time/instant.ts";
import type { Stage } from "./loadDemo.ts";
import { reportNight, streetOffice, trainTeam } from "./streetOffice.ts";

type Street = {
  coordinator: string;
  workers: readonly [string, string];
  unit: string;
  places: readonly { name: string; type: string; area: string; entry?: string; hazards?: string[] }[];
  aliases: readonly string[];
  nights: number;
};

const steps = [
  "Wtorek 10:00, chirurg, idziemy razem",
  "W piątek po dowód do urzędu",
  "Przyjdzie na kawę do klubu",
  "Zadzwoni do siostry",
  "Obejrzy noclegownię",
  "Da znać, czy noga się goi",
];
const needs = [
  ["WARMTH", "FOOD"],
  ["DOCUMENTS"],
  ["SLEEPING_PLACE", "CLOTHING"],
  ["MEDICAL"],
  ["INFORMATION"],
  ["HYGIENE", "FOOD"],
];

/** Nights in the street: shifts of two, cards of known people and of strangers, aid handed out, steps agreed. */
export async function streetNights(
  stage: Stage,
  { coordinator, workers, unit, places, aliases, nights }: Street,
): Promise<void> {
  const [first, second] = workers;
  const unitId = stage.unitId(unit);
  stage.at(-nights * 2 - 5, "08:00");
  for (const [i, place] of places.entries())
    await stage.do(coordinator, "site.record", {
      siteId: stage.id(`${unit} site ${i}`),
      unitId,
      name: place.name,
      siteType: place.type,
      area: place.area,
      exact: {
        access: "Wejście od strony torów, za kioskiem.",
        owner: null,
        lat: 51.402 - i * 0.006,
        lon: 21.147 + ((i * 7) % 5) * 0.008,
      },
      hazards: place.hazards ?? [],
      entryRule: place.entry ?? "OPEN",
      facilitiesNearby: null,
      status: "ACTIVE",
      visitEveryDays: i < 2 ? 2 : 3 + i,
    });
  for (const item of ["BLANKET", "SOUP", "CLOTHES"] as const)
    await stage.do(coordinator, "stock.record", {
      entryId: stage.id(`${unit} stock ${item}`),
      unitId,
      item,
      change: 60,
    });

  const team = { coordinator, workers, unit };
  await streetOffice(stage, team, places.length);

  const last = new Map<number, string>();
  for (let night = nights; night >= 1; night--) {
    const day = -night * 2;
    stage.at(day, "17:00");
    const shiftId = stage.id(`${unit} shift ${night}`);
    const startedAt = stage.now();
    await stage.do(first, "shift.start", {
      shiftId,
      unitId,
      routeId: stage.id(`${unit} route long`),
      startedAt,
      plannedStart: startedAt,
      plannedEnd: hoursAfter(startedAt, 5),
      memberIds: [stage.accountId(first), stage.accountId(second)],
      lowestCelsius: night < 6 ? -4 : 3,
    });
    for (let meeting = 0; meeting < 5; meeting++) {
      stage.at(day, `${18 + Math.floor(meeting / 2)}:${meeting % 2 ? "40" : "10"}`);
      const who = (night * 3 + meeting * 7) % aliases.length;
      const stranger = meeting === 4 && night % 3 === 0;
      const previousId = last.get(who) ?? null;
      const contactId = stage.id(`${unit} contact ${night} ${meeting}`);
      await stage.do(meeting % 2 ? second : first, "contact.record", {
        contactId,
        unitId,
        shiftId,
        person: stranger ? null : { personId: stage.id(`${unit} street ${who}`), alias: aliases[who] },
        card: {
          contactAt: stage.now(),
          siteId: stage.id(`${unit} site ${(night + meeting) % places.length}`),
          workerIds: [stage.accountId(first), stage.accountId(second)],
          sex: who % 4 === 0 ? "F" : "M",
          ageBand: ["30_39", "40_49", "50_59", "60_PLUS"][who % 4],
          notSeenBefore: stranger,
          actions: meeting === 2 ? ["CONVERSATION", "IN_KIND_AID"] : ["CONVERSATION", "INFORMATION"],
          needs: needs[(who + night) % needs.length],
          aid: meeting === 2 ? [{ item: "SOUP", quantity: 1 }] : [],
          infoTopics: ["SHELTERS"],
          notice: "GIVEN_ORALLY",
          attitude: who % 3 === 0 ? "RESERVED" : "OPEN",
          nextStep: stranger
            ? null
            : { text: steps[(who + night) % steps.length], dueOn: night <= 2 ? stage.day(who % 3) : null },
          previousId: stranger ? null : previousId,
          previousStepOutcome: !stranger && previousId ? ["DONE", "PARTLY", "NOT_DONE"][who % 3] : null,
        },
      });
      if (!stranger) last.set(who, contactId);
    }
    stage.at(day, "22:30");
    const endedAt = stage.now();
    await stage.do(first, "shift.end", {
      shiftId,
      endedAt,
      reflections: night % 4 === 0 ? "Warto wrócić pod wiadukt za dnia." : null,
    });
    await reportNight(stage, team, night, { shiftId, startedAt, endedAt });
  }
  await trainTeam(stage, team);
}
