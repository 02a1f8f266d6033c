import { beforeAll, expect, test } from "vitest";
import { uuidv7 } from "../platform/uuid.ts";
import { downloads, queries } from "./rooms.ts";
import { type PersonOfFixture, people, useTestHouse, world } from "./testing/house.ts";

const it = useTestHouse();
const personId = uuidv7();
type Asked = { name: PersonOfFixture; path: string };

beforeAll(async () => {
  const fields = { firstName: "Czytana", lastName: "Osoba" };
  const made = await it.command("anna", "person.record", { personId, unitId: world.office, fields });
  expect(made.status).toBe(200);
});

test("under load there are as many entries as reads, by who, what and how it ended, the refused ones too (C3)", async () => {
  await it.owner.query("delete from audit_entry");
  const readers = Object.keys(people) as PersonOfFixture[];
  const paths = ["", "/timeline", "/cases", "/contacts", "/consents", "/plans", "/contracts", "/households"];
  const asked = readers.flatMap((name) => paths.flatMap((path) => Array(4).fill({ name, path }) as Asked[]));
  const outcomes: Readonly<Record<number, string>> = { 200: "done", 403: "forbidden", 404: "not_found" };
  const answers: string[] = [];
  const reader = async () => {
    for (let next = asked.pop(); next; next = asked.pop()) {
      const { status } = await it.get(next.name, `/people/${personId}${next.path}`);
      answers.push(`${it.accountOf(next.name)} ${outcomes[status] ?? status}`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, reader));
  const { rows } = await it.owner.query<{ line: string; n: number }>(
    "select actor_id || ' ' || outcome as line, count(*)::int as n from audit_entry group by 1 order by 1",
  );
  const told = [...Map.groupBy(answers, (line) => line)].map(([line, all]) => ({ line, n: all.length }));
  expect(rows).toEqual(told.toSorted((a, b) => (a.line < b.line ? -1 : 1)));
  // every one names the person, the request and the act
  const { rows: whole } = await it.owner.query(
    "select 1 from audit_entry where person_id is distinct from $1 or request_id is null or device is null or action is null",
    [personId],
  );
  expect(whole).toEqual([]);
});

/** Reads that leave no entry of their own, by the reason why not. */
const silent: Readonly<Record<string, readonly string[]>> = {
  "own account, own work, or no more than names and days of people in reach": [
    "session.list-mine",
    "device.list-mine",
    "device-entry.list-mine",
    "task.list-mine",
    "work-report.read-mine",
    "work-report.list-mine",
    "card-review.list-mine",
    "deadline.list-mine",
    "caseload.read",
    "duplicate.list",
    "gate.list",
    "placement.list",
    "coach-log.list",
    "centre-entry.list",
    "centre-places.list",
    "contract.list-mine",
    "plan.list",
    "absence.list-participants",
    "ipzs.list",
    "register.list-today",
    "attendance.read-hours",
    "group.read",
    "assessment.list-notes",
    "note-substitute.list",
    "consultant-duty.list",
    "counselling.read-my-day",
    "calendar-feed.read-mine",
    "slot.list",
    "waiting.list",
    "packet.list",
    "print-run.list-people",
    "print-run.list-mine",
    "print-run.read",
  ],
  "writes its entry itself: the print names its template, the search its term's hash once typing rests": [
    "plan.print",
    "plan.print-course",
    "centre-entry.print",
    "centre-entry.read",
    "club-stay.print",
    "club-stay.read",
    "criteria.check-person",
    "enrolment-check.read",
    "vocational-plan.print",
    "interpersonal-path.print",
    "ipzs.print",
    "ipzs.print-letter",
    "assessment.print",
    "assessment.print-form",
    "profile.print",
    "person.search",
  ],
  "asked while a new person is typed: writes its entry itself once it names somebody or a whole PESEL was asked for": [
    "person.find-duplicates",
  ],
  "about units, places, employers, projects, groups or partners": [
    "benefit.list-months",
    "benefit.list-advances",
    "calendar.read",
    "centre-month.list-centres",
    "class-programme.read",
    "class-leader.list",
    "class-feed.read",
    "class-room.list",
    "closure.list",
    "realisation.read",
    "closure.preview-days",
    "closure.preview-withdrawal",
    "session.read-choices",
    "forecast.read",
    "register-month.read",
    "timetable.read-group",
    "timetable.read-problem",
    "timetable.read-proposal",
    "recruitment.list",
    "recruitment.read",
    "recruitment.list-papers",
    "device.list",
    "phone-work.read",
    "device-entry.list",
    "authorisation.list-expiring",
    "parameter.list",
    "organisation.read-letterhead",
    "person.list-units",
    "colleague.list",
    "consent-text.list",
    "site.list",
    "stock.list",
    "site.list-visits",
    "site-photo.list",
    "info-card.list",
    "plan-template.list",
    "plan.list-implementers",
    "info-card.print",
    "card-draw.list",
    "street-training.list",
    "work-report.list",
    "route.list",
    "alone-permission.list",
    "place.list-free",
    "referral.list-due",
    "notification.list",
    "notification.list-mine",
    "notification.list-route",
    "notification.read-month",
    "shift-link.list",
    "report-door.read",
    "outreach.count",
    "employer.list",
    "employer.read",
    "declaration.list",
    "project.list",
    "project.read",
    "project-plan.read",
    "project-goals.read",
    "project-card.print",
    "criteria.read",
    "needs-statement.count-register",
    "needs-statement.list",
    "needs-statement.print",
    "needs-statement.read",
    "needs-statement.read-sent",
    "workshop.list",
    "volunteer.list",
    "volunteer.read-hours",
    "offer-visit.list-units",
    "offer-visit.read-month",
    "course.list",
    "standard.read",
    "active-group.list",
    "gathering.read-year",
    "gathering.list-leaders",
    "partnership.list",
    "partner.list",
    "share.list-received",
    "group.list",
    "session.list-of-group",
    "report.read-effectiveness",
    "report.list-sent",
    "report.read-sent",
  ],
};

test("a read without an entry stands here with its reason, and none of them opens one person's file (C3)", () => {
  const without = [...queries, ...downloads].filter(({ audited }) => !audited);
  expect(without.map(({ name }) => name).toSorted()).toEqual(Object.values(silent).flat().toSorted());
  expect(without.filter(({ path }) => path.includes(":personId"))).toEqual([]);
});
