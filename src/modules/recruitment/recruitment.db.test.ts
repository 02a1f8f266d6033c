import { expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { composePesel } from "../../platform/identifiers/pesel.ts";
import { plainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { emptyCard } from "./candidates/card.ts";
import { type CandidateCard, CandidateList, CandidateView } from "./candidates/contract.ts";
import { ReserveView, StartView } from "./deciding/contract.ts";
import { endCandidates } from "./erasure.ts";
import { ListLook, ListPreview } from "./importing/contract.ts";
import { LetterList } from "./letters/contract.ts";
import { RankingView } from "./ranking/contract.ts";
import { RecruitmentList, RecruitmentView } from "./setup/contract.ts";

const it = useTestHouse();
const ok = { status: 200 };
const day = (text: string) => plainDate(text);
const coordinator: PersonOfFixture = "beata";

type Terms = {
  places?: number;
  interviewMax?: number;
  points?: { pointId: string; name: string; maxPoints: number; weight: number }[];
};

/** A project of the club with the four rules of Radom and an open recruitment. */
async function recruitment(terms: Terms = {}): Promise<string> {
  const recruitmentId = uuidv7();
  const card = {
    projectId: recruitmentId,
    unitId: world.club,
    kind: "KIS",
    title: "Powrót do pracy",
    startsOn: "2026-11-01",
    contractRequired: false,
  };
  const empty = Object.fromEntries(
    "number funder edition leadPartner area targetGroup endsOn plannedPersons socialThresholdPercent employmentThresholdPercent indicatorWindowDays completionThresholdPercent"
      .split(" ")
      .map((name) => [name, null]),
  );
  const made = await it.command(coordinator, "project.record", { ...empty, ...card, minutesPerHour: 60, criteria: [] });
  expect(made).toMatchObject(ok);
  const rules = [
    {
      ruleId: uuidv7(),
      paper: "zaświadczenie z PUP",
      field: "REGISTERED_UNEMPLOYED",
      test: "LONGER_THAN",
      months: 24,
      gapDays: 0,
    },
    { ruleId: uuidv7(), paper: null, field: "AGE", test: "OVER", years: 35 },
  ];
  const criteria = { projectId: recruitmentId, seenNo: 0, rules, exceptionsAllowed: false, reason: "" };
  expect(await it.command(coordinator, "criteria.set", criteria)).toMatchObject(ok);
  const wish = {
    recruitmentId,
    projectId: recruitmentId,
    places: terms.places ?? 2,
    startsOn: "2026-12-07",
    vacancyWeeks: 4,
    judgedOn: null,
    interviewMax: terms.interviewMax ?? 0,
    interviewWeight: 100,
    points: terms.points ?? [],
  };
  expect(await it.command(coordinator, "recruitment.set", wish)).toMatchObject(ok);
  return recruitmentId;
}

let serial = 0;
const someone = (lastName: string, more: Partial<CandidateCard> = {}): CandidateCard => ({
  ...emptyCard,
  firstName: "Stanisław",
  lastName,
  pesel: composePesel(day("1970-02-01"), "M", serial++ % 1000),
  registeredSince: day("2024-01-10"),
  ...more,
});

async function candidate(
  recruitmentId: string,
  card: CandidateCard,
  proven = true,
  appliedOn = "2026-11-10",
): Promise<string> {
  const candidateId = uuidv7();
  const payload = { candidateId, recruitmentId, source: "PUP", appliedOn, card };
  expect(await it.command(coordinator, "candidate.record", payload)).toMatchObject(ok);
  const evidence = [
    { evidenceId: uuidv7(), fact: "registered", source: "PAPER", seenOn: "2026-11-20", words: "zaświadczenie nr 7" },
  ];
  if (proven)
    expect(await it.command(coordinator, "candidate.add-evidence", { candidateId, evidence })).toMatchObject(ok);
  return candidateId;
}

const ranking = (recruitmentId: string) => it.read(coordinator, `/recruitments/${recruitmentId}/ranking`, RankingView);
const reserve = (recruitmentId: string) => it.read(coordinator, `/recruitments/${recruitmentId}/reserve`, ReserveView);
const list = (recruitmentId: string) =>
  it.read(coordinator, `/recruitments/${recruitmentId}/candidates`, CandidateList);

async function freeze(recruitmentId: string, more: object = {}) {
  const { versions } = await ranking(recruitmentId);
  return it.command(coordinator, "ranking.freeze", {
    rankingId: uuidv7(),
    recruitmentId,
    seenNo: versions[0]?.no ?? 0,
    cause: versions.length === 0 ? "FIRST" : "CORRECTION",
    ...more,
  });
}

/** Decides of each as the list suggests; who is not on it is not decided of. */
async function decideByList(recruitmentId: string, places: number) {
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
}

test("each rule is told with its value and evidence; who passes, who fails, who is to bring a paper (R-REC-01)", async () => {
  const recruitmentId = await recruitment();
  const passing = await candidate(recruitmentId, someone("Adamski"));
  await candidate(recruitmentId, someone("Bez Papieru"), false);
  await candidate(recruitmentId, someone("Za Krótko", { registeredSince: day("2024-11-22") }));
  await candidate(recruitmentId, someone("Za Młody", { pesel: composePesel(day("1991-11-22"), "M", 7) }));
  const { candidates } = await list(recruitmentId);
  expect(candidates.map(({ formal, state }) => `${formal} ${state}`)).toEqual([
    "pass PASS",
    "missing MISSING",
    "fail FAIL",
    "fail FAIL",
  ]);
  const view = await it.read(coordinator, `/candidates/${passing}`, CandidateView);
  expect(view.results.map(({ field, result, value }) => [field, result, value])).toEqual([
    ["REGISTERED_UNEMPLOYED", "pass", "2024-01-10"],
    ["AGE", "pass", "1970-02-01"],
  ]);
  expect(view.evidence).toMatchObject([{ fact: "registered", source: "PAPER", words: "zaświadczenie nr 7" }]);
  const { counts } = await it.read("marek", `/recruitments/${recruitmentId}`, RecruitmentView);
  expect(counts).toMatchObject({ all: 4, pass: 1, fail: 2, missing: 1 });
  expect(await it.audited(passing)).toContain("candidate.read done");
});

test("the list is frozen once every point is given; ties by longer unemployment; a later version says why (R-REC-04)", async () => {
  const pointId = uuidv7();
  const recruitmentId = await recruitment({
    points: [{ pointId, name: "Sytuacja rodzinna", maxPoints: 10, weight: 150 }],
  });
  const [a, b, c] = [
    await candidate(recruitmentId, someone("Pierwszy")),
    await candidate(recruitmentId, someone("Drugi", { registeredSince: day("2020-01-01") })),
    await candidate(recruitmentId, someone("Trzeci")),
  ];
  expect(await freeze(recruitmentId)).toMatchObject({ status: 422, body: { code: "ranking.incomplete" } });
  const give = (points: [string, number][]) =>
    it.command(coordinator, "candidate.set-points", {
      recruitmentId,
      points: points.map(([candidateId, value]) => ({ candidateId, pointId, points: value })),
    });
  expect(await give([[a, 11]])).toMatchObject({ status: 422, body: { code: "candidate.too_many_points" } });
  expect(
    await give([
      [a, 4],
      [b, 4],
      [c, 9],
    ]),
  ).toMatchObject(ok);
  expect(await freeze(recruitmentId)).toMatchObject(ok);
  expect(
    (await ranking(recruitmentId)).rows.map(({ candidateId, total, before }) => [candidateId, total, before]),
  ).toEqual([
    [c, 1350, "TOTAL"],
    [b, 600, "UNEMPLOYED"],
    [a, 600, null],
  ]);
  expect(await give([[a, 10]])).toMatchObject(ok);
  const changed = await ranking(recruitmentId);
  expect(changed.rows.map(({ candidateId, rank, now }) => [candidateId, rank, now])).toEqual([
    [c, 1, 2],
    [b, 2, 3],
    [a, 3, 1],
  ]);
  expect(await freeze(recruitmentId)).toMatchObject({ status: 422, body: { code: "ranking.reason_missing" } });
  const seenBefore = await freeze(recruitmentId, { seenNo: 7, reason: "x" });
  expect(seenBefore).toMatchObject({ status: 409, body: { code: "ranking.newer_version" } });
  expect(await freeze(recruitmentId, { reason: "Odwołanie uznane" })).toMatchObject(ok);
  const after = await ranking(recruitmentId);
  expect(after.versions.map(({ no, cause, reason }) => [no, cause, reason])).toEqual([
    [2, "CORRECTION", "Odwołanie uznane"],
    [1, "FIRST", ""],
  ]);
  expect(after.rows[0]?.candidateId).toBe(a);
  const first = await it.read(coordinator, `/recruitments/${recruitmentId}/ranking?no=1`, RankingView);
  expect(first.rows[0]?.candidateId).toBe(c);
});

test("a person decides of each: only who passed, never more than places, against the list only with a reason (R-GDPR-11)", async () => {
  const recruitmentId = await recruitment({ places: 1 });
  const [first, second] = [
    await candidate(recruitmentId, someone("Jeden")),
    await candidate(recruitmentId, someone("Dwa")),
  ];
  const failing = await candidate(recruitmentId, someone("Nie", { registeredSince: day("2026-01-01") }));
  const decide = async (candidateId: string, decision: string, reason = "", rankingId?: string) =>
    it.command(coordinator, "candidate.decide", {
      recruitmentId,
      rankingId: rankingId ?? (await ranking(recruitmentId)).versions[0]?.id ?? uuidv7(),
      decisions: [{ decisionId: uuidv7(), candidateId, decision, reason }],
    });
  expect(await decide(first, "ACCEPTED")).toMatchObject({ body: { code: "ranking.not_frozen" } });
  await freeze(recruitmentId);
  expect(await decide(first, "ACCEPTED", "", uuidv7())).toMatchObject({ status: 409 });
  expect(await decide(failing, "ACCEPTED", "lubimy go")).toMatchObject({ body: { code: "decision.not_on_list" } });
  expect(await decide(second, "ACCEPTED")).toMatchObject({ body: { code: "decision.reason_missing" } });
  expect(await decide(first, "ACCEPTED")).toMatchObject(ok);
  expect(await decide(second, "ACCEPTED", "sytuacja rodzinna")).toMatchObject({ body: { code: "decision.no_place" } });
  expect(await decide(failing, "REJECTED")).toMatchObject(ok);
  expect(await decide(second, "RESERVE")).toMatchObject(ok);
  const foreign = { decisionId: uuidv7(), candidateId: second, decision: "REJECTED", reason: "x" };
  const byLeader = { recruitmentId, rankingId: uuidv7(), decisions: [foreign] };
  expect((await it.command("gosia", "candidate.decide", byLeader)).status).toBe(403);
  const { candidates } = await list(recruitmentId);
  expect(candidates.map(({ state }) => state)).toEqual(["ACCEPTED", "RESERVE", "REJECTED"]);
});

test("two who take the last place at once: one of them gets it", async () => {
  const recruitmentId = await recruitment({ places: 1 });
  const people = [
    await candidate(recruitmentId, someone("Naraz")),
    await candidate(recruitmentId, someone("Też Naraz")),
  ];
  await freeze(recruitmentId);
  const rankingId = (await ranking(recruitmentId)).versions[0]?.id;
  const both = people.map((candidateId) =>
    it.command(coordinator, "candidate.decide", {
      recruitmentId,
      rankingId,
      decisions: [{ decisionId: uuidv7(), candidateId, decision: "ACCEPTED", reason: "powód" }],
    }),
  );
  expect((await Promise.all(both)).map(({ status }) => status).toSorted()).toEqual([200, 422]);
});

test("accepted people become persons with a case; one who leaves makes a task, and the reserve is asked in its order (R-REC-04)", async () => {
  const recruitmentId = await recruitment({ places: 2 });
  const ids: string[] = [];
  for (const [at, name] of ["Alfa", "Beta", "Gamma", "Delta"].entries())
    ids.push(await candidate(recruitmentId, someone(name, { registeredSince: day(`202${at}-01-01`) })));
  const [alfa = "", beta = "", gamma = "", delta = ""] = ids;
  await freeze(recruitmentId);
  expect(await decideByList(recruitmentId, 2)).toMatchObject(ok);
  expect(await reserve(recruitmentId)).toMatchObject({
    free: 0,
    queue: [{ candidateId: gamma }, { candidateId: delta }],
  });
  const admit = (candidateId: string, personId = uuidv7(), known = false) =>
    it.command(coordinator, "candidate.make-person", { candidateId, personId, known, caseId: uuidv7() });
  expect(await admit(gamma)).toMatchObject({ body: { code: "admission.not_accepted" } });
  const admitted = await admit(alfa);
  expect(admitted).toMatchObject(ok);
  expect(await admit(alfa)).toMatchObject({ body: { code: "admission.admitted_already" } });
  const { person: personId = "", case: caseId = "" } = admitted.body.ids ?? {};
  const accepted = await it.read(coordinator, `/recruitments/${recruitmentId}/accepted`, StartView);
  expect(accepted.people.map(({ state, lacks }) => [state, lacks])).toEqual([
    ["ADMITTED", []],
    ["ACCEPTED", []],
  ]);
  // the papers that were seen while recruiting are known at the door of the project
  const enrolmentId = uuidv7();
  const start = { enrolmentId, projectId: recruitmentId, caseId, startedOn: "2026-11-22" };
  expect(await it.command(coordinator, "enrolment.start", start)).toMatchObject(ok);
  const tasks = async () => {
    const { rows } = await it.owner.query<{ open: boolean }>(
      `select not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id) as open
       from task t where t.source_type = 'recruitment' and t.source_id = $1 and t.person_id is null`,
      [recruitmentId],
    );
    return rows.map(({ open }) => open);
  };
  expect(await tasks()).toEqual([]);
  const end = { enrolmentId, endedOn: "2026-11-22", reason: "RESIGNED", accordingToPath: false, note: null };
  expect(await it.command(coordinator, "enrolment.end", end)).toMatchObject(ok);
  expect(await tasks()).toEqual([true]);
  const offer = (candidateId: string, more: object = {}) =>
    it.command(coordinator, "reserve.offer", {
      offerId: uuidv7(),
      recruitmentId,
      candidateId,
      answerBy: "2026-11-25",
      ...more,
    });
  expect(await offer(delta)).toMatchObject({ body: { code: "reserve.out_of_order" } });
  expect(await offer(beta)).toMatchObject({ body: { code: "reserve.not_in_reserve" } });
  const offered = await offer(gamma);
  expect(offered).toMatchObject(ok);
  expect(await tasks()).toEqual([false]);
  expect(await offer(delta, { reason: "kolejny" })).toMatchObject({ body: { code: "reserve.no_place" } });
  const say = (answer: string, answeredOn = "2026-11-22") =>
    it.command(coordinator, "reserve.answer", {
      offerId: offered.body.ids?.offer,
      decisionId: uuidv7(),
      answer,
      answeredOn,
    });
  expect(await say("NO_ANSWER")).toMatchObject({ body: { code: "reserve.still_time" } });
  expect(await say("DECLINED")).toMatchObject(ok);
  expect(await say("TAKEN")).toMatchObject({ body: { code: "reserve.answered_already" } });
  expect(await tasks()).toEqual([false, true]);
  expect((await reserve(recruitmentId)).queue).toMatchObject([{ candidateId: delta }]);
  const second = await offer(delta);
  const taken = { offerId: second.body.ids?.offer, decisionId: uuidv7(), answer: "TAKEN", answeredOn: "2026-11-22" };
  expect(await it.command(coordinator, "reserve.answer", taken)).toMatchObject(ok);
  expect((await list(recruitmentId)).candidates.map(({ state }) => state)).toEqual([
    "LEFT",
    "ACCEPTED",
    "RESERVE",
    "ACCEPTED",
  ]);
  expect(await it.audited(personId)).toContain("candidate.make-person done");
});

test("a withdrawal moves the others up in a new version and frees the place; after the first weeks nobody is asked any more", async () => {
  const recruitmentId = await recruitment({ places: 1 });
  const [one, two] = [
    await candidate(recruitmentId, someone("Odchodzi")),
    await candidate(recruitmentId, someone("Czeka")),
  ];
  await freeze(recruitmentId);
  await decideByList(recruitmentId, 1);
  const payload = { candidateId: one, withdrawnOn: "2026-11-22", reason: "wyjazd do pracy", rankingId: uuidv7() };
  const id = uuidv7();
  const done = await it.command(coordinator, "candidate.withdraw", payload, { id });
  expect(done).toMatchObject(ok);
  expect((await it.command(coordinator, "candidate.withdraw", payload, { id })).body.ids).toEqual(done.body.ids);
  const { versions, rows } = await ranking(recruitmentId);
  expect(versions.map(({ no, cause }) => [no, cause])).toEqual([
    [2, "WITHDRAWAL"],
    [1, "FIRST"],
  ]);
  expect(rows.map(({ candidateId, rank }) => [candidateId, rank])).toEqual([[two, 1]]);
  expect(await reserve(recruitmentId)).toMatchObject({ free: 1, over: false, until: "2027-01-03" });
  const terms = {
    recruitmentId,
    projectId: recruitmentId,
    places: 1,
    startsOn: "2026-10-25",
    judgedOn: null,
    interviewMax: 0,
    interviewWeight: 100,
    points: [],
  };
  const silent = { ...terms, vacancyWeeks: 4 };
  expect(await it.command(coordinator, "recruitment.set", silent, { base: 1 })).toMatchObject({
    body: { code: "recruitment.reason_missing" },
  });
  const earlier = { ...silent, reason: "grupa zaczyna wcześniej" };
  expect(await it.command(coordinator, "recruitment.set", earlier)).toMatchObject({ status: 409 });
  expect(await it.command(coordinator, "recruitment.set", earlier, { base: 1 })).toMatchObject(ok);
  expect(await reserve(recruitmentId)).toMatchObject({ free: 1, over: true, until: "2026-11-21" });
  const late = { offerId: uuidv7(), recruitmentId, candidateId: two, answerBy: "2026-11-30" };
  expect(await it.command(coordinator, "reserve.offer", late)).toMatchObject({ body: { code: "reserve.window_over" } });
});

/** An office's list in Windows-1250 with what goes wrong in such lists. */
const polish: Readonly<Record<string, number>> = {
  ą: 0xb9,
  ć: 0xe6,
  ę: 0xea,
  ł: 0xb3,
  ń: 0xf1,
  ó: 0xf3,
  ś: 0x9c,
  ź: 0x9f,
  ż: 0xbf,
  Ł: 0xa3,
  Ś: 0x8c,
  Ż: 0xaf,
  Ź: 0x8f,
  Ó: 0xd3,
  Ń: 0xd1,
};
const windows1250 = (text: string): Buffer =>
  Buffer.from([...text].map((letter) => polish[letter] ?? letter.charCodeAt(0)));

async function store(bytes: Buffer): Promise<string> {
  const fileId = uuidv7();
  const answer = await it.server.inject({
    method: "POST",
    url: `/api/files?fileId=${fileId}&commandId=${uuidv7()}`,
    headers: { authorization: `Bearer ${it.tokenOf(coordinator)}`, "content-type": "text/csv" },
    payload: bytes,
  });
  expect(answer.statusCode).toBe(200);
  return fileId;
}

test("a list of an office is read, shown row by row, and taken in whole or not at all; the same file makes no doubles", async () => {
  const recruitmentId = await recruitment({ places: 5 });
  const known = someone("Znany");
  await candidate(recruitmentId, known);
  const early = composePesel(day("2001-03-05"), "F", 11);
  expect(early.startsWith("0")).toBe(true);
  const fine = composePesel(day("1970-02-01"), "M", 901);
  const lines = [
    "Powiatowy Urząd Pracy - lista kandydatów;;;;;",
    "Lp.;Nazwisko;Imię;PESEL;Zarejestrowany od dnia;Wykształcenie",
    `1;ŻÓŁCIŃSKI;JÓZEF;${fine};01.02.2020;zawodowe`,
    `2;Łoś;Anna;${early.slice(1)};2021-05-06;podstawowe`,
    ";;;;;",
    `3;Powtórka;Jan;${fine};05.05.2020;zawodowe`,
    `4;Znany;Stanisław;${known.pesel ?? ""};05.05.2020;zawodowe`,
    "5;Błędny;Piotr;70020112340;44197;średnie",
    "6;;Bezimienny;;05.05.2020;zawodowe",
    `7;=1+1;Formuła;${composePesel(day("1965-05-05"), "M", 77)};31.02.2020;zawodowe`,
  ];
  const bytes = windows1250(lines.join("\r\n"));
  const fileId = await store(bytes);
  const at = { recruitmentId, fileId, sheet: 0 };
  const looked = ListLook.parse(
    (
      await it.post(coordinator, `/recruitments/${recruitmentId}/candidate-lists/look`, {
        ...at,
        headerRow: null,
        sender: "PUP Radom",
      })
    ).body,
  );
  expect(looked).toMatchObject({
    headerRow: 2,
    remembered: false,
    mapping: [null, "LAST_NAME", "FIRST_NAME", "PESEL", "REGISTERED_SINCE", "EDUCATION"],
  });
  const reading = { ...at, headerRow: 2, mapping: looked.mapping, words: {} };
  const preview = async (more: object = {}) =>
    ListPreview.parse(
      (await it.post(coordinator, `/recruitments/${recruitmentId}/candidate-lists/preview`, { ...reading, ...more }))
        .body,
    );
  const shown = await preview();
  expect(shown.rows.map(({ row, verdict, faults }) => [row, verdict, faults.map(({ code }) => code)])).toEqual([
    [3, "ready", []],
    [4, "ready", ["pesel_mended"]],
    [6, "stop", ["twice_in_file"]],
    [7, "stop", ["candidate_known"]],
    [8, "ask", ["pesel_invalid", "word_unknown"]],
    [9, "stop", ["name_missing"]],
    [10, "ready", ["day_unreadable"]],
  ]);
  expect(shown).toMatchObject({ empty: 1, unknownWords: [{ field: "EDUCATION", word: "średnie", rows: 1 }] });
  expect(shown.rows[0]?.name).toBe("Żółciński Józef");
  const words = { EDUCATION: { srednie: "SECONDARY_GENERAL" } };
  const { seen } = await preview({ words });
  const wish = {
    importId: uuidv7(),
    ...reading,
    words,
    source: "PUP",
    sender: "PUP Radom",
    receivedOn: "2026-11-20",
    confirmed: ["registered"],
    taken: [3, 4, 8, 10],
    seen,
  };
  const accept = (more: object = {}) => it.command(coordinator, "candidate-list.accept", { ...wish, ...more });
  expect(await accept({ taken: [3, 6] })).toMatchObject({ body: { code: "import.row_stopped" } });
  expect(await accept({ taken: [3, 5] })).toMatchObject({ body: { code: "import.unknown_row" } });
  expect(await accept({ seen: "inne" })).toMatchObject({ status: 409, body: { code: "import.changed" } });
  expect((await list(recruitmentId)).candidates).toHaveLength(1);
  expect(await accept()).toMatchObject(ok);
  const { candidates } = await list(recruitmentId);
  expect(candidates.map(({ name, formal }) => [name, formal])).toEqual([
    ["Znany Stanisław", "pass"],
    ["Żółciński Józef", "pass"],
    ["Łoś Anna", "fail"],
    ["Błędny Piotr", "missing"],
    ["=1+1 Formuła", "missing"],
  ]);
  const { rows: files } = await it.owner.query("select 1 from stored_file where id = $1", [fileId]);
  expect(files).toEqual([]);
  // the same file again: the columns are known, and every row is
  const again = await store(bytes);
  const second = ListLook.parse(
    (
      await it.post(coordinator, `/recruitments/${recruitmentId}/candidate-lists/look`, {
        ...at,
        fileId: again,
        headerRow: null,
        sender: "pup radom",
      })
    ).body,
  );
  expect(second).toMatchObject({ remembered: true, words });
  const repeated = await preview({ fileId: again, words });
  expect(repeated.rows.every(({ verdict }) => verdict === "stop")).toBe(true);
  const { rows: kept } = await it.owner.query(
    "select row_to_json(c)::text as text from candidate_card c union all select row_to_json(t)::text from candidate_text t union all select row_to_json(m)::text from import_mapping m",
  );
  expect(JSON.stringify(kept)).not.toMatch(/Żółciński|Łoś|zaświadczenie nr 7/);
});

test("a letter explains each decision; what is given out stands in the register", async () => {
  const recruitmentId = await recruitment({ places: 1 });
  await candidate(recruitmentId, someone("Brzęczyszczykiewicz", { address: "ul. Długa 7, Radom" }));
  await candidate(recruitmentId, someone("Drugi"));
  await freeze(recruitmentId);
  await decideByList(recruitmentId, 1);
  const letters = () => it.read(coordinator, `/recruitments/${recruitmentId}/candidate-letters`, LetterList);
  const { decisions } = await letters();
  expect(decisions).toMatchObject([
    { decision: "ACCEPTED", issuedOn: null },
    { decision: "RESERVE", issuedOn: null },
  ]);
  const batchId = uuidv7();
  const issue = { batchId, recruitmentId, decisionIds: decisions.map(({ decisionId }) => decisionId) };
  expect(await it.command(coordinator, "candidate-letter.issue", issue)).toMatchObject(ok);
  const { decisions: after, batches } = await letters();
  expect(after.every(({ issuedOn }) => issuedOn === "2026-11-22")).toBe(true);
  expect(batches).toMatchObject([{ id: batchId, letters: [{}, {}] }]);
  const print = (query: string) =>
    it.server.inject({
      url: `/api/candidate-letters/${batchId}?${query}`,
      headers: { authorization: `Bearer ${it.tokenOf(coordinator)}` },
    });
  expect((await print("print=normal")).rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
  expect(await it.command(coordinator, "candidate-letter.issue", { ...issue, batchId: uuidv7() })).toMatchObject({
    status: 422,
    body: { code: "letter.issued_already", details: { no: 1 } },
  });
  const once = (again: boolean) =>
    it.command(coordinator, "candidate-letter.issue", { ...issue, batchId: uuidv7(), again });
  expect(await once(true)).toMatchObject(ok);
  const edit = await print(`print=edit&letterId=${batches[0]?.letters[0]?.id}`);
  expect(edit.rawPayload.subarray(0, 2).toString()).toBe("PK");
});

test("two who give out the same letters at once: one of them does, and a letter says tomorrow what it said today", async () => {
  const recruitmentId = await recruitment({ places: 1 });
  const candidateId = await candidate(recruitmentId, someone("Pismo", { address: "ul. Stara 1, Radom" }));
  await freeze(recruitmentId);
  await decideByList(recruitmentId, 1);
  const letters = () => it.read(coordinator, `/recruitments/${recruitmentId}/candidate-letters`, LetterList);
  const decisionIds = (await letters()).decisions.map(({ decisionId }) => decisionId);
  const both = [uuidv7(), uuidv7()].map((batchId) =>
    it.command(coordinator, "candidate-letter.issue", { batchId, recruitmentId, decisionIds }),
  );
  expect((await Promise.all(both)).map(({ status }) => status).toSorted()).toEqual([200, 422]);
  const { batches } = await letters();
  expect(batches).toHaveLength(1);
  const printed = async () => {
    const [batch] = batches;
    const url = `/api/candidate-letters/${batch?.id}?print=edit&letterId=${batch?.letters[0]?.id}`;
    const answer = await it.server.inject({
      url,
      headers: { authorization: `Bearer ${it.tokenOf(coordinator)}` },
    });
    return answer.rawPayload.toString("latin1").length;
  };
  const before = await printed();

  // the card is edited: with a reason, because the list is frozen; what it said before stays to be read
  const view = await it.read(coordinator, `/candidates/${candidateId}`, CandidateView);
  const payload = {
    candidateId,
    recruitmentId,
    source: view.source,
    appliedOn: view.appliedOn,
    card: { ...view.card, address: "ul. Nowa 22, lokal 301, 26-600 Radom, klatka trzecia od podwórza" },
  };
  const edit = (reason: string, base = view.version) =>
    it.command(coordinator, "candidate.record", { ...payload, reason }, { base });
  expect(await edit("")).toMatchObject({ status: 422, body: { code: "candidate.reason_missing" } });
  expect(await edit("przeprowadzka")).toMatchObject(ok);
  expect(await edit("drugi raz", view.version)).toMatchObject({ status: 409 });
  const after = await it.read(coordinator, `/candidates/${candidateId}`, CandidateView);
  expect(after.editions).toMatchObject([
    { reason: "przeprowadzka", changed: [{ field: "address", was: "ul. Stara 1, Radom" }] },
  ]);
  expect(await printed()).toBe(before);
  const { rows } = await it.owner.query<{ sealed: Buffer }>("select sealed from candidate_card_edition");
  expect(rows.map(({ sealed }) => sealed.toString("utf8")).join()).not.toContain("Stara");
});

test("what each is to bring prints for one, and for everybody who lacks something; who lacks nothing is told so", async () => {
  const recruitmentId = await recruitment();
  const whole = await candidate(recruitmentId, someone("Kompletny"));
  const print = (query = "", who: PersonOfFixture = coordinator) =>
    it.server.inject({
      url: `/api/recruitments/${recruitmentId}/candidates-to-bring${query}`,
      headers: { authorization: `Bearer ${it.tokenOf(who)}` },
    });
  expect((await print()).statusCode).toBe(404);
  const lacking = await candidate(recruitmentId, someone("Bez Papieru"), false);
  for (const query of ["", `?candidateId=${lacking}`, `?candidateId=${whole}`]) {
    const answer = await print(query);
    expect(answer.rawPayload.subarray(0, 5).toString(), query).toBe("%PDF-");
  }
  expect((await print(`?candidateId=${uuidv7()}`)).statusCode).toBe(404);
  expect((await print("", "gosia")).statusCode).toBe(403);
});

test("terms keep their editions, each later one with its reason", async () => {
  const recruitmentId = await recruitment({ places: 2 });
  const terms = {
    recruitmentId,
    projectId: recruitmentId,
    places: 3,
    startsOn: "2026-12-07",
    vacancyWeeks: 4,
    judgedOn: null,
    interviewMax: 0,
    interviewWeight: 100,
    points: [],
  };
  const set = { ...terms, reason: "dotacja na trzecie miejsce" };
  expect(await it.command(coordinator, "recruitment.set", set, { base: 1 })).toMatchObject(ok);
  const { editions } = await it.read(coordinator, `/recruitments/${recruitmentId}`, RecruitmentView);
  expect(editions.map(({ no, terms: { places }, reason }) => [no, places, reason])).toEqual([
    [2, 3, "dotacja na trzecie miejsce"],
    [1, 2, ""],
  ]);
  const numbers = await it.read("marek", `/recruitments/${recruitmentId}`, RecruitmentView);
  expect(numbers.editions).toEqual([]);
});

test("nothing changes after closing; another organisation and roles without the right see nothing, and the coordinator of projects sees numbers alone", async () => {
  const recruitmentId = await recruitment();
  const candidateId = await candidate(recruitmentId, someone("Niewidoczna"));
  for (const path of ["candidates", "ranking", "reserve", "accepted", "candidate-letters"])
    for (const [who, status] of [
      ["zofia", 403],
      ["marek", 403],
      ["anna", 403],
    ] as const)
      expect((await it.get(who, `/recruitments/${recruitmentId}/${path}`)).status, `${who} ${path}`).toBe(status);
  expect((await it.get("zofia", `/recruitments/${recruitmentId}`)).status).toBe(403);
  expect((await it.get("marek", `/candidates/${candidateId}`)).status).toBe(403);
  const { recruitments } = await it.read("marek", "/recruitments", RecruitmentList);
  expect(recruitments.find((one) => one.recruitmentId === recruitmentId)).toMatchObject({
    named: false,
    counts: { all: 1 },
  });
  expect(JSON.stringify(recruitments)).not.toContain("Niewidoczna");
  expect(await it.command(coordinator, "recruitment.close", { recruitmentId })).toMatchObject(ok);
  const late = {
    candidateId: uuidv7(),
    recruitmentId,
    source: "SELF",
    appliedOn: "2026-11-22",
    card: someone("Późny"),
  };
  expect(await it.command(coordinator, "candidate.record", late)).toMatchObject({
    body: { code: "recruitment.closed" },
  });
  const view = await it.read(coordinator, `/recruitments/${recruitmentId}`, RecruitmentView);
  expect(view.recruitment).toMatchObject({ closedOn: "2026-11-22", keptUntil: "2027-05-22" });
  // the last day of keeping is a day of keeping
  expect(await endCandidates(it.owner, new Date("2027-05-22T10:00:00Z"))).toBe(0);
  expect(await endCandidates(it.owner, new Date("2027-05-23T10:00:00Z"))).toBe(1);
  expect(await endCandidates(it.owner, new Date("2027-05-24T10:00:00Z"))).toBe(0);
  expect((await list(recruitmentId)).candidates).toMatchObject([{ no: 1, name: null, state: "ERASED" }]);
  const { rows } = await it.owner.query(
    "select candidate_id from candidate_card where candidate_id = $1 union all select candidate_id from candidate_text where candidate_id = $1",
    [candidateId],
  );
  expect(rows).toEqual([]);
});
