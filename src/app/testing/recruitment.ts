import type { CriterionRule } from "../../modules/project/criteria/contract.ts";
import { emptyCard } from "../../modules/recruitment/candidates/card.ts";
import { type CandidateCard, CandidateList } from "../../modules/recruitment/candidates/contract.ts";
import { ReserveView } from "../../modules/recruitment/deciding/contract.ts";
import { type FreezeRanking, RankingView } from "../../modules/recruitment/ranking/contract.ts";
import type { SetRecruitment } from "../../modules/recruitment/setup/contract.ts";
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
const longRegistered = (): CriterionRule => ({
  ruleId: uuidv7(),
  paper: "zaświadczenie z PUP",
  field: "REGISTERED_UNEMPLOYED",
  test: "LONGER_THAN",
  months: 24,
  gapDays: 0,
});
/** Registered long enough, and over 35: two of the four conditions of Radom. */
export const radomRules = (): CriterionRule[] => [
  longRegistered(),
  { ruleId: uuidv7(), paper: null, field: "AGE", test: "OVER", years: 35 },
];

const plainTerms = {
  places: 2,
  startsOn: plainDate("2026-12-07"),
  vacancyWeeks: 4,
  judgedOn: null,
  interviewMax: 0,
  interviewWeight: 100,
  points: [],
} satisfies Partial<SetRecruitment>;

type Terms = Partial<
  Pick<SetRecruitment, "places" | "points" | "interviewMax" | "groupId" | "appliesFrom" | "appliesUntil">
>;

/** What tests of a recruitment of the club give it: everything by the commands of its coordinator. */
export function givenRecruitment(it: TestHouse) {
  let serial = 0;
  async function sent(type: string, payload: unknown): Promise<Answer> {
    const answer = await it.command(coordinator, type, payload);
    if (answer.status !== 200) throw new Error(`${type}: ${JSON.stringify(answer.body)}`);
    return answer;
  }
  const pesel = () => composePesel(plainDate("1970-02-01"), "M", serial++ % 1000);
  const ranking = (recruitmentId: string) =>
    it.read(coordinator, `/recruitments/${recruitmentId}/ranking`, RankingView);
  return {
    pesel,
    ranking,
    reserve: (recruitmentId: string) => it.read(coordinator, `/recruitments/${recruitmentId}/reserve`, ReserveView),
    candidates: (recruitmentId: string) =>
      it.read(coordinator, `/recruitments/${recruitmentId}/candidates`, CandidateList),
    /** A project with its criteria and its first recruitment, which has its id and begins on 2026-12-07; one rule, unless others are given. */
    async recruitment({ rules, ...terms }: Terms & { rules?: readonly object[] } = {}): Promise<string> {
      const recruitmentId = uuidv7();
      await sent("project.record", {
        ...emptyProject,
        projectId: recruitmentId,
        unitId: world.club,
        kind: "KIS",
        title: "Powrót do pracy",
        startsOn: "2026-11-01",
        contractRequired: false,
        minutesPerHour: 60,
        criteria: [],
      });
      const criteria = { rules: rules ?? [longRegistered()], exceptionsAllowed: false, reason: "" };
      await sent("criteria.set", { projectId: recruitmentId, seenNo: 0, ...criteria });
      await sent("recruitment.set", {
        recruitmentId,
        projectId: recruitmentId,
        ...plainTerms,
        ...terms,
      });
      return recruitmentId;
    },
    /** A further recruitment of the project, for another group. */
    async nextRecruitment(projectId: string, name: string, places = 2, terms: Terms = {}): Promise<string> {
      const recruitmentId = uuidv7();
      await sent("recruitment.set", { recruitmentId, projectId, name, ...plainTerms, places, ...terms });
      return recruitmentId;
    },
    /** The terms as they were opened, changed with a reason. */
    change: (recruitmentId: string, terms: Terms & { projectId?: string; name?: string }, base = 1): Promise<Answer> =>
      it.command(
        coordinator,
        "recruitment.set",
        { recruitmentId, projectId: recruitmentId, ...plainTerms, ...terms, reason: "zmiana zasad" },
        { base },
      ),
    /** A group of the project's timetable, with nothing planned. */
    async group(projectId: string, name: string): Promise<string> {
      const groupId = uuidv7();
      await sent("group.record", {
        groupId,
        projectId,
        name,
        groupNo: null,
        template: null,
        startsOn: "2026-12-07",
        weeks: 38,
        meetingsPerWeek: 3,
        minutesPerMeeting: 240,
        consultationsInside: true,
        capacity: 30,
        modules: [],
        leaderIds: [],
      });
      return groupId;
    },
    someone(lastName: string, more: Partial<CandidateCard> = {}): CandidateCard {
      const registeredSince = plainDate("2024-01-10");
      return { ...emptyCard, firstName: "Stanisław", lastName, pesel: pesel(), registeredSince, ...more };
    },
    /** A candidate with a paper for each of the facts. */
    async candidate(recruitmentId: string, card: CandidateCard, proven = ["registered"]): Promise<string> {
      const candidateId = uuidv7();
      await sent("candidate.record", { candidateId, recruitmentId, source: "PUP", appliedOn: "2026-11-10", card });
      const seen = { source: "PAPER", seenOn: "2026-11-20", words: "dokument nr 7" };
      const evidence = proven.map((fact) => ({ evidenceId: uuidv7(), fact, ...seen }));
      if (evidence.length > 0) await sent("candidate.add-evidence", { candidateId, evidence });
      return candidateId;
    },
    /** The next version of the list; `more` as a sender would have it. */
    async freeze(recruitmentId: string, more: Partial<FreezeRanking> = {}): Promise<Answer> {
      const { versions } = await ranking(recruitmentId);
      const cause = versions.length === 0 ? "FIRST" : "CORRECTION";
      const seenNo = versions[0]?.no ?? 0;
      return it.command(coordinator, "ranking.freeze", {
        rankingId: uuidv7(),
        recruitmentId,
        seenNo,
        cause,
        ...more,
      });
    },
    /** Decides of each as the list suggests. */
    async decideByList(recruitmentId: string, places: number): Promise<Answer> {
      const { versions, rows } = await ranking(recruitmentId);
      return it.command(coordinator, "candidate.decide", {
        recruitmentId,
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
