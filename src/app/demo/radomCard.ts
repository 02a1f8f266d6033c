import type { Stage } from "./loadDemo.ts";
import { radomGoals } from "./radomGoals.ts";

/** With whom, what and by which measure the club of Radom goes on; its reports lie on both sides of today. */
export async function radomCard(stage: Stage, projectId: string, start: number): Promise<void> {
  const indicator = (code: string, definition: string, target: number, frequency: string) => ({
    indicatorId: stage.id(`indicator ${code}`),
    code,
    definition,
    target,
    unit: "PERSONS",
    source: "karty uczestników, dowody rezultatów",
    frequency,
  });
  const report = (no: number, from: number, until: number) => ({
    reportId: stage.id(`project report ${no}`),
    title: `Sprawozdanie częściowe nr ${no}`,
    from: stage.day(from),
    until: stage.day(until),
    dueOn: stage.day(until + 14),
  });
  await stage.do(
    "beata",
    "project-plan.record",
    {
      projectId,
      budgetRef: "zadania 1–4 harmonogramu rzeczowo-finansowego",
      partners: [
        { name: "Wojewódzki Urząd Pracy", part: "szkolenia zawodowe" },
        { name: "Caritas Diecezji Radomskiej", part: "sala komputerowa" },
        { name: "Powiatowy Urząd Pracy w Radomiu", part: "nabór, staże, prace społecznie użyteczne" },
        { name: "Stowarzyszenie Bezrobotnych", part: "nabór, wsparcie rówieśnicze" },
      ],
      communes: [{ teryt: "1463011", name: "Radom" }],
      tasks: [
        {
          title: "Nabór i rozmowy wstępne",
          startsOn: stage.day(start - 60),
          endsOn: stage.day(start - 1),
          result: "60 osób w dwóch grupach",
        },
        {
          title: "Program klubu",
          startsOn: stage.day(start),
          endsOn: stage.day(start + 440),
          result: "439 godzin zajęć dla każdej grupy",
        },
        {
          title: "Dyżury specjalistów",
          startsOn: stage.day(start),
          endsOn: stage.day(start + 440),
          result: "2 godziny co dwa tygodnie",
        },
      ],
      indicators: [
        indicator("R1", "Osoby, które uzyskały efekt społeczny", 36, "QUARTERLY"),
        indicator("R2", "Osoby, które podjęły pracę", 15, "QUARTERLY"),
        indicator("P1", "Osoby, które rozpoczęły udział w klubie", 60, "MONTHLY"),
      ],
      reports: [report(1, start, start + 90), report(2, start + 91, start + 181), report(3, start + 182, start + 272)],
      documents: [
        {
          title: "Umowa o dotację",
          number: "KIS/60/1",
          datedOn: stage.day(start - 70),
          keptAt: "segregator 3, pokój 12",
        },
        {
          title: "Porozumienie z urzędem pracy",
          number: "PUP/7",
          datedOn: stage.day(start - 65),
          keptAt: "segregator 3, pokój 12",
        },
      ],
    },
    { base: 1 },
  );
  await radomGoals(stage, projectId, 2);
  stage.at(start + 100, "11:00");
  await stage.do("beata", "project-plan.note-sent", {
    reportId: stage.id("project report 1"),
    sentOn: stage.day(start + 100),
    reference: "ePUAP, potwierdzenie z tego dnia",
  });
}

/** RP-12 with the figures that the seed tells, before the project began. Source: docs/domain/reporting.md §10 */
export async function whyRadom(stage: Stage, projectId: string, on: number): Promise<void> {
  stage.at(on, "10:00");
  const figure = (
    code: string,
    label: string,
    value: number,
    precision: string,
    source = "Powiatowy Urząd Pracy w Radomiu",
  ) => ({
    figureId: stage.id(`needs figure ${code}`),
    label,
    kind: "PERSONS",
    value,
    precision,
    source,
    asAt: stage.day(on - 30),
  });
  const share = (code: string, label: string, part: string, base: string, kind = "PERCENT") => ({
    shareId: stage.id(`needs share ${code}`),
    label,
    kind,
    partId: stage.id(`needs figure ${part}`),
    baseId: stage.id(`needs figure ${base}`),
  });
  const own = "sprawozdanie ośrodka";
  await stage.do("beata", "needs-statement.record", {
    statementId: stage.id("needs statement"),
    unitId: stage.unitId("radom-kis"),
    projectId,
    title: "Dlaczego klub w Radomiu?",
    figures: [
      { ...figure("rate", "stopa bezrobocia", 28, "MORE_THAN"), kind: "PERCENT" },
      figure("I", "mieszkańcy", 220_000, "ABOUT", "Urząd Statystyczny"),
      figure("U", "bezrobotni", 27_500, "ABOUT"),
      figure("L", "bezrobotni ponad 24 miesiące", 11_000, "ABOUT"),
      figure("E", "bezrobotni z wykształceniem podstawowym, gimnazjalnym lub zawodowym", 17_200, "MORE_THAN"),
      figure("A", "bezrobotni powyżej 35 lat", 15_000, "ABOUT"),
      figure("C", "klienci ośrodka", 11_000, "ABOUT", own),
      figure("V", "klienci dotknięci bezrobociem", 8_800, "MORE_THAN", own),
    ],
    shares: [
      share("I", "co który mieszkaniec jest bezrobotny", "U", "I", "ONE_IN"),
      share("L", "bez pracy ponad 24 miesiące", "L", "U"),
      share("E", "z najniższym wykształceniem", "E", "U"),
      share("A", "powyżej 35 lat", "A", "U"),
      share("V", "klienci ośrodka dotknięci bezrobociem", "V", "C"),
    ],
    gap: "W mieście nie ma miejsca, w którym osoba długo pozostająca bez pracy dostaje jednocześnie zajęcia, specjalistów i grupę, która na nią czeka.",
    conclusion: "Klub łączy trzy spotkania w tygodniu przez 38 tygodni z dyżurami specjalistów i kontraktem socjalnym.",
  });
  stage.at(on + 3, "10:00");
  await stage.do("beata", "needs-statement.send", {
    sentId: stage.id("needs statement sent"),
    statementId: stage.id("needs statement"),
    seenVersion: 1,
    sentTo: "Ministerstwo, konkurs na kluby integracji społecznej",
    correctionReason: "",
  });
}
