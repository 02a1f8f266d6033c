import { type ProgrammeModule, RADOM_CADENCE, RADOM_MODULES } from "./rules.ts";

/** A module to start from; `plannedHours` null: the source does not say, whoever plans does. */
export type TemplateModule = Omit<ProgrammeModule, "plannedHours"> & { plannedHours: number | null };

/** A programme to start from: its modules, its rhythm and the size of its group; what its source does not say is null, and nothing is made up for it. */
export type ProgrammeTemplate = {
  code: string;
  weeks: number | null;
  meetingsPerWeek: number | null;
  minutesPerMeeting: number | null;
  capacity: number;
  modules: readonly TemplateModule[];
};

const withoutHours = (code: string, form: ProgrammeModule["form"] = "GROUP"): TemplateModule => ({
  code,
  form,
  plannedHours: null,
  cadence: null,
});

const unsaid = { weeks: null, meetingsPerWeek: null, minutesPerMeeting: null };

export const PROGRAMME_TEMPLATES: readonly ProgrammeTemplate[] = [
  // Source: docs/domain/rules.md R-PRG (S4): the Radom club, 439 hours in 38 weeks, groups of 30 (R-REC-02).
  {
    code: "radom-kis",
    weeks: RADOM_CADENCE.weeks,
    meetingsPerWeek: RADOM_CADENCE.meetingsPerWeek,
    minutesPerMeeting: RADOM_CADENCE.hoursPerMeeting * 60,
    capacity: 30,
    modules: RADOM_MODULES,
  },
  // Source: docs/domain/rules.md R-KIS-05 (S3): the service module of the minimum standard, 12 women of one commune; it says no hours.
  {
    code: "stella-kis",
    ...unsaid,
    capacity: 12,
    modules: [
      withoutHours("INDIVIDUAL_CONSULTATIONS", "INDIVIDUAL"),
      withoutHours("SELF_HELP_GROUP"),
      withoutHours("PSYCHOEDUCATION"),
      withoutHours("LEISURE_INTEGRATION"),
      withoutHours("SOCIAL_VOCATIONAL_EDUCATION"),
      withoutHours("SKILLS_COURSES"),
      withoutHours("EMPLOYMENT_FORMS"),
      withoutHours("MOST_ACTIVE_GROUP"),
    ],
  },
  // Source: S2, "Nowe horyzonty", CIS Legionowo 2017: 11 people, a workshop with what stands beside it; it says no hours.
  {
    code: "legionowo-cis",
    ...unsaid,
    capacity: 11,
    modules: [
      withoutHours("WORKSHOP"),
      withoutHours("MOTIVATION"),
      withoutHours("INDIVIDUAL_CONSULTATIONS", "INDIVIDUAL"),
      withoutHours("SOCIAL_ECONOMY"),
      withoutHours("SKILLS_COURSES"),
    ],
  },
];

/** What can be added to any programme: the modules of all templates once each, lessons on request (R-PRG-03) and one's own. */
export const MODULE_CATALOGUE: readonly { code: string; form: ProgrammeModule["form"]; optional: boolean }[] = [
  ...new Map(
    PROGRAMME_TEMPLATES.flatMap(({ modules }) => modules).map(({ code, form }) => [
      code,
      { code, form, optional: false },
    ]),
  ).values(),
  { code: "ENGLISH_BASICS", form: "GROUP", optional: true },
  { code: "OWN", form: "GROUP", optional: false },
];
