import { exclusions } from "../../modules/centre/entry/codes.ts";
import { plainDate } from "../../platform/time/plainDate.ts";
import { addFact, openCase, recordPerson, signIpzs } from "./acts.ts";
import type { Stage } from "./loadDemo.ts";
import { type DemoPerson, demoPeople } from "./people.ts";

const steps = ["apply", "opine", "refer", "accept", "sign", "admit"] as const;
type Step = (typeof steps)[number];

/** Where the centre was set up and its people live. */
const commune = "1465108";

/** How far each of the people of the centre of social help has come on the way into the partner's centre. */
const ways: readonly { from: number; until: Step }[] = [
  { from: -22, until: "admit" },
  { from: -14, until: "sign" },
  { from: -9, until: "refer" },
  { from: -5, until: "apply" },
];

/** The way into the centre of Agenda: the OPS applies, gives its opinion and refers; the centre answers, signs and admits (F-11). */
export async function intoCentre(stage: Stage): Promise<void> {
  stage.at(-25, "09:00");
  await stage.do("ludwika", "centre-places.set", {
    placesId: stage.id("places mostowa"),
    unitId: stage.unitId("agenda-cis"),
    validFrom: stage.day(-25),
    communes: [commune],
    agreements: ["1408011"],
    places: 20,
  });
  for (const [i, person] of demoPeople("mostowa", ways.length).entries()) {
    const way = ways[i];
    if (way) await walk(stage, person, way);
  }
}

async function walk(stage: Stage, person: DemoPerson, { from, until }: (typeof ways)[number]): Promise<void> {
  const reaches = (step: Step) => steps.indexOf(until) >= steps.indexOf(step);
  const entryId = stage.id(`entry ${person.key}`);
  const entry = (step: Step) => ({ stepId: stage.id(`${entryId} ${step}`), entryId });
  stage.at(from, "09:00");
  const personId = await recordPerson(stage, "dorota", "ops-agenda-rejon", person, {
    registrationStatus: "REGISTERED_CAN_LIVE",
    registrationTeryt: commune,
    registrationCommune: "Warszawa-Śródmieście",
  });
  await addFact(stage, "dorota", personId, "PUP_REGISTRATION", "REGISTERED", stage.day(from - 700));
  await openCase(stage, "dorota", "ops-agenda-rejon", personId, stage.day(from));
  const interviewId = await interview(stage, personId, from);
  stage.at(from + 2, "10:00");
  await stage.do("dorota", "centre-entry.apply", {
    entryId,
    personId,
    service: "CIS",
    applicantKind: "SELF",
    appliedOn: stage.day(from + 2),
    words: "Chcę nauczyć się stolarki i wrócić do pracy na pełny etat.",
  });
  await stage.do("dorota", "centre-entry.check", { entryId, found: findings(until) }, { base: 1 });
  if (!reaches("opine")) return;
  stage.at(from + 3, "11:00");
  await stage.do("dorota", "centre-entry.opine", {
    ...entry("opine"),
    interviewId,
    opinion: "POSITIVE",
    words: "Zna warsztat, wstaje rano, chce zarabiać. Potrzebuje rytmu dnia i wsparcia w pierwszych tygodniach.",
  });
  const referralId = stage.id(`${entryId} referral`);
  const shareId = stage.id(`${entryId} share`);
  stage.at(from + 4, "12:00");
  await stage.do("stefan", "centre-entry.refer", {
    ...entry("refer"),
    refers: true,
    issuer: "OPS",
    commune,
    referralNo: `CIS/${referralNumber(person)}/${stage.day(from + 4).slice(0, 4)}`,
    to: {
      referralId,
      shareId,
      toOrganisationId: stage.id("agenda"),
      sections: ["CORE", "SOCIAL"],
      legalBasis: "ART_6_1_C",
      purpose: "Skierowanie do centrum integracji społecznej",
      reason: "Prosimy o przyjęcie na warsztat stolarski.",
    },
  });
  if (!reaches("accept")) return;
  stage.at(from + 6, "09:30");
  const theirs = { ...person, key: `${person.key} cis` };
  const theirId = await recordPerson(stage, "bartosz", "agenda-cis", theirs);
  const caseId = await openCase(stage, "bartosz", "agenda-cis", theirId, stage.day(from + 6));
  await stage.do("bartosz", "referral.decide", {
    stepId: stage.id(`${entryId} decided`),
    referralId,
    decision: "ACCEPTED",
    personId: theirId,
    linkId: stage.id(`${entryId} link`),
  });
  const ipzsId = stage.id(`ipzs ${theirId}`);
  const day = from + 9;
  stage.at(day, "10:00");
  await prepare(stage, { ipzsId, caseId, trialFrom: stage.day(from + 15), signedOn: stage.day(day) });
  if (!reaches("admit")) return;
  stage.at(day + 1, "09:00");
  await stage.do("stefan", "centre-entry.agree", { stepId: stage.id(`${entryId} agree`), entryId });
  stage.at(day + 2, "09:00");
  await stage.do("ludwika", "ipzs.admit", { ipzsId, admittedOn: stage.day(day + 2) });
}

