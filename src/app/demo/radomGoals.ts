import type { Stage } from "./loadDemo.ts";

/** What the club of Radom is for, with the classes that serve each aim and the indicators that measure it. Source: docs/domain/journeys.md J9 */
export async function radomGoals(stage: Stage, projectId: string, base: number): Promise<void> {
  const goal = (no: number, words: string, modules: readonly string[], indicators: readonly string[]) => ({
    goalId: stage.id(`goal ${no}`),
    kind: no === 0 ? "MAIN" : "SPECIFIC",
    words,
    modules: modules.map((code) => ({ code, name: "" })),
    indicatorIds: indicators.map((code) => stage.id(`indicator ${code}`)),
  });
  const goals = [
    goal(
      0,
      "Ograniczenie wykluczenia społecznego oraz przygotowanie osób nim zagrożonych do życia społecznego i powrotu na rynek pracy",
      [],
      ["R1", "R2"],
    ),
    goal(
      1,
      "Minimalizowanie skutków długotrwałego bezrobocia przez wsparcie psychologiczne indywidualne i grupowe",
      ["PSYCHOEDUCATION", "SUPPORT_MEETINGS", "INDIVIDUAL_CONSULTATIONS", "SELF_HELP_GROUP"],
      ["R1"],
    ),
    goal(
      2,
      "Poczucie odpowiedzialności i obowiązkowości przez regularny udział w zajęciach klubu",
      ["SUPPORT_MEETINGS", "NONFORMAL_EDUCATION"],
      ["P1"],
    ),
    goal(
      3,
      "Włączanie uczestników w życie społeczne i korzystanie z dostępnej infrastruktury",
      ["LEISURE_INTEGRATION"],
      [],
    ),
    goal(
      4,
      "Aktywność społeczna: działania wolontarystyczne, obywatelskie, samopomocowe i wymiana usług",
      ["COMMUNITY_ACTIVITY", "SELF_HELP_GROUP"],
      ["R1"],
    ),
    goal(
      5,
      "Przygotowanie do powrotu na rynek pracy i nowe umiejętności: komputer, własna działalność",
      ["VOCATIONAL_PREFERENCES", "PROACTIVE_ATTITUDES", "COMPUTER_COURSE", "BUSINESS_BASICS"],
      ["R2"],
    ),
  ];
  await stage.do("beata", "project-goals.record", { projectId, goals }, { base });
}
