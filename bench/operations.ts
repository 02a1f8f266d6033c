import type pg from "pg";
import { simulatedLogin, simulatedOrganisation } from "../src/app/simulate/simulate.ts";
import { uuidv7 } from "../src/platform/uuid.ts";
import type { Call } from "./load.ts";
import { endPhones, enrolPhone } from "./phones.ts";
import { misspell, randomOf } from "./typos.ts";
import { caseworker, signIn } from "./world.ts";

/** CPU ms a request of docs/benchmarks.md: the same SQL directly, and what the product may take. Null: only measured. */
export type Bar = { limitMs: number; barMs: number } | null;

/** `connections`: at once, in rising steps; 1, 8 and 32 unless said. */
export type Operation = {
  name: string;
  about: string;
  bar: Bar;
  writes: boolean;
  connections?: readonly number[];
  next(): Call;
};

/** A search and what is right in its answer. */
export type Sought = { text: string; isRight(person: { name: string; birthYear: number | null }): boolean };

export type Operations = { operations: Operation[]; sought: Sought[]; hot: Operation[]; searcher: string };

type Named = { first: string; last: string; year: number };

/** What is measured, as the people of the largest organisation do it, each with a session of their own. */
export async function makeOperations(owner: pg.Client, port: number): Promise<Operations> {
  const ask = async <T>(text: string, values: unknown[] = []): Promise<T[]> => (await owner.query(text, values)).rows;
  const [street, colleague, office, instructor, coordinator] = [0, 1, 2, 6, 7].map((place) => simulatedLogin(1, place));
  const tokens = new Map<string, string>();
  for (const login of [street, colleague, office, instructor, coordinator, caseworker])
    if (login) tokens.set(login, await signIn(port, login));
  const as = (login: string | undefined) => tokens.get(login ?? "") ?? "";
  const [organisation] = await ask<{ id: string }>("select id from organisation where short_name = $1", [
    simulatedOrganisation(1),
  ]);
  const org = organisation?.id ?? "";

  const caseload = await ask<{ id: string }>(
    "select c.person_id as id from open_case o join support_case c on c.id = o.case_id join account a on a.id = c.leader_id where a.login = $1 order by 1",
    [caseworker],
  );
  const workers = await ask<{ id: string }>("select id from account where login in ($1, $2) order by login", [
    street,
    colleague,
  ]);
  const met = await ask<{ id: string }>(
    "select u.person_id as id from person_unit u join unit n on n.organisation_id = u.organisation_id and n.id = u.unit_id where u.organisation_id = $1 and n.kind = 'OUTREACH_TEAM' order by md5(u.person_id::text) limit 2000",
    [org],
  );
  const sites = await ask<{ id: string }>("select id from outreach_site where organisation_id = $1 order by name", [
    org,
  ]);
  const registers = await ask<{ id: string; people: string[] }>(
    `select s.id, array_agg(m.person_id) as people from class_session s join group_membership m on m.organisation_id = s.organisation_id and m.group_id = s.group_id
      and s.day between m.valid_from and coalesce(m.valid_until, s.day)
    where s.organisation_id = $1 and s.day <= current_date and not exists (select from register_closing c where c.organisation_id = s.organisation_id and c.session_id = s.id)
    group by s.id having count(*) = 30 order by md5(s.id::text) limit 500`,
    [org],
  );
  const projects = await ask<{ id: string; participants: number }>(
    "select p.id, (select count(*)::int from enrolment e where e.organisation_id = p.organisation_id and e.project_id = p.id) as participants from project p where p.organisation_id = $1",
    [org],
  );
  const groups = await ask<{ id: string }>(
    "select id from class_group where organisation_id = $1 order by md5(id::text) limit 50",
    [org],
  );
  const people = await ask<Named>(
    `select p.first_name as first, p.last_name as last, extract(year from p.birth_date)::int as year from person p join person_unit u on u.organisation_id = p.organisation_id and u.person_id = p.id
    join unit n on n.organisation_id = u.organisation_id and n.id = u.unit_id where p.organisation_id = $1 and n.kind = 'SOCIAL_WORK' and n.name <> 'Rejon' and p.step = 'NAMED' and length(p.last_name) >= 4
    order by md5('sought' || p.id) limit 400`,
    [org],
  );
  const random = randomOf(1);
  // every second one adds the year of birth; namesakes whom the words do not tell apart are as right as the one meant
  const sought = people.map(({ first, last, year }, index): Sought => {
    const name = `${first} ${last}`;
    const withYear = index % 2 === 1;
    return {
      text: `${first} ${misspell(last, random)}${withYear ? ` ${year}` : ""}`,
      isRight: (person) => person.name === name && (!withYear || person.birthYear === year),
    };
  });

  const around = <T>(list: readonly T[]): (() => T) => {
    let place = 0;
    if (list.length === 0) throw new Error("the bench world lacks what is measured: more --persons");
    return () => list[place++ % list.length] as T;
  };
  const [nextPerson, nextMet, nextSite, nextRegister, nextSought, nextGroup] = [
    around(caseload),
    around(met),
    around(sites),
    around(registers),
    around(sought),
    around(groups),
  ];
  const command = (login: string | undefined, type: string, payload: unknown): Call => ({
    method: "POST",
    path: `/api/commands/${type}`,
    token: as(login),
    body: { id: uuidv7(), v: 1, occurredAt: new Date().toISOString(), payload },
  });
  const get = (login: string | undefined, path: string): Call => ({
    method: "GET",
    path: `/api${path}`,
    token: as(login),
  });
  const recordContact = () =>
    command(street, "contact.record", {
      contactId: uuidv7(),
      person: { personId: nextMet().id },
      card: {
        contactAt: new Date(Date.now() - 60_000).toISOString(),
        siteId: nextSite().id,
        workerIds: workers.map(({ id }) => id),
        sex: "M",
        ageBand: "40_49",
        actions: ["CONVERSATION"],
        needs: ["WARMTH"],
        note: "Rozmowa symulowana",
      },
    });
  const markRegister = () => {
    const { id, people: members } = nextRegister();
    const marks = members.map((personId, index) => ({
      personId,
      status: index % 5 === 0 ? "ABSENT_UNEXCUSED" : "PRESENT",
    }));
    return command(instructor, "attendance.mark", { sessionId: id, marks, reason: null });
  };
  const project = projects[0];
  // twenty devices of the two who go out, so that two pulls of one device seldom meet
  await endPhones({ owner });
  const phones: string[] = [];
  for (const login of [street, colleague])
    for (let n = 0; n < 10; n++) phones.push((await enrolPhone(port, tokens.get(login ?? "") ?? "")).token());
  const nextPhone = around(phones);
  const operations: Operation[] = [
    {
      name: "caseload",
      about: `${caseload.length} open cases`,
      bar: { limitMs: 0.13, barMs: 1.0 },
      writes: false,
      next: () => get(caseworker, "/caseload"),
    },
    {
      name: "search",
      about: "a misspelt name, first 20",
      bar: { limitMs: 1.0, barMs: 2.2 },
      writes: false,
      next: () => ({
        method: "POST",
        path: "/api/people/search",
        token: as(office),
        body: { text: nextSought().text, limit: 20 },
      }),
    },
    {
      name: "timeline",
      about: "first page of some 200 events",
      bar: { limitMs: 0.57, barMs: 1.6 },
      writes: false,
      next: () => get(caseworker, `/people/${nextPerson().id}/timeline`),
    },
    {
      name: "contact",
      about: "a contact card, with audit",
      bar: { limitMs: 0.63, barMs: 1.5 },
      writes: true,
      next: recordContact,
    },
    {
      name: "register",
      about: "30 marks, with audit",
      bar: { limitMs: 3.35, barMs: 5 },
      writes: true,
      next: markRegister,
    },
    {
      name: "report",
      about: `60/25 of ${project?.participants ?? 0} participants by group, sex, age`,
      bar: { limitMs: 10.7, barMs: 16 },
      writes: false,
      next: () => get(coordinator, `/reports/effectiveness/${project?.id}`),
    },
    {
      name: "programme",
      about: "38 weeks of a group: what was held, what stands, what still fits",
      bar: null,
      writes: false,
      next: () => get(coordinator, `/groups/${nextGroup().id}/forecast`),
    },
    {
      name: "sync pull",
      about: "first page of a set: 1,000 records",
      bar: { limitMs: 16.8 / 5, barMs: 32 / 5 }, // the bar is for 5,000
      writes: true,
      next: () => ({ method: "POST", path: "/api/sync/pull", token: nextPhone(), body: { cursor: null, limit: 1000 } }),
    },
    {
      name: "caseload of a unit",
      about: "all open cases of the largest unit",
      bar: null,
      writes: false,
      next: () => get(office, "/caseload"),
    },
  ];
  const read = (name: string, next: () => Call): Operation => ({ name, about: "", bar: null, writes: false, next });
  const hot = [
    ...operations.slice(0, 3),
    read("contact history", () => get(street, `/people/${nextMet().id}/contacts`)),
    read("register read", () => get(instructor, `/sessions/${nextRegister().id}/register`)),
    ...operations.slice(3, 5),
    ...operations.filter(({ name }) => name === "sync pull"),
  ];
  return { operations, sought, hot, searcher: as(office) };
}