const referralNumber = ({ key }: DemoPerson) => key.split("-").at(-1) ?? "1";

/** Everything was looked at, but for the last, whose papers are still awaited. */
const findings = (until: Step) => [
  { criterion: "LONG_TERM_UNEMPLOYED", finding: "MET", source: "DOCUMENT", evidence: "zaświadczenie urzędu pracy" },
  { criterion: "NEEDS_NOT_MET", finding: "MET", source: "FILE", evidence: "wywiad środowiskowy" },
  ...(until === "apply" ? [] : exclusions).map((criterion) => ({
    criterion,
    finding: "NOT_MET",
    source: "DECLARATION",
    evidence: "",
  })),
];

async function interview(stage: Stage, personId: string, from: number): Promise<string> {
  const interviewId = stage.id(`interview ${personId}`);
  const triggerOn = stage.day(from);
  const need = { interviewId, personId, triggerOn, urgency: "NORMAL_14WD", socialWorkerId: stage.accountId("dorota") };
  await stage.do("dorota", "interview.need", need);
  stage.at(from + 1, "10:00");
  await stage.do("dorota", "interview.record", {
    interviewId,
    heldOn: stage.day(from + 1),
    refused: false,
    setting: "ONGOING_SUPPORT",
    place: "ul. Cicha 3, pokój 12",
    secondWorkerId: null,
    policeAssist: false,
    parts: [],
    conclusions: "Bez pracy od dwóch lat. Zdrowie pozwala na pracę w warsztacie.",
    externalNo: null,
  });
  return interviewId;
}

/** The programme of the centre, agreed and signed by the participant. */
async function prepare(
  stage: Stage,
  programme: { ipzsId: string; caseId: string; trialFrom: string; signedOn: string },
): Promise<void> {
  const { ipzsId, caseId, trialFrom, signedOn } = programme;
  await stage.do("bartosz", "ipzs.begin", { ipzsId, caseId });
  const line = (name: string) => stage.id(`${ipzsId} ${name}`);
  const fields = {
    socialScope: [{ id: line("social"), form: "Grupa wsparcia i trening budżetowy", hours: 5, leader: "Bartosz Ster" }],
    vocationalScope: [{ id: line("vocational"), kind: "WORKSHOP", name: "Warsztat stolarski", hours: 30 }],
    responsible: [{ id: line("person"), name: "Bartosz Ster, pracownik socjalny", area: "reintegracja społeczna" }],
    trialFrom,
    weeklyHours: 35,
    benefitApplied: true,
    benefitAppliedOn: signedOn,
    obligations:
      "Uczestnik przychodzi na zajęcia w ustalonych godzinach i uprzedza o nieobecności. Centrum zapewnia zajęcia, szkolenie, odzież roboczą i posiłek.",
  };
  await stage.do("bartosz", "ipzs.change", { ipzsId, fields }, { base: 1 });
  await stage.do("bartosz", "ipzs.agree", { ipzsId, agreedOn: signedOn, words: "kierownik OPS Śródmieście Północ" });
  await signIpzs(stage, "bartosz", ipzsId, plainDate(signedOn));
}
