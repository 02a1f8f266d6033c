import { expect, test } from "vitest";
import { programmeMessages } from "./messages.ts";
import { programmeFit } from "./rules.ts";
import { MODULE_CATALOGUE, PROGRAMME_TEMPLATES } from "./templates.ts";

const templateOf = (code: string) => {
  const template = PROGRAMME_TEMPLATES.find((each) => each.code === code);
  if (!template) throw new Error(code);
  return template;
};

test("the Radom template is 439 hours in 456 (R-PRG-01, R-PRG-02)", () => {
  const { modules, weeks, meetingsPerWeek, minutesPerMeeting } = templateOf("radom-kis");
  const cadence = {
    weeks: weeks ?? 0,
    meetingsPerWeek: meetingsPerWeek ?? 0,
    hoursPerMeeting: (minutesPerMeeting ?? 0) / 60,
  };
  const planned = modules.map(({ form, plannedHours }) => ({ form, plannedHours: plannedHours ?? 0 }));
  expect(programmeFit(planned, cadence)).toMatchObject({ plannedHours: 439, capacityHours: 456, slackHours: 17 });
});

test("Stella's template has twelve places and every form of the standard's service module (R-KIS-05); hours nobody said are not made up", () => {
  const { capacity, modules, weeks } = templateOf("stella-kis");
  expect([capacity, weeks]).toEqual([12, null]);
  expect(modules.map(({ code, form, plannedHours }) => [code, form, plannedHours])).toEqual([
    ["INDIVIDUAL_CONSULTATIONS", "INDIVIDUAL", null],
    ["SELF_HELP_GROUP", "GROUP", null],
    ["PSYCHOEDUCATION", "GROUP", null],
    ["LEISURE_INTEGRATION", "GROUP", null],
    ["SOCIAL_VOCATIONAL_EDUCATION", "GROUP", null],
    ["SKILLS_COURSES", "GROUP", null],
    ["EMPLOYMENT_FORMS", "GROUP", null],
    ["MOST_ACTIVE_GROUP", "GROUP", null],
  ]);
});

test("Legionowo's template is a workshop of eleven people with what stands beside it, without hours", () => {
  const { capacity, modules } = templateOf("legionowo-cis");
  expect(capacity).toBe(11);
  expect(modules.map(({ code }) => code)).toContain("WORKSHOP");
  expect(modules.every(({ plannedHours }) => plannedHours === null)).toBe(true);
});

test("every module of the catalogue stands there once and has its name, every template too", () => {
  const codes = MODULE_CATALOGUE.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(programmeMessages).toHaveProperty([`module.${code}`]);
  for (const { code } of PROGRAMME_TEMPLATES) expect(programmeMessages).toHaveProperty([`template.${code}`]);
  expect(MODULE_CATALOGUE.find(({ code }) => code === "ENGLISH_BASICS")?.optional).toBe(true);
});
