import type { WorkReportView } from "../../modules/street-work/contract.ts";
import type { Stage } from "./loadDemo.ts";

type Team = { coordinator: string; workers: readonly [string, string]; unit: string };

/** What the coordinator prepares before the first night: two routes, a permission to work alone, levels of the stock. */
export async function streetOffice(stage: Stage, { coordinator, workers, unit }: Team, places: number): Promise<void> {
  const unitId = stage.unitId(unit);
  const site = (at: number) => stage.id(`${unit} site ${at}`);
  const all = Array.from({ length: places }, (_, at) => site(at));
  await stage.do(coordinator, "route.save", {
    routeId: stage.id(`${unit} route long`),
    unitId,
    name: "Trasa duża",
    weekday: null,
    startsAt: "18:00",
    endsAt: "23:00",
    siteIds: all,
  });
  await stage.do(coordinator, "route.save", {
    routeId: stage.id(`${unit} route short`),
    unitId,
    name: "Czwartek, dworzec",
    weekday: 4,
    startsAt: "19:00",
    endsAt: "21:00",
    siteIds: all.slice(0, 2),
  });
  await stage.do(coordinator, "alone-permission.grant", {
    permissionId: stage.id(`${unit} alone`),
    unitId,
    accountId: stage.accountId(workers[0]),
    selectedOn: stage.day(-120),
    trainings: ["SOCIAL_ASSISTANCE", "LAW", "WORK_STANDARD", "FIRST_AID"].map((part) => ({
      part,
      passedOn: stage.day(-100),
    })),
    validFrom: stage.day(-60),
    validTo: stage.day(20),
  });
  await stage.do(coordinator, "stock.set-warning", { unitId, item: "SOUP", below: 45 });
  await stage.do(coordinator, "stock.set-warning", { unitId, item: "BLANKET", below: 10 });
}

/** What the team learned and talked over while the nights went by. */
export async function trainTeam(stage: Stage, { coordinator, workers, unit }: Team): Promise<void> {
  const unitId = stage.unitId(unit);
  for (const [kind, daysAgo, hours, topic] of [
    ["TRAINING", 31, 6, "Pierwsza pomoc zimą: wychłodzenie i odmrożenia"],
    ["SUPERVISION", 12, 1.5, "Superwizja grupowa po trudnym dyżurze"],
  ] as const)
    await stage.do(coordinator, "street-training.record", {
      trainingId: stage.id(`${unit} ${kind}`),
      unitId,
      kind,
      heldOn: stage.day(-daysAgo),
      hours,
      topic,
      attendeeIds: workers.map((worker) => stage.accountId(worker)),
    });
}

const reflections = [
  "Pod wiaduktem coraz zimniej, potrzebne śpiwory.",
  "Brak miejsc w noclegowni po 21.",
  null,
  "Ochrona dworca przegania ludzi z ławek.",
];

/** Reports of one night, the newest ones still on their way: night 1 handed in by one, night 3 returned to the other. */
export async function reportNight(
  stage: Stage,
  { coordinator, workers, unit }: Team,
  night: number,
  shift: { shiftId: string; startedAt: string; endedAt: string },
): Promise<void> {
  for (const [i, worker] of workers.entries()) {
    if (night === 1 && i === 1) continue;
    const reportId = stage.id(`${unit} report ${night} ${i}`);
    const heavy = (night + i) % 5;
    await stage.do(worker, "work-report.save", {
      reportId,
      shiftId: shift.shiftId,
      actualStart: shift.startedAt,
      actualEnd: shift.endedAt,
      weather: (["CLOUDY", "SNOW", "CLEAR", "RAIN"] as const)[night % 4],
      lowestCelsius: night < 6 ? -4 : 3,
      institutions: night % 3 === 0 ? [{ kind: "OPS", about: null }] : [],
      officeHours: 0.5,
      reflections: reflections[(night + i) % reflections.length],
      strain: { level: heavy + 1, note: heavy === 4 ? "Trudna noc, dużo krzyku na dworcu." : null },
      asksForSupervision: heavy === 4 && night < 6,
    });
    await stage.do(worker, "work-report.submit", { reportId });
    if (night <= 2) continue;
    if (night === 3 && i === 1) {
      await stage.do(coordinator, "work-report.return", { reportId, reason: "Dopisz, z kim rozmawiałeś w OPS." });
      continue;
    }
    const { report } = await stage.ask<{ report: WorkReportView }>(coordinator, "work-report.read", { reportId });
    await stage.do(coordinator, "work-report.accept", { reportId, seenHash: report.countedHash });
  }
}
