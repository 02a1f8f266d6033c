import type { Role } from "../../platform/access.ts";
import { addDays, type PlainDate } from "../../platform/time/plainDate.ts";
import { commonStems } from "./commonPasswords.ts";
import type { AccountFlag } from "./contract.ts";

export const longPassword = 15;
const shortPassword = 8;

export type PasswordRefusal =
  | "password.too_short"
  | "password.too_short_alone"
  | "password.common"
  | "password.like_login"
  | "password.breached";

const lookAlikes: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};
const rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "09876543210", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** Lower case, without accents. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ł", "l");
}

/** What is left when the usual decoration is taken off: `H@slo2024!!` is `haslo`. */
export function foldPassword(password: string): string {
  const bare = plain(password)
    .replace(/[^\p{L}]+$/u, "")
    .replace(/^[^\p{L}@$]+/u, "");
  return [...bare]
    .map((letter) => lookAlikes[letter] ?? letter)
    .join("")
    .replace(/[^\p{L}]/gu, "");
}

/** The shortest piece that makes the text when repeated: `abcabc` is `abc`. */
function piece(text: string): string {
  for (let size = 1; size <= text.length / 2; size++)
    if (text.length % size === 0 && text === text.slice(0, size).repeat(text.length / size)) return text.slice(0, size);
  return text;
}

function isRun(text: string): boolean {
  return text.length >= 3 && rows.some((row) => row.includes(text) || [...row].reverse().join("").includes(text));
}

/**
 * Why this cannot be a password, or null: at least 15 characters, or 8 where the account has a second factor; no pattern that
 * guessers try first; nothing but the login. Source: docs/threat-model.md C55
 */
export function refusePassword(
  password: string,
  { login, secondFactor }: { login: string; secondFactor: boolean },
): PasswordRefusal | null {
  const length = [...password.normalize("NFKC")].length;
  if (length < shortPassword) return secondFactor ? "password.too_short" : "password.too_short_alone";
  if (length < longPassword && !secondFactor) return "password.too_short_alone";
  const bare = plain(password);
  const unit = piece(bare.replace(/\s+/g, ""));
  const folded = foldPassword(password);
  const stem = piece(folded);
  if (unit.length <= 3 || isRun(unit) || new Set(bare).size < 5) return "password.common";
  if (commonStems.has(folded) || commonStems.has(stem) || isRun(stem)) return "password.common";
  if (/^[\d\W]+$/.test(bare)) return "password.common";
  const names = plain(login)
    .split(/[^\p{L}\d]+/u)
    .map(foldPassword)
    .filter((name) => name.length >= 3);
  const rest = names.reduce((left, name) => left.replaceAll(name, ""), folded);
  if (rest !== folded && rest.length < 3) return "password.like_login";
  return null;
}

const sharedWords =
  /^(biuro|recepcja|sekretariat|dyżur\p{L}*|zespół|zmiana|konto|wspóln\p{L}*|ogóln\p{L}*|noclegownia|schronisko|ogrzewalnia|ośrodek|administracja|admin\p{L}*|kadry|księgowość|wolontariusz\p{L}*|stażyst\p{L}*|praktykant\p{L}*|pracowni\p{L}*|streetworker\p{L}*|użytkownik|test\p{L}*|user|office|reception|desk|team|shift|staff|shared|guest|gość|volunteer\p{L}*|чергов\p{L}*|офіс|команда)$/u;

/**
 * Why an account of this name would not be one person's own, or null: a first and a last name are needed, and no word for a desk, a
 * team or a post stands among them. Source: docs/threat-model.md C24
 */
export function refuseSharedName(displayName: string): "account.not_one_person" | null {
  const words = displayName
    .toLocaleLowerCase("pl")
    .split(/[\s,]+/)
    .filter((word) => /^\p{L}[\p{L}.'’-]*$/u.test(word));
  const named = words.filter((word) => !word.endsWith(".") && word.length > 1);
  return named.length < 2 || words.some((word) => sharedWords.test(word)) ? "account.not_one_person" : null;
}

export type RolesRefusal = "account.own_rights" | "account.operator_role" | "account.participant_role";

/**
 * Why these roles cannot be given, or null. Nobody changes their own rights; SYSTEM_OPERATOR is given by the command line of
 * the host alone; a participant's account is made with the person's file. Source: docs/threat-model.md C29
 */
export function refuseRoles(
  actorId: string,
  accountId: string | null,
  before: readonly Role[],
  after: readonly Role[],
): RolesRefusal | null {
  if (accountId === actorId) return "account.own_rights";
  if (after.includes("SYSTEM_OPERATOR") && !before.includes("SYSTEM_OPERATOR")) return "account.operator_role";
  if (after.includes("PARTICIPANT") && !(before.includes("PARTICIPANT") && after.length === 1))
    return "account.participant_role";
  return null;
}

type Dated = {
  kind: "AUTHORISATION" | "PLEDGE";
  validFrom: PlainDate;
  validUntil: PlainDate | null;
  withdrawn: boolean;
};

/** The last day on which a paper of this kind holds, when one holds today; null: no end; undefined: none holds. */
export function lastDayOf(
  papers: readonly Dated[],
  kind: Dated["kind"],
  today: PlainDate,
): PlainDate | null | undefined {
  const holding = papers.filter(
    (paper) =>
      paper.kind === kind &&
      !paper.withdrawn &&
      paper.validFrom <= today &&
      (paper.validUntil === null || paper.validUntil >= today),
  );
  if (holding.length === 0) return undefined;
  let last = holding[0]?.validUntil ?? null;
  for (const { validUntil } of holding) {
    if (validUntil === null) return null;
    if (last !== null && validUntil > last) last = validUntil;
  }
  return last;
}

export type AccountFacts = {
  roles: readonly Role[];
  validFrom: PlainDate;
  validUntil: PlainDate | null;
  ended: boolean;
  held: boolean;
  secondFactor: boolean;
  lastSeenOn: PlainDate | null;
  authorisations: readonly Dated[];
};

/**
 * What an administrator and the data protection officer should see about an account, worst first; days are inclusive.
 * Source: docs/domain/rules.md R-ACC-02; docs/threat-model.md C22, C23
 */
export function flagsOf(
  facts: AccountFacts,
  today: PlainDate,
  {
    warningDays,
    idleDays,
    secondFactorRoles,
  }: { warningDays: number; idleDays: number; secondFactorRoles: readonly string[] },
): AccountFlag[] {
  if (facts.ended || (facts.validUntil !== null && facts.validUntil < today)) return ["ENDED"];
  const soon = addDays(today, warningDays);
  const flags: AccountFlag[] = [];
  if (facts.held) flags.push("HELD");
  const endsSoon = (last: PlainDate | null | undefined) => last !== null && last !== undefined && last <= soon;
  if (!facts.roles.every((role) => role === "PARTICIPANT"))
    for (const kind of ["AUTHORISATION", "PLEDGE"] as const) {
      const last = lastDayOf(facts.authorisations, kind, today);
      if (last === undefined) flags.push(`${kind}_MISSING`);
      else if (endsSoon(last)) flags.push(`${kind}_ENDING`);
    }
  if (endsSoon(facts.validUntil)) flags.push("APPOINTMENT_ENDING");
  if (!facts.secondFactor && facts.roles.some((role) => secondFactorRoles.includes(role)))
    flags.push("SECOND_FACTOR_MISSING");
  if ((facts.lastSeenOn ?? facts.validFrom) < addDays(today, -idleDays)) flags.push("IDLE");
  return flags;
}
