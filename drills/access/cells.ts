import { type Role, roles } from "../../src/platform/access.ts";
import { doorInput, isDoor } from "./doors.ts";
import type { Account, Answered, DrillHouse } from "./house.ts";
import { inputOf, type Sent } from "./inputs.ts";
import { type AccessRow, reaches } from "./table.ts";
import type { Target, World } from "./world.ts";

/** What the table says of a cell: the door is closed for want of a session, closed to the role, the record does not exist for it, or it goes on. */
export type Outcome = "401" | "403" | "404" | "goes on";

/** One cell: an operation by an account on a target. `role` null: nobody signed in. */
export type Cell = {
  row: AccessRow;
  role: Role | null;
  expired: boolean;
  target: Target;
  expected: Outcome;
};

/** What an operation about nothing is sent with, and what the whole organisation's operations are. */
const aboutNothing = new Set(["open", "own", "none", "list"]);

/** What would tell where somebody is: of a person whose whereabouts are protected it is there for that person alone. */
const tellsWhere = new Set([
  "booking.move",
  "booking.cancel",
  "booking.print-slip",
  "enrolment-check.read",
  "profile.open-scan",
  "course.enrol",
  "course.leave",
  "active-group.propose",
  "active-group.decide",
  "course.take-back",
  "course.note-result",
  "course.issue",
  "course.certify",
  "course.print-certificate",
  "exchange.withdraw",
  "absence.ask",
  "absence.receive",
  "absence.answer",
  "absence.withdraw",
  "absence.read",
  "centre-month.read-person",
  "enrolment.end",
]);

/** Whether a role in reach of nothing in particular still goes on: by the relation of the row. */
function inReach(row: AccessRow, role: Role, { name, sameOrganisation, unit, team, participants }: Target): boolean {
  const letter = row.letters[role];
  if (!sameOrganisation) return false;
  const own = participants && role === "PARTICIPANT";
  if (name === "protected" && tellsWhere.has(row.operation) && !own) return false;
  switch (row.relation) {
    case "organisation":
    case "account":
    case "standings":
      return true;
    case "unit":
    case "project":
      return reaches(letter, { unit, team: false, own: false });
    case "colleague": // who has duties in every unit of this world
      return reaches(letter, { unit: true, team: false, own: false });
    case "named":
    case "note": // both belong to the maker
      return false;
    case "glass":
      return letter === "O";
    default:
      return reaches(letter, { unit, team, own });
  }
}

/** Every cell of the table, in the order of its lines. A row that names no record has one target. */
export function cellsOf(rows: readonly AccessRow[], { targets }: World): Cell[] {
  const [first] = targets;
  if (!first) throw new Error("a world without targets");
  return rows.flatMap((row): Cell[] => {
    const base = { row, expired: false, target: first };
    const nobody: Cell = { ...base, role: null, expected: row.open ? "goes on" : "401" };
    // R-ACC-02 asks papers of those who work, not of the person whose records they are
    const late = roles
      .filter((role) => role !== "PARTICIPANT")
      .map((role): Cell => {
        const goes = row.letters[role] !== "-" && row.allowedWhenExpired;
        return { ...base, role, expired: true, expected: goes ? "goes on" : "403" };
      });
    const about = aboutNothing.has(row.relation) || !aimed(row, first) ? [first] : targets;
    const cells = about.flatMap((target) =>
      roles.map((role): Cell => {
        const unaimed = about.length === 1;
        const expected = row.letters[role] === "-" ? "403" : unaimed || inReach(row, role, target) ? "goes on" : "404";
        return { ...base, role, target, expected };
      }),
    );
    return [nobody, ...late, ...cells];
  });
}

function aimed(row: AccessRow, target: Target): boolean {
  return !isDoor(row.operation) && inputOf(row.operation, row.variant, target.ids).aimed;
}

export type Ran = { cell: Cell; sent: Sent; answer: Answered; difference: string | null };

