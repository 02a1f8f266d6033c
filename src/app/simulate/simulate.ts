import pg from "pg";
import type { FileStore } from "../../platform/files/fileStore.ts";
import { plainDate } from "../../platform/time/plainDate.ts";
import { OperatorRefusal } from "../operator/refusal.ts";
import { loadCases } from "./cases.ts";
import { loadGroups, loadRegisters, markedSessions, planCourse } from "./classes.ts";
import { loadContacts } from "./contacts.ts";
import { openLoad, type Simulation } from "./load.ts";
import { loadOutcomes } from "./outcomes.ts";
import { loadPersons, loadSearchWords } from "./persons.ts";
import { loadStaff } from "./staff.ts";

/** Marks in registers for each person of the world. */
const marksEach = 25;

/** Login of one simulated account: organisation 1 is the largest; place 0-7 as in `staff`. */
export const simulatedLogin = (organisation: number, place: number): string => `sim-${organisation}-${place}`;
export const simulatedOrganisation = (organisation: number): string => `sim-${organisation}`;

/**
 * Fills an empty, migrated database with a world of any size, the same for the same seed (but the hash of the password and
 * the names of stored files): organisations of very unequal size, people with names as they are in Poland, ten contact cards
 * each, cases, groups with sessions and attendance, outcomes. Ten cards and twenty-five marks for each person: 200,000
 * persons make 2 M contacts and 5 M marks.
 *
 * By bulk load as a superuser, past the commands: the rows are such as the commands leave, but there is no audit, no list of
 * commands sent, and the timeline tells nothing of single sessions. Nothing of it is real.
 * @param files where the documents of proofs are put; without it no outcome is verified
 * @throws OperatorRefusal when the database has organisations
 */
export async function simulate(
  ownerUrl: string,
  wanted: Omit<Simulation, "organisations" | "today"> & { organisations?: number; today: string },
  tell: (line: string) => void,
  files?: FileStore,
): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    const { rows } = await client.query("select from organisation limit 1");
    if (rows.length > 0)
      throw new OperatorRefusal(
        "W tej bazie są już organizacje: świat symulowany powstaje tylko w pustej.",
        "This database has organisations already: a simulated world is made in an empty one only.",
      );
    const today = plainDate(wanted.today);
    const load = await openLoad(client, { organisations: 50, ...wanted, today }, files, tell);
    const course = planCourse(today);
    await loadStaff(load);
    await loadPersons(load, marksEach / markedSessions(course, today));
    await loadCases(load);
    await loadContacts(load);
    await loadGroups(load, course);
    await loadOutcomes(load);
    await loadRegisters(load, course);
    await loadSearchWords(load);
    await client.query("set session_replication_role = origin");
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}
