import { emptyCard } from "../../modules/recruitment/candidates/card.ts";
import type { CandidateCard } from "../../modules/recruitment/candidates/contract.ts";
import { addDays } from "../../platform/time/plainDate.ts";
import type { Stage } from "./loadDemo.ts";
import { demoPeople } from "./people.ts";

const places = 12;
/** How many of those who pass are taken in at once: one place stays for the reserve. */
const acceptedAtOnce = places - 1;

/** The next recruitment of the club of Radom, half way: candidates checked, points given, the list frozen, most decisions made. */
export async function radomRecruitment(stage: Stage): Promise<void> {
  const projectId = stage.id("project nabor");
  const empty = Object.fromEntries(
    "number edition area targetGroup socialThresholdPercent employmentThresholdPercent indicatorWindowDays completionThresholdPercent"
      .split(" ")
      .map((name) => [name, null]),
  );
  stage.at(-6, "08:00");
  await stage.do("beata", "project.record", {
    ...empty,
    projectId,
    unitId: stage.unitId("radom-kis"),
    kind: "KIS",
    title: "Nowy start: trzecia grupa",
    funder: "Miasto Radom",
    leadPartner: "MOPS w Radomiu",
    startsOn: stage.day(-6),
    endsOn: stage.day(360),
    plannedPersons: places,
    minutesPerHour: 60,
    contractRequired: true,
  });
  const [registered, age, client] = ["registered", "age", "client"].map((name) => stage.id(`nabor rule ${name}`));
  const rules = [
    {
      ruleId: registered,
      paper: "zaświadczenie z urzędu pracy",
      field: "REGISTERED_UNEMPLOYED",
      test: "LONGER_THAN",
      months: 24,
      gapDays: 0,
    },
    { ruleId: age, paper: null, field: "AGE", test: "OVER", years: 35 },
    { ruleId: client, paper: null, field: "CLIENT_OF_CENTRE", test: "LONGER_THAN", months: 12 },
  ];
  await stage.do("beata", "criteria.set", { projectId, seenNo: 0, rules, exceptionsAllowed: false, reason: "" });
  const pointId = stage.id("nabor points family");
  await stage.do("beata", "recruitment.set", {
    recruitmentId: projectId,
    projectId,
    places,
    startsOn: stage.day(21),
    vacancyWeeks: 4,
    judgedOn: null,
    interviewMax: 0,
    interviewWeight: 100,
    points: [{ pointId, name: "Sytuacja rodzinna i mieszkaniowa", maxPoints: 10, weight: 100 }],
  });
  const candidates = await apply(stage, projectId);
  await decide(stage, projectId, pointId, candidates);
  await nextGroup(stage, projectId, candidates);
}

/**
 * The group after that: who was registered too short for this one goes on there, and somebody of the reserve applied to both. One of
 * the reserve withdrew.
 */
async function nextGroup(
  stage: Stage,
  projectId: string,
  candidates: readonly { id: string; passes: boolean; fails: boolean }[],
): Promise<void> {
  const recruitmentId = stage.id("nabor grupa wiosenna");
  stage.at(-1, "15:00");
  await stage.do("beata", "recruitment.set", {
    recruitmentId,
    projectId,
    name: "grupa wiosenna",
    places,
    startsOn: stage.day(110),
    vacancyWeeks: 4,
    judgedOn: null,
    interviewMax: 0,
    interviewWeight: 100,
    points: [
      {
        pointId: stage.id("nabor points spring"),
        name: "Sytuacja rodzinna i mieszkaniowa",
        maxPoints: 10,
        weight: 100,
      },
    ],
  });
  const [tooShort] = candidates.filter(({ fails }) => fails);
  if (tooShort)
    await stage.do("beata", "candidate.carry-over", {
      fromId: projectId,
      recruitmentId,
      candidates: [{ candidateId: tooShort.id, newCandidateId: stage.id("nabor carried") }],
    });
  const list = await stage.ask<{ candidates: { id: string; state: string }[] }>("beata", "candidate.list", {
    recruitmentId: projectId,
  });
  const [waiting, leaving] = list.candidates.filter(({ state }) => state === "RESERVE").toReversed();
  if (!waiting || !leaving) return;
  const { card } = await stage.ask<{ card: CandidateCard }>("beata", "candidate.read", { candidateId: waiting.id });
  await stage.do("beata", "candidate.record", {
    candidateId: stage.id("nabor twice"),
    recruitmentId,
    source: "SELF",
    appliedOn: stage.day(-1),
    card,
  });
  await stage.do("beata", "candidate.withdraw", {
    candidateId: leaving.id,
    withdrawnOn: stage.day(-1),
    reason: "Znalazł pracę w Warszawie.",
    rankingId: stage.id("nabor ranking 2"),
  });
}

