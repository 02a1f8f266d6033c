import { addMonths, type PlainDate } from "../../platform/time/plainDate.ts";
import type { FactKind, SectionName } from "./codes.ts";

/** Kinds of which one value holds on a day: the one that started last among those covering it. The others are lists. */
const single: ReadonlySet<string> = new Set<FactKind>([
  "HOUSING",
  "HOMELESSNESS",
  "LABOUR",
  "REGISTRATION",
  "CAPACITY",
  "CLIENT_OF_OPS",
]);

type Period = { validFrom: PlainDate; validUntil: PlainDate | null };

/**
 * The entries that hold on `day`; withdrawn ones never do. Of kinds with one value the later start holds, and of two with one
 * start the one that comes first in `facts` (newest first). Source: docs/domain/forms.md F-00
 */
export function factsOnDay<F extends Period & { kind: string; withdrawnAt: string | null }>(
  facts: readonly F[],
  day: PlainDate,
): F[] {
  const covering = facts.filter(
    (fact) => fact.withdrawnAt === null && fact.validFrom <= day && (fact.validUntil ?? day) >= day,
  );
  const latest = new Map<string, F>();
  for (const fact of covering) {
    const known = latest.get(fact.kind);
    if (!known || fact.validFrom > known.validFrom) latest.set(fact.kind, fact);
  }
  return covering.filter((fact) => !single.has(fact.kind) || latest.get(fact.kind) === fact);
}

/** What an entry of each kind may say beside its value. Source: docs/domain/forms.md F-00 */
export const factDetails = {
  HOUSING: ["statutory"],
  HOMELESSNESS: ["episodeNo", "causes", "precision"],
  LABOUR: [],
  PUP_REGISTRATION: ["office"],
  REGISTRATION: [],
  CAPACITY: ["ruling"],
  INCOME: ["amountGrosze"],
  CLIENT_OF_OPS: [],
  SAFETY_FLAG: ["reason"],
} as const satisfies Record<FactKind, readonly string[]>;

/** Names of details that the kind does not know. */
export function strangeDetails(kind: FactKind, detail: object): string[] {
  const known: readonly string[] = factDetails[kind];
  return Object.keys(detail).filter((name) => !known.includes(name));
}

const sectionOf: Readonly<Record<string, SectionName>> = {
  ADDICTION_ALCOHOL: "ADDICTION",
  ADDICTION_OTHER: "ADDICTION",
  HEALTH: "HEALTH",
  DISABILITY: "DISABILITY",
  RELEASE_FROM_PRISON: "COURT",
};

/** The section in whose protection a cause of homelessness stands, or null for an everyday one. Source: docs/domain/forms.md F-00 */
export function sectionOfCause(cause: string): SectionName | null {
  return sectionOf[cause] ?? null;
}

/**
 * The last day of a safety flag: as wanted, but not beyond `months` from its first. Source: docs/domain/rules.md R-OUT-11
 * @param wanted inclusive; null = the longest there is
 * @param months the parameter SAFETY_FLAG_EXPIRES on the first day
 */
export function safetyFlagEnd(from: PlainDate, wanted: PlainDate | null, months = 6): PlainDate {
  const longest = addMonths(from, months);
  return wanted !== null && wanted < longest ? wanted : longest;
}

/** An entry that has ended is history, and one that runs out is not drawn out: both are corrected, or entered anew. */
export function refuseEnd(
  until: PlainDate | null,
  wanted: PlainDate,
  today: PlainDate,
): "person.fact_already_ended" | null {
  return until !== null && (until < today || wanted > until) ? "person.fact_already_ended" : null;
}