/** The same answer for a unit of colleagues and for none at all: it tells of no record. */
const unitNotMine = new Set(["person.unit_not_yours", "project.unknown_unit"]);
/** Records of one's own that reads in reach may miss; the code tells it from a record that is not there for the reader. */
const missingParts = new Set([
  "contract.no_signed_copy",
  "signature.document_not_found",
  "signature.no_file",
  "contract.annex_not_found",
  "contract.evaluation_not_found",
  "consent.no_file",
  "interview.no_scan",
  "assessment.no_whole_form", // who reads conclusions of this kind alone prints no whole form of it
  "assistance.not_found", // a plan is its team's; who knows the person from elsewhere changes none of others
  "print_run.not_found", // each print is its asker's
  "file.not_found", // removed by an earlier cell, whose rows came back and whose file did not
  "calendar-feed.not_found", // nobody but the maker has opened a calendar
  "device.not_found",
  "device.entry_not_found",
  "note_substitute.not_found", // nobody stands in for anybody in this world,
  "note_substitute.unknown_author", // and nobody has left notes to stand in for
]);
/** Doors ask for passwords, codes and links of their own: what counts is that the session's and the role's answer is none of these. */
const closedDoor = new Set(["session.needed", "access.denied", "access.not_authorised"]);

/** What a specialist assesses; the others write the social one (F-21, F-22, F-23). */
const ownAssessment: Readonly<Partial<Record<Role, string>>> = {
  PSYCHOLOGIST: "PSYCHOLOGICAL",
  VOCATIONAL_COUNSELLOR: "VOCATIONAL",
  ADDICTION_THERAPIST: "ADDICTION",
};

/** Sends one cell as its account and holds the answer against the table; `hidden`: words that must not be in an answer. */
export async function runCell(house: DrillHouse, world: World, cell: Cell): Promise<Ran> {
  const { row, role, expired, target } = cell;
  const account: Account = (expired ? world.expired : world.accounts)[role ?? "SOCIAL_WORKER"];
  const ids = {
    ...target.ids,
    ...(row.relation === "own" ? { accountSessionId: account.sessionId } : {}),
    ...(role && ownAssessment[role] ? { assessmentKind: ownAssessment[role] } : {}),
  };
  const sent = isDoor(row.operation)
    ? doorInput(row.operation, ids, account)
    : inputOf(row.operation, row.variant, ids);
  const organisation = row.operation === "session.close" && role ? await spareInTurn(house, account) : account.token;
  const answer = await house.send(role ? organisation : null, sent.method, sent.path, sent.body);
  return { cell, sent, answer, difference: differenceOf(cell, answer) ?? leakOf(world, cell, answer) };
}

let spareBefore: Promise<unknown> = Promise.resolve();

/** Cells run beside each other, and the owner's connection answers one question at a time. */
function spareInTurn(house: DrillHouse, account: Account): Promise<string> {
  const made = spareBefore.then(() => spare(house, account));
  spareBefore = made.catch(() => undefined);
  return made;
}

async function spare(house: DrillHouse, { id }: Account): Promise<string> {
  const { rows } = await house.owner.query<{ organisationId: string }>(
    `select organisation_id as "organisationId" from membership where account_id = $1`,
    [id],
  );
  return (await house.openSession(id, rows[0]?.organisationId ?? "")).token;
}

function differenceOf({ row, expected }: Cell, { status, code }: Answered): string | null {
  const got = `${status} ${code}`;
  if (status >= 500) return got;
  if (expected === "401") return status === 401 ? null : got;
  if (expected === "403") return status === 403 || (row.variant !== "" && status === 404) ? null : got;
  if (expected === "404") return status === 404 || unitNotMine.has(code) ? null : got;
  if (isDoor(row.operation)) return closedDoor.has(code) ? got : null;
  const refused = status === 400 || status === 401 || status === 403 || status === 404;
  return refused && !missingParts.has(code) ? got : null;
}

/** Names of persons that the reader's row does not reach, and the place of the hidden one, in what was answered. */
function leakOf(world: World, { row, role, expired }: Cell, { status, text }: Answered): string | null {
  if (status >= 300 || !role || expired) return null;
  if (text.includes(world.hiddenPlace)) return "tells the hidden place";
  for (const target of world.targets) {
    if (!text.includes(target.canary)) continue;
    if (!target.sameOrganisation) return `names ${target.canary} of another organisation`;
    if (row.relation === "list" && !inReach({ ...row, relation: "person" }, role, target))
      return `names ${target.canary}, who is out of reach`;
  }
  return null;
}
