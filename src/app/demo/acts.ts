import { addDays, type PlainDate } from "../../platform/time/plainDate.ts";
import type { Stage } from "./loadDemo.ts";
import type { DemoPerson } from "./people.ts";

/** Acts that several stories need; each is a few of the product's own commands. */

/** Makes the person's file with what an office knows. Answers the person's id. */
export async function recordPerson(
  stage: Stage,
  login: string,
  unit: string,
  person: DemoPerson,
  more: Record<string, unknown> = {},
): Promise<string> {
  const personId = stage.id(`person ${person.key}`);
  const { firstName, lastName, sex, birthDate, pesel } = person;
  const fields = {
    firstName,
    lastName,
    sex,
    birthDate,
    identifierKind: "PESEL",
    citizenship: "PL",
    education: "BASIC_VOCATIONAL",
    ...more,
  };
  await stage.do(login, "person.record", { personId, unitId: stage.unitId(unit), fields, pesel });
  return personId;
}

export async function addFact(
  stage: Stage,
  login: string,
  personId: string,
  kind: string,
  value: string,
  validFrom: PlainDate,
): Promise<void> {
  await stage.do(login, "person.add-fact", {
    factId: stage.id(`${personId} ${kind} ${validFrom}`),
    personId,
    kind,
    value,
    validFrom,
    validUntil: null,
  });
}

export async function openCase(
  stage: Stage,
  login: string,
  unit: string,
  personId: string,
  openedOn: PlainDate,
): Promise<string> {
  const caseId = stage.id(`case ${personId} ${unit}`);
  await stage.do(login, "case.open", { caseId, personId, unitId: stage.unitId(unit), openedOn, leaderId: null });
  return caseId;
}

export async function joinTeam(
  stage: Stage,
  login: string,
  caseId: string,
  colleague: string,
  part: string,
  validFrom: PlainDate,
): Promise<void> {
  await stage.do(login, "case.join-team", {
    memberId: stage.id(`${caseId} ${colleague}`),
    caseId,
    accountId: stage.accountId(colleague),
    part,
    validFrom,
  });
}

const duties = [
  ["PERSON", "Udział w zajęciach Klubu trzy razy w tygodniu", 180],
  ["PERSON", "Rejestracja w urzędzie pracy i spotkania z doradcą", 30],
  ["OPS", "Zasiłek celowy na dojazdy w pierwszym miesiącu", 21],
  ["OPS", "Pomoc w ugodzie w sprawie czynszu", 60],
] as const;

/** Ids of the duties of a contract between two sides. */
export const contractDuties = (stage: Stage, contractId: string): string[] =>
  duties.map(([, what]) => stage.id(`${contractId} ${what}`));

