import { may } from "../../../platform/access.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { sectionAccess } from "../../person/access.ts";
import { relationOf } from "../store.ts";
import type { CandidateCard, CandidateView } from "./contract.ts";

/**
 * Who reads the degree of disability of candidates: whoever of the unit opens that section of a file. Everybody else who works with
 * candidates is told whether the condition holds. Source: docs/domain/rules.md R-ACC, column "Health"
 */
export const mayReadDisability = (context: WorkContext, recruitment: { unitId: string }): boolean =>
  may(context.actor, sectionAccess.DISABILITY.read, { team: relationOf(context, recruitment).unit });

/** The edited card; who was not shown the degree leaves it as it is by saying nothing of it. */
export const withUnseen = (card: CandidateCard, before: CandidateCard | null, mayRead: boolean): CandidateCard =>
  mayRead || card.disability !== null ? card : { ...card, disability: before?.disability ?? null };

type Telling = Pick<CandidateView, "card" | "results" | "evidence">;

/** What is told of a candidate to one who does not read the degree: passed or not, by which kind of paper. */
export function withoutDegree({ card, results, evidence }: Telling): Telling {
  return {
    card: card && { ...card, disability: null },
    results: results.map((one) => (one.field === "DISABILITY" ? { ...one, value: null, evidence: null } : one)),
    evidence: evidence.map((one) => (one.fact === "disability" ? { ...one, words: "" } : one)),
  };
}
