import type { PlainDate } from "../../platform/time/plainDate.ts";

/** Tasks about money of a centre that no list settles; their sources are the request for an advance and the programme that ended. */
export const advanceTasks = "benefit-advance";
export const debtTasks = "benefit-debt";

type MoneyTask = {
  kind: string;
  source: { type: typeof advanceTasks | typeof debtTasks; id: string };
  detail: Record<string, string>;
  dueOn: PlainDate | null;
};

/** The task of what a leaver owes: to agree on how it comes back, or the instalment that is next. It names nobody. */
export const taskOfDebt = ({
  ipzsId,
  unitId,
  due,
}: {
  ipzsId: string;
  unitId: string;
  due: PlainDate | null;
}): MoneyTask => {
  const source = { type: debtTasks, id: ipzsId } as const;
  return due === null
    ? { kind: "benefit.debt-open", source, detail: { unitId }, dueOn: null }
    : { kind: "benefit.instalment-due", source, detail: { unitId, due }, dueOn: due };
};

/** The task of a request that the starosta has not answered, for the manager who asked. It names nobody. */
export const taskOfAdvance = ({ id, unitId, month }: { id: string; unitId: string; month: string }): MoneyTask => ({
  kind: "benefit.advance-asked",
  source: { type: advanceTasks, id },
  detail: { unitId, month: month.slice(0, 7) },
  dueOn: null,
});
