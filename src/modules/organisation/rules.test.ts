import { expect, test } from "vitest";
import { plainDate } from "../../platform/time/plainDate.ts";
import { flagsOf, lastDayOf, refusePassword, refuseRoles, refuseSharedName } from "./rules.ts";

test.each([
  ["spokojna noc nad rzeką", null],
  ["krótkie hasło", "password.too_short_alone"],
  ["Password12345678901", "password.common"],
  ["H@slo!!!!!!!2024", "password.common"],
  ["qwertyuiopqwertyuiop", "password.common"],
  ["123456789012345", "password.common"],
  ["aaaaaaaaaaaaaaaa", "password.common"],
  ["abcabcabcabcabcabc", "password.common"],
  ["KochamCie1234567", "password.common"],
  ["Warszawa2026!!!!", "password.common"],
  ["jadwiga.malinowska", "password.like_login"],
  ["żółw idzie po kawę", null],
])("alone, the password %s is answered with %s", (password, answer) => {
  expect(refusePassword(password, { login: "jadwiga.malinowska@ops.pl", secondFactor: false })).toBe(answer);
});

test.each([
  ["zielony9", null],
  ["zielon9", "password.too_short"],
  ["Haslo123!", "password.common"],
  ["qwertyui", "password.common"],
  ["malinowska1", "password.like_login"],
])("with a second factor, the password %s is answered with %s", (password, answer) => {
  expect(refusePassword(password, { login: "jadwiga.malinowska@ops.pl", secondFactor: true })).toBe(answer);
});

test.each([
  ["Anna Kowalska", null],
  ["dr Ewelina Nowak", null],
  ["Jan Maria Rokita-Śliwa", null],
  ["Олена Ткаченко", null],
  ["Anna", "account.not_one_person"],
  ["Anna K.", "account.not_one_person"],
  ["Recepcja Noclegowni", "account.not_one_person"],
  ["Dyżurka 2", "account.not_one_person"],
  ["Zespół uliczny", "account.not_one_person"],
  ["Wolontariusze Agenda", "account.not_one_person"],
  ["Konto wspólne", "account.not_one_person"],
  ["Anna Kowalska, biuro", "account.not_one_person"],
])("an account named %s is answered with %s (C24)", (name, answer) => {
  expect(refuseSharedName(name)).toBe(answer);
});

test("nobody changes their own rights, and an administrator makes no system operator", () => {
  expect(refuseRoles("a", "a", ["ORGANISATION_ADMIN"], ["ORGANISATION_ADMIN", "PSYCHOLOGIST"])).toBe(
    "account.own_rights",
  );
  expect(refuseRoles("a", "b", ["LAWYER"], ["LAWYER", "SYSTEM_OPERATOR"])).toBe("account.operator_role");
  expect(refuseRoles("a", "b", ["SYSTEM_OPERATOR"], ["SYSTEM_OPERATOR", "LAWYER"])).toBeNull();
  expect(refuseRoles("a", null, [], ["PARTICIPANT"])).toBe("account.participant_role");
  expect(refuseRoles("a", "b", ["LAWYER"], ["PSYCHOLOGIST"])).toBeNull();
});

const day = plainDate;
const paper = (kind: "AUTHORISATION" | "PLEDGE", from: string, until: string | null, withdrawn = false) => ({
  kind,
  validFrom: day(from),
  validUntil: until === null ? null : day(until),
  withdrawn,
});

test.each([
  ["2026-11-21", undefined],
  ["2026-11-22", "2026-12-31"],
  ["2026-12-31", "2026-12-31"],
  ["2027-01-01", undefined],
])("a paper holds on both its days and not beside them: %s", (today, last) => {
  expect(lastDayOf([paper("PLEDGE", "2026-11-22", "2026-12-31")], "PLEDGE", day(today))).toBe(last);
});

test("flags: what is missing, what ends within 30 days, who was not seen", () => {
  const facts = {
    roles: ["DPO"] as const,
    validFrom: day("2026-01-01"),
    validUntil: day("2026-12-22"),
    ended: false,
    held: false,
    secondFactor: false,
    lastSeenOn: day("2026-10-22"),
    authorisations: [paper("AUTHORISATION", "2026-01-01", "2026-12-23"), paper("PLEDGE", "2026-01-01", null, true)],
  };
  const options = { warningDays: 30, idleDays: 30, secondFactorRoles: ["DPO"] };
  expect(flagsOf(facts, day("2026-11-22"), options)).toEqual([
    "PLEDGE_MISSING",
    "APPOINTMENT_ENDING",
    "SECOND_FACTOR_MISSING",
    "IDLE",
  ]);
  expect(flagsOf(facts, day("2026-11-23"), options)).toContain("AUTHORISATION_ENDING");
  expect(flagsOf(facts, day("2026-12-23"), options)).toEqual(["ENDED"]);
});
