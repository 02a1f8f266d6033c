import type { StatusTone } from "../../../platform/ui/Status.tsx";
import type { BenefitMonths } from "./contract.ts";
import type { ListState } from "./rules.ts";

export const stateTone: Readonly<Record<ListState, StatusTone>> = {
  OPEN: "due",
  PREPARED: "active",
  APPROVED: "confirmed",
  PAID: "confirmed",
};

type Wait =
  | "wait.registers"
  | "wait.prepare"
  | "wait.approve"
  | "wait.approveOther"
  | "wait.pay"
  | "wait.refund"
  | "wait.refundMoney"
  | "wait.returns"
  | "wait.advances"
  | "wait.debts";
export type WaitingMonth = { unitId: string; unitName: string; month: string | null; wait: Wait; count: number };

const compareMonths = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What each month waits for, oldest month first: one line for each step that somebody has to take; then what has no month: advances that nobody answered, and what no list recovers. */
export function waitingOf({ units, months }: BenefitMonths): WaitingMonth[] {
  const due = units.flatMap(({ id, name, dueMonth, registersLocked }): WaitingMonth[] => {
    if (dueMonth === null) return [];
    const waits: Wait[] = registersLocked ? ["wait.prepare"] : ["wait.registers", "wait.prepare"];
    return waits.map((wait) => ({ unitId: id, unitName: name, month: dueMonth, wait, count: 0 }));
  });
  const begun = months.flatMap((one): WaitingMonth[] => {
    const { unitId, unitName, month } = one;
    const waits: Wait[] = [];
    if (one.state === "PREPARED" && !one.registersLocked) waits.push("wait.registers");
    if (one.state === "PREPARED") waits.push(one.preparedByYou ? "wait.approveOther" : "wait.approve");
    if (one.state === "APPROVED") waits.push("wait.pay");
    if (one.openReturns > 0) waits.push("wait.returns");
    if (one.state === "PAID" && one.refundNumber === null && one.benefitGrosze + one.contributionsGrosze > 0)
      waits.push("wait.refund");
    if (one.refundNumber !== null && one.refundReceivedOn === null) waits.push("wait.refundMoney");
    return waits.map((wait) => ({ unitId, unitName, month, wait, count: one.openReturns }));
  });
  const beside = units.flatMap(({ id: unitId, name: unitName, openDebts, askedAdvances }): WaitingMonth[] => [
    ...(askedAdvances > 0
      ? [{ unitId, unitName, month: null, wait: "wait.advances", count: askedAdvances } as const]
      : []),
    ...(openDebts > 0 ? [{ unitId, unitName, month: null, wait: "wait.debts", count: openDebts } as const] : []),
  ]);
  return [...due, ...begun].toSorted((a, b) => compareMonths(a.month ?? "", b.month ?? "")).concat(beside);
}
