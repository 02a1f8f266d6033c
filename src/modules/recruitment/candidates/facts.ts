import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { CandidateFacts, Evidence } from "../../project/criteria/contract.ts";
import type { CandidateCard } from "./contract.ts";

/** What proves one fact of a card, by the name of the fact; the last entry of each. */
export type EvidenceByFact = ReadonlyMap<string, Evidence>;

/** What a card says of one fact, to be compared with what it said when something proved it. */
export function saidOf(card: CandidateCard, fact: string): string {
  const { statements = {}, ...facts } = factsOfCard(card, new Map());
  const all: Readonly<Record<string, { value: unknown } | undefined>> = { ...statements, ...facts };
  return JSON.stringify(all[fact]?.value ?? null);
}

/**
 * What a card tells of the criteria, each value with what proves it. A value that is not on the card is not known; "never
 * registered" and "no client" are known to be nothing. Source: docs/domain/rules.md R-REC-01
 */
export function factsOfCard(card: CandidateCard, evidence: EvidenceByFact): CandidateFacts {
  const proven = <T>(name: string, value: T | null) => ({ value, evidence: evidence.get(name) ?? null });
  const { birthDate, registeredSince, notRegistered, clientSince, notClient } = card;
  const ranges: { from: PlainDate; to: PlainDate | null }[] | null = registeredSince
    ? [{ from: registeredSince, to: null }]
    : notRegistered
      ? []
      : null;
  return {
    born: proven("born", birthDate ? { from: birthDate, to: birthDate } : null),
    sex: proven("sex", card.sex),
    education: proven("education", card.education),
    registered: proven("registered", ranges),
    client: proven("client", clientSince || notClient ? { since: clientSince } : null),
    labour: proven("labour", card.labour),
    disability: proven("disability", card.disability),
    commune: proven("commune", card.commune),
    statements: Object.fromEntries(
      Object.entries(card.statements).map(([ruleId, answer]) => [ruleId, proven(ruleId, answer)]),
    ),
  };
}
