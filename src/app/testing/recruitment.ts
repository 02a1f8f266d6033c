import { emptyCard } from "../../modules/recruitment/candidates/card.ts";
import type { CandidateCard } from "../../modules/recruitment/candidates/contract.ts";
import { RankingView } from "../../modules/recruitment/ranking/contract.ts";
import { composePesel } from "../../platform/identifiers/pesel.ts";
import { plainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { type Answer, type TestHouse, world } from "./house.ts";

const coordinator = "beata";
const emptyProject = Object.fromEntries(
  "number funder edition leadPartner area targetGroup endsOn plannedPersons socialThresholdPercent employmentThresholdPercent indicatorWindowDays completionThresholdPercent"
    .split(" ")
    .map((name) => [name, null]),
);
const longRegistered = () => ({
  ruleId: uuidv7(),
  paper: "zaświadczenie z PUP",
  field: "REGISTERED_UNEMPLOYED",
  test: "LONGER_THAN",
  months: 24,
  gapDays: 0,
});

/** What tests of a recruitment of the club give it: everything by the commands of its coordinator. */
export function givenRecruitment(it: TestHouse) {
  let serial = 0;
  async function sent(type: string, payload: unknown): Promise<Answer> {
    const answer = await it.command(coordinator, type, payload);
    if (answer.status !== 200) throw new Error(`${type}: ${JSON.stringify(answer.body)}`);
    return answer;
  }
  const pesel = () => composePesel(plainDate("1970-02-01"), "M", serial++ % 1000);
  const ranking = (projectId: string) => it.read(coordinator, `/projects/${projectId}/ranking`, RankingView);
  return {
    pesel,
    ranking,
    /** A project with its criteria and an open recruitment that begins on 2026-12-07; one rule, unless others are given. */
    async recruitment(terms: { places?: number; rules?: readonly object[] } = {}): Promise<string> {
      const projectId = uuidv7();
      await sent("project.record", {
        ...emptyProject,
        projectId,
        unitId: world.club,
        kind: "KIS",
        title: "Powrót do pracy",
        startsOn: "2026-11-01",
        contractRequired: false,
        minutesPerHour: 60,
        criteria: [],
      });
      const rules = terms.rules ?? [longRegistered()];
      await sent("criteria.set", { projectId, seenNo: 0, rules, exceptionsAllowed: false, reason: "" });
      await sent("recruitment.set", {
        projectId,
        places: terms.places ?? 2,
        startsOn: "2026-12-07",
        vacancyWeeks: 4,
        judgedOn: null,
        interviewMax: 0,
        interviewWeight: 100,
        points: [],
      });
      return projectId;
    },
    someone(lastName: string, more: Partial<CandidateCard> = {}): CandidateCard {
      const registeredSince = plainDate("2024-01-10");
      return { ...emptyCard, firstName: "Stanisław", lastName, pesel: pesel(), registeredSince, ...more };
    },
    /** A candidate with a paper for each of the facts. */
    async candidate(projectId: string, card: CandidateCard, proven = ["registered"]): Promise<string> {
      const candidateId = uuidv7();
      await sent("candidate.record", { candidateId, projectId, source: "PUP", appliedOn: "2026-11-10", card });
      const seen = { source: "PAPER", seenOn: "2026-11-20", words: "dokument nr 7" };
      const evidence = proven.map((fact) => ({ evidenceId: uuidv7(), fact, ...seen }));
      if (evidence.length > 0) await sent("candidate.add-evidence", { candidateId, evidence });
      return candidateId;
    },
    async freeze(projectId: string, reason = ""): Promise<Answer> {
      const { versions } = await ranking(projectId);
      const cause = versions.length === 0 ? "FIRST" : "CORRECTION";
      const seenNo = versions[0]?.no ?? 0;
      return it.command(coordinator, "ranking.freeze", { rankingId: uuidv7(), projectId, seenNo, cause, reason });
    },
    /** Decides of each as the list suggests. */
    async decideByList(projectId: string, places: number): Promise<Answer> {
      const { versions, rows } = await ranking(projectId);
      return it.command(coordinator, "candidate.decide", {
        projectId,
        rankingId: versions[0]?.id,
        decisions: rows.map(({ candidateId, rank }) => ({
          decisionId: uuidv7(),
          candidateId,
          decision: rank <= places ? "ACCEPTED" : "RESERVE",
        })),
      });
    },
  };
}
