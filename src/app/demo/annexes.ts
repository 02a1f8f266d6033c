import type { Stage } from "./loadDemo.ts";

/** Both annexes of a programme, agreed with the person: a vocational plan on its way and a path with its start measured. */
export async function annexes(stage: Stage, planId: string): Promise<void> {
  stage.at(-17, "10:00");
  const annexId = stage.id("wojciech vocational plan");
  await stage.do("robert", "vocational-plan.begin", { annexId, planId });
  await stage.do(
    "robert",
    "vocational-plan.change",
    {
      annexId,
      fields: {
        goal: "Chcę znowu murować, na umowie, w ekipie, która nie pije",
        targetJobs: "murarz, tynkarz, pomocnik na budowie",
        measures: ["WORKSHOP_ATTENDANCE", "CERTIFICATES", "INTERVIEWS"],
        targets: { WORKSHOP_ATTENDANCE: 80, CERTIFICATES: 1 },
        reviewOn: [stage.day(30), stage.day(120)],
      },
    },
    { base: 1 },
  );
  const step = (name: string, wish: object) => ({
    lineId: stage.id(`wojciech step ${name}`),
    base: null,
    provider: "",
    hours: null,
    fromOn: null,
    untilOn: null,
    certificate: "",
    mover: "PERSON",
    lacksDocument: false,
    competence: "",
    ...wish,
  });
  await stage.do("robert", "vocational-plan.set-steps", {
    annexId,
    steps: [
      step("course", {
        type: "COURSE",
        provider: "Zakład Doskonalenia Zawodowego w Radomiu",
        hours: 60,
        fromOn: stage.day(-10),
        untilOn: stage.day(20),
        certificate: "zaświadczenie: montaż rusztowań",
        mover: "COUNSELLOR",
        lacksDocument: true,
        competence: "piętnaście lat pracy na rusztowaniach",
      }),
      step("workshop", {
        type: "WORKSHOP",
        provider: "Warsztat remontowy klubu",
        hours: 120,
        fromOn: stage.day(21),
        untilOn: stage.day(80),
      }),
      step("training", { type: "WORKPLACE_TRAINING", mover: "JOB_COACH" }),
      step("job", { type: "JOB", mover: "JOB_COACH" }),
    ],
    removed: [],
  });
  await stage.do("robert", "vocational-plan.agree", { annexId });
  await stage.do("robert", "vocational-plan.mark-step", {
    markId: stage.id("wojciech step course begun"),
    lineId: stage.id("wojciech step course"),
    status: "IN_PROGRESS",
  });

  stage.at(-17, "13:00");
  const pathId = stage.id("wojciech path");
  await stage.do("ewa", "interpersonal-path.begin", { annexId: pathId, planId });
  await stage.do("ewa", "interpersonal-path.measure", {
    measureId: stage.id("wojciech measure start"),
    annexId: pathId,
    moment: "PRE",
    measuredOn: stage.day(-17),
    levels: { COMMUNICATION: 3, STRESS: 2, SELF_PRESENTATION: 2, SELF_WORTH: 2, MOTIVATION: 3, BUDGET: 1 },
  });
  await stage.do("ewa", "interpersonal-path.set-goals", {
    annexId: pathId,
    goals: [
      {
        lineId: stage.id("wojciech path goal work"),
        base: null,
        competence: "SELF_PRESENTATION",
        text: "Na rozmowie o pracę mówię, co umiem, bez tłumaczenia się",
        reason: "Wstyd po rozwodzie; unika pytań o ostatnie dwa lata",
      },
      {
        lineId: stage.id("wojciech path goal budget"),
        base: null,
        competence: "BUDGET",
        text: "Pieniądze starczają mi do końca miesiąca",
        reason: "",
      },
    ],
    removed: [],
  });
  await stage.do("ewa", "interpersonal-path.set-forms", {
    annexId: pathId,
    forms: [
      { lineId: stage.id("wojciech path form talks"), base: null, form: "INDIVIDUAL_COUNSELLING", hours: 12, note: "" },
      {
        lineId: stage.id("wojciech path form training"),
        base: null,
        form: "TRAINING",
        hours: 24,
        note: "grupa środowa",
      },
    ],
    removed: [],
  });
  await stage.do("ewa", "interpersonal-path.agree", { annexId: pathId });
  stage.at(-3, "12:00");
  await stage.do("ewa", "interpersonal-path.measure", {
    measureId: stage.id("wojciech measure middle"),
    annexId: pathId,
    moment: "MID",
    measuredOn: stage.day(-3),
    levels: { COMMUNICATION: 3, STRESS: 3, SELF_PRESENTATION: 3, SELF_WORTH: 2, MOTIVATION: 4, BUDGET: 2 },
  });
}