/** A social contract from draft to active on one day, with the duties of both or all three sides. */
export async function concludeContract(
  stage: Stage,
  worker: { login: string; name: string; unit: string; centre: string; commune: string },
  person: { id: string; caseId: string; name: string },
  on: PlainDate,
  lead?: string,
  /** The centre of the last permanent registration, for a person without a home (R-SC-02). */
  consulted?: { centre: string; commune: string; on: PlainDate },
): Promise<string> {
  const contractId = stage.id(`contract ${person.id}`);
  const parties = [
    { side: "PERSON", name: person.name, actsAs: null, representedBy: null, representation: null },
    { side: "OPS", name: worker.centre, actsAs: null, representedBy: worker.name, representation: null },
    ...(lead ? [{ side: "LEAD", name: lead, actsAs: null, representedBy: "Zarząd", representation: null }] : []),
  ];
  await stage.do(worker.login, "contract.draft", {
    contractId,
    personId: person.id,
    caseId: person.caseId,
    unitId: stage.unitId(worker.unit),
    variant: "IB_IIB",
    socialWorkerId: stage.accountId(worker.login),
    commune: worker.commune,
    homeless: consulted !== undefined,
    unemployed: true,
    pupReferral: null,
    situation: "Brak pracy od ponad dwóch lat, zaległości w czynszu, coraz mniej kontaktów z ludźmi.",
    resources: "Zawód, doświadczenie na budowie, wsparcie siostry, chęć powrotu do pracy.",
    barriers: "Długa przerwa w pracy, brak aktualnych uprawnień.",
    actionsSoFar: null,
    consequences:
      "Jeśli umowa nie jest dotrzymywana bez ważnego powodu, ośrodek może zmienić lub wstrzymać świadczenie. Najpierw zawsze jest rozmowa.",
    parties,
    evaluationDates: [addDays(on, 90), addDays(on, 180)],
  });
  const duty = (side: string, what: string, days: number) => ({
    dutyId: stage.id(`${contractId} ${what}`),
    side,
    what,
    dueOn: addDays(on, days),
  });
  await stage.do(worker.login, "contract.set-goals", {
    contractId,
    goals: [
      {
        goalId: stage.id(`${contractId} goal`),
        rank: "MAIN",
        what: "Powrót do pracy i spłata zaległości",
        effect: "Praca co najmniej na pół etatu",
      },
    ],
    removed: [],
  });
  await stage.do(worker.login, "contract.set-duties", {
    contractId,
    duties: [
      ...duties.map(([side, what, days]) => duty(side, what, days)),
      ...(lead ? [duty("LEAD", "Miejsce w warsztacie i opiekun na czas programu", 14)] : []),
    ],
    removed: [],
  });
  await stage.do(worker.login, "contract.agree", { contractId, agreedOn: on });
  if (consulted)
    await stage.do(worker.login, "contract.consult", {
      consultationId: stage.id(`${contractId} consultation`),
      contractId,
      consulted: { ...consulted, reference: null },
      reason: null,
    });
  const sign = (signedAs: string, name: string) =>
    stage.do(worker.login, "contract.sign", {
      signatureId: stage.id(`${contractId} ${signedAs}`),
      contractId,
      signedAs,
      name,
      signedOn: on,
      method: "WET",
    });
  await sign("PERSON", person.name);
  await sign("OPS", worker.name);
  if (lead) await sign("LEAD", "Zarząd");
  await stage.do(worker.login, "contract.activate", { contractId, activeFrom: on });
  return contractId;
}

/** The participant's signature on the paper of a social employment programme. */
export async function signIpzs(stage: Stage, login: string, ipzsId: string, signedOn: PlainDate): Promise<void> {
  const { places } = await stage.ask<{ places: { signedAs: string; expected: string }[] }>(login, "ipzs.read-signing", {
    paperId: ipzsId,
  });
  const name = places.find(({ signedAs }) => signedAs === "PERSON")?.expected ?? "";
  const signature = { signatureId: stage.id(`${ipzsId} PERSON`), paperId: ipzsId, signedAs: "PERSON", name, signedOn };
  await stage.do(login, "ipzs.sign-on-paper", signature);
}

/** Marks a register from a pattern that makes most people come most days, and closes it. */
export async function holdSession(
  stage: Stage,
  login: string,
  session: { id: string; minutes: number; no: number },
  people: readonly string[],
  topic: string,
): Promise<void> {
  const marks = people.map((personId, i) => {
    const roll = (i * 31 + session.no * 17 + i * session.no) % 23;
    const status = roll < 17 ? "PRESENT" : roll < 19 ? "LATE" : roll < 21 ? "ABSENT_EXCUSED" : "ABSENT_UNEXCUSED";
    return { personId, status, minutesLate: status === "LATE" ? 20 : 0, minutesLeftEarly: 0 };
  });
  await stage.do(login, "attendance.mark", { sessionId: session.id, marks, reason: null });
  await stage.do(login, "register.close", {
    sessionId: session.id,
    topic,
    content: null,
    leaderId: null,
    substituteId: null,
    heldMinutes: session.minutes,
    lateReason: null,
  });
}

/** What was due is done, but for the last `left` tasks: nobody's list is empty, nobody's is hopeless. */
export async function settleTasks(stage: Stage, login: string, left: number): Promise<void> {
  stage.at(-1, "14:00");
  const { tasks } = await stage.ask<{ tasks: { id: string; dueOn: PlainDate | null }[] }>(login, "task.list-mine", {});
  const due = tasks.filter((task) => task.dueOn !== null && task.dueOn < stage.today);
  for (const { id } of due.slice(0, Math.max(0, due.length - left)))
    await stage.do(login, "task.end", { taskId: id, outcome: "DONE", note: null });
}
