import { createHash } from "node:crypto";
import type { Role } from "../../platform/access.ts";
import { totpOf } from "./totpOf.ts";

/** The same id for the same name on every machine. */
export function demoId(name: string): string {
  const hex = createHash("sha256").update(`powrot demo|${name}`).digest("hex");
  return `0190d0c0-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`;
}

export const demoPassword = "Powrot-demo-2026";

export type DemoOrganisation = {
  code: string;
  name: string;
  kind: string;
  address: string;
  units: readonly { code: string; name: string; kind: string }[];
};

const secondFactorRoles: readonly Role[] = [
  "DPO",
  "ORGANISATION_ADMIN",
  "SYSTEM_OPERATOR",
  "SOCIAL_WORK_MANAGER",
  "CIS_MANAGER",
];

export { secondFactorRoles };

/** Places are real, people and houses are invented. Partner services work with accounts of the organisation whose team answers them. Agenda and its OPS share a partnership; Radom, Stella and Legionowo share nothing. */
export const organisations: readonly DemoOrganisation[] = [
  {
    code: "radom",
    name: "Miejski Ośrodek Pomocy Społecznej w Radomiu",
    kind: "OPS",
    address: "ul. Przykładowa 1, 26-600 Radom",
    units: [
      { code: "radom-ulica", name: "Zespół streetworkerów", kind: "OUTREACH_TEAM" },
      { code: "radom-rejon", name: "Rejon pracy socjalnej nr 3", kind: "SOCIAL_WORK" },
      { code: "radom-kis", name: "Klub Integracji Społecznej", kind: "KIS" },
      { code: "radom-sok", name: "Straż Ochrony Kolei – posterunek Radom", kind: "RAILWAY_GUARD" },
    ],
  },
  {
    code: "stella",
    name: "Stowarzyszenie Wspierania Aktywności Społecznej „Stella”",
    kind: "NGO",
    address: "Żmudź 14, 22-114 Żmudź",
    units: [
      { code: "stella-kis", name: "KIS Stella", kind: "KIS" },
      { code: "stella-gops", name: "GOPS w Żmudzi – praca socjalna", kind: "SOCIAL_WORK" },
    ],
  },
  {
    code: "legionowo",
    name: "Powiatowe Centrum Integracji Społecznej w Legionowie",
    kind: "CIS",
    address: "ul. Warsztatowa 5, 05-120 Legionowo",
    units: [{ code: "legionowo-cis", name: "Warsztaty CIS", kind: "CIS" }],
  },
  {
    code: "agenda",
    name: "Fundacja Agenda – Centrum Reintegracji Społecznej i Zawodowej",
    kind: "NGO",
    address: "ul. Mostowa 8, 00-260 Warszawa",
    units: [
      { code: "agenda-ulica", name: "Streetworkerzy Agendy", kind: "OUTREACH_TEAM" },
      { code: "agenda-dom", name: "Noclegownia i schronisko „Przystań”", kind: "SHELTER" },
      { code: "agenda-centrum", name: "Centrum Reintegracji", kind: "REINTEGRATION_CENTRE" },
      { code: "agenda-cis", name: "Centrum Integracji Społecznej „Mostowa”", kind: "CIS" },
      { code: "agenda-straz", name: "Straż Miejska – Oddział Śródmieście", kind: "CITY_GUARD" },
    ],
  },
  {
    code: "ops-agenda",
    name: "Ośrodek Pomocy Społecznej Śródmieście Północ",
    kind: "OPS",
    address: "ul. Cicha 3, 00-350 Warszawa",
    units: [{ code: "ops-agenda-rejon", name: "Zespół do spraw bezdomności", kind: "SOCIAL_WORK" }],
  },
];

/** Whose own account it is, by the name of their record. */
export const ownRecords: Readonly<Record<string, string>> = {
  wojciech: "radom-ulica street 0",
  miroslaw: "person legionowo-16",
};

export type DemoAccount = {
  login: string;
  name: string;
  jobTitle: string;
  role: Role;
  organisation: string;
  units: readonly string[];
};

