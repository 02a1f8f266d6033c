import type { WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { AbsenceKind } from "./codes.ts";

/** What an absence changes in the benefit of one month; amounts in grosze. `month`: its first day. */
export type AbsenceEffect = { month: PlainDate; beforeGrosze: number; afterGrosze: number };

/** The room of the benefit reckons what an excuse would change, before it is accepted. Set by app. Source: docs/domain/forms.md F-41 */
export const absenceEffects: {
  of: (
    context: WorkContext,
    excuse: { ipzsId: string; excuseId: string | null; kind: AbsenceKind; from: PlainDate; to: PlainDate },
  ) => Promise<AbsenceEffect[]>;
} = { of: async () => [] };
