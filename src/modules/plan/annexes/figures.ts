import type { WorkContext } from "../../../platform/command.ts";
import { collectEvidence, type PlanEvidenceProvider } from "../evidence.ts";
import type { MeasureFigures } from "./contract.ts";
import { annexMessages } from "./messages.ts";
import { certificatesOf, isReached } from "./rules.ts";
import { readSteps, type StoredAnnex } from "./store.ts";

/**
 * What our own records say of the chosen measures since the annex was begun, each fact in the share of this reader: hours and
 * work from the rooms that keep them, certificates from the steps. The caller has checked the reach. Source: docs/domain/forms.md F-26
 */
export async function figuresOf(
  context: WorkContext,
  annex: StoredAnnex,
  providers: readonly PlanEvidenceProvider[],
): Promise<MeasureFigures> {
  const { personId, begunOn: from, measures, targets } = annex;
  const { hidden, evidence } = await collectEvidence(context, { personId, from, until: context.today }, providers);
  const certificates = certificatesOf(await readSteps(context, annex.id));
  const known = [
    ...evidence,
    ...(hidden
      ? []
      : [{ ...certificates, measure: "CERTIFICATES" as const, label: annexMessages["figure.CERTIFICATES"] }]),
  ];
  const figures = measures.flatMap((measure) =>
    known
      .filter((fact) => fact.measure === measure)
      .map(({ label, count, of }) => {
        const target = targets[measure] ?? null;
        return { measure, label, count, of, target, reached: isReached(measure, { count, of }, target) };
      }),
  );
  return { personId, from, until: context.today, hidden, figures };
}