/** Of every ten, one was registered too short, and one has not brought the certificate. */
async function apply(stage: Stage, recruitmentId: string): Promise<{ id: string; passes: boolean; fails: boolean }[]> {
  const people = demoPeople("radom-nabor", 22, { bornSpanDays: 6000 });
  const made: { id: string; passes: boolean; fails: boolean }[] = [];
  for (const [at, person] of people.entries()) {
    const id = stage.id(`candidate ${person.key}`);
    const [fails, lacks] = [at % 7 === 3, at % 7 === 5];
    stage.at(-5 + Math.floor(at / 8), `${String(8 + (at % 8)).padStart(2, "0")}:15`);
    const { firstName, lastName, sex, birthDate, pesel } = person;
    const card: CandidateCard = {
      ...emptyCard,
      firstName,
      lastName,
      sex,
      birthDate,
      pesel,
      education: at % 3 === 0 ? "PRIMARY" : "BASIC_VOCATIONAL",
      registeredSince: fails ? stage.day(-400) : addDays(stage.day(-900), -at * 41),
      clientSince: addDays(stage.day(-600), -at * 23),
      phone: `+4850000${String(1000 + at)}`,
      address: `ul. Przykładowa ${at + 1}, 26-600 Radom`,
    };
    const source = at % 4 === 0 ? "OPS_REGION" : at % 9 === 1 ? "SELF" : "PUP";
    await stage.do("beata", "candidate.record", {
      candidateId: id,
      recruitmentId,
      source,
      appliedOn: stage.day(-6),
      card,
    });
    if (!lacks)
      await stage.do("beata", "candidate.add-evidence", {
        candidateId: id,
        evidence: [
          {
            evidenceId: stage.id(`candidate evidence ${person.key}`),
            fact: "registered",
            source: source === "PUP" ? "OFFICE" : "PAPER",
            seenOn: stage.day(-6),
            words: source === "PUP" ? "lista z urzędu pracy" : "zaświadczenie z urzędu pracy",
          },
        ],
      });
    made.push({ id, passes: !fails && !lacks, fails });
  }
  return made;
}

async function decide(
  stage: Stage,
  recruitmentId: string,
  pointId: string,
  candidates: readonly { id: string; passes: boolean; fails: boolean }[],
): Promise<void> {
  const passing = candidates.filter(({ passes }) => passes);
  stage.at(-2, "16:30");
  await stage.do("beata", "candidate.set-points", {
    recruitmentId,
    points: passing.map(({ id }, at) => ({ candidateId: id, pointId, points: (at * 7) % 11 })),
  });
  const rankingId = stage.id("nabor ranking 1");
  await stage.do("beata", "ranking.freeze", { rankingId, recruitmentId, seenNo: 0, cause: "FIRST", reason: "" });
  const { rows } = await stage.ask<{ rows: { candidateId: string; rank: number }[] }>("beata", "ranking.read", {
    recruitmentId,
  });
  stage.at(-1, "13:00");
  const wanted = rows
    .filter(({ rank }) => rank <= acceptedAtOnce || rank > places)
    .map(({ candidateId, rank }) => ({ candidateId, decision: rank <= places ? "ACCEPTED" : "RESERVE", reason: "" }));
  const rejected = candidates
    .filter(({ fails }) => fails)
    .map(({ id }) => ({ candidateId: id, decision: "REJECTED", reason: "" }));
  await stage.do("beata", "candidate.decide", {
    recruitmentId,
    rankingId,
    decisions: [...wanted, ...rejected].map((one) => ({
      decisionId: stage.id(`nabor decision ${one.candidateId}`),
      ...one,
    })),
  });
}