const radom = (login: string, name: string, jobTitle: string, role: Role, ...units: string[]): DemoAccount => ({
  login,
  name,
  jobTitle,
  role,
  organisation: "radom",
  units,
});
const agenda = (login: string, name: string, jobTitle: string, role: Role, ...units: string[]): DemoAccount => ({
  login,
  name,
  jobTitle,
  role,
  organisation: "agenda",
  units,
});

export const accounts: readonly DemoAccount[] = [
  radom("marta", "Marta Wiśniewska-Brzęczyszczykiewicz", "streetworkerka", "OUTREACH_WORKER", "radom-ulica"),
  radom("piotr", "Piotr Zając", "streetworker", "OUTREACH_WORKER", "radom-ulica"),
  radom("joanna", "Joanna Mazur", "koordynatorka streetworkingu", "OUTREACH_COORDINATOR", "radom-ulica"),
  radom("anna", "Anna Kowalczyk", "pracownica socjalna", "SOCIAL_WORKER", "radom-rejon", "radom-ulica", "radom-kis"),
  radom("henryk", "Henryk Dąb", "kierownik działu pracy socjalnej", "SOCIAL_WORK_MANAGER", "radom-rejon"),
  radom("ewa", "Ewa Łęcka", "psycholożka", "PSYCHOLOGIST", "radom-rejon"),
  radom("robert", "Robert Sęk", "doradca zawodowy", "VOCATIONAL_COUNSELLOR", "radom-rejon"),
  radom("teresa", "Teresa Górna", "terapeutka uzależnień", "ADDICTION_THERAPIST", "radom-rejon"),
  radom("leszek", "Leszek Prawny", "radca prawny, konsultant", "LAWYER", "radom-kis"),
  radom("beata", "Beata Wójtowicz", "koordynatorka KIS", "KIS_COORDINATOR", "radom-kis"),
  radom("grazyna", "Grażyna Opałka", "opiekunka grupy", "GROUP_LEADER", "radom-kis"),
  radom("zdzislaw", "Zdzisław Ciesielski", "instruktor", "WORKSHOP_INSTRUCTOR", "radom-kis"),
  radom("sylwia", "Sylwia Rutkowska", "trenerka pracy", "JOB_COACH", "radom-kis"),
  radom("marek", "Marek Borowy", "koordynator projektu", "PROJECT_COORDINATOR", "radom-kis"),
  radom("krystyna", "Krystyna Liczba", "księgowa", "ACCOUNTANT", "radom-kis"),
  radom("barbara", "Barbara Cicha", "superwizorka", "SUPERVISOR", "radom-rejon", "radom-ulica"),
  radom("tomasz", "Tomasz Iodowski", "inspektor ochrony danych", "DPO", "radom-rejon"),
  radom("adam", "Adam Nowicki", "administrator", "ORGANISATION_ADMIN", "radom-rejon"),
  radom("olga", "Olga Systemowa", "operatorka systemu", "SYSTEM_OPERATOR"),
  radom("nowak", "dr Ewelina Nowak", "badaczka", "RESEARCHER"),
  radom("wojciech", "Wojciech Ż.", "uczestnik", "PARTICIPANT"),
  {
    login: "artur",
    name: "Artur Barczak",
    jobTitle: "koordynator KIS Stella",
    role: "KIS_COORDINATOR",
    organisation: "stella",
    units: ["stella-kis"],
  },
  {
    login: "maria",
    name: "Maria Gminna",
    jobTitle: "pracownica socjalna GOPS",
    role: "SOCIAL_WORKER",
    organisation: "stella",
    units: ["stella-kis", "stella-gops"],
  },
  {
    login: "zofia",
    name: "Zofia Żmudzka",
    jobTitle: "pracownica socjalna",
    role: "REINTEGRATION_SOCIAL_WORKER",
    organisation: "stella",
    units: ["stella-kis"],
  },
  {
    login: "halina",
    name: "Halina Księżna",
    jobTitle: "koordynatorka projektu",
    role: "PROJECT_COORDINATOR",
    organisation: "stella",
    units: ["stella-kis"],
  },
  {
    login: "hanna",
    name: "Hanna Legion",
    jobTitle: "kierowniczka CIS",
    role: "CIS_MANAGER",
    organisation: "legionowo",
    units: ["legionowo-cis"],
  },
  {
    login: "iwona",
    name: "Iwona Stróż",
    jobTitle: "pracownica socjalna CIS",
    role: "REINTEGRATION_SOCIAL_WORKER",
    organisation: "legionowo",
    units: ["legionowo-cis"],
  },
  {
    login: "kazimierz",
    name: "Kazimierz Hebel",
    jobTitle: "instruktor warsztatu",
    role: "WORKSHOP_INSTRUCTOR",
    organisation: "legionowo",
    units: ["legionowo-cis"],
  },
  {
    login: "renata",
    name: "Renata Doradzka",
    jobTitle: "doradczyni zawodowa",
    role: "VOCATIONAL_COUNSELLOR",
    organisation: "legionowo",
    units: ["legionowo-cis"],
  },
  {
    login: "danuta",
    name: "Danuta Rachuba",
    jobTitle: "księgowa",
    role: "ACCOUNTANT",
    organisation: "legionowo",
    units: ["legionowo-cis"],
  },
  {
    login: "miroslaw",
    name: "Mirosław M.",
    jobTitle: "uczestnik",
    role: "PARTICIPANT",
    organisation: "legionowo",
    units: [],
  },
  agenda("kuba", "Kuba Ulicki", "streetworker", "OUTREACH_WORKER", "agenda-ulica"),
  agenda("olek", "Olek Pragowski", "streetworker", "OUTREACH_WORKER", "agenda-ulica"),
  agenda("natalia", "Natalia Dworcowa", "koordynatorka streetworkingu", "OUTREACH_COORDINATOR", "agenda-ulica"),
  agenda("janusz", "Janusz Nocny", "opiekun w noclegowni", "SHELTER_WORKER", "agenda-dom"),
  agenda(
    "magda",
    "Magda Przystańska",
    "pracownica socjalna schroniska",
    "REINTEGRATION_SOCIAL_WORKER",
    "agenda-dom",
    "agenda-centrum",
  ),
  agenda("pawel", "Paweł Druk", "instruktor warsztatu poligraficznego", "WORKSHOP_INSTRUCTOR", "agenda-centrum"),
  agenda("alicja", "Alicja Prowadząca", "koordynatorka projektu", "PROJECT_COORDINATOR", "agenda-centrum"),
  agenda("ludwika", "Ludwika Mostowa", "kierowniczka CIS", "CIS_MANAGER", "agenda-cis"),
  agenda("bartosz", "Bartosz Ster", "pracownik socjalny CIS", "REINTEGRATION_SOCIAL_WORKER", "agenda-cis"),
  agenda("iga", "Iga Adminowska", "administratorka", "ORGANISATION_ADMIN", "agenda-centrum"),
  {
    login: "dorota",
    name: "Dorota Śródmiejska",
    jobTitle: "pracownica socjalna",
    role: "SOCIAL_WORKER",
    organisation: "ops-agenda",
    units: ["ops-agenda-rejon"],
  },
  {
    login: "stefan",
    name: "Stefan Kierowski",
    jobTitle: "kierownik OPS",
    role: "SOCIAL_WORK_MANAGER",
    organisation: "ops-agenda",
    units: ["ops-agenda-rejon"],
  },
  agenda("lis", "st. insp. Lis", "dyżurny straży miejskiej", "PARTNER_REFERRER", "agenda-straz"),
  radom("rafal", "Rafał Peron", "dyżurny straży ochrony kolei", "PARTNER_REFERRER", "radom-sok"),
];

/** What `demo/accounts.json` says. */
export function accountsFile(): string {
  const lines = accounts.map(({ login, role, organisation }) => ({
    login,
    password: demoPassword,
    role,
    organisation,
    ...(secondFactorRoles.includes(role) ? { totpSecret: totpOf(login) } : {}),
  }));
  return `[\n${lines.map((line) => `  ${JSON.stringify(line)}`).join(",\n")}\n]\n`;
}
