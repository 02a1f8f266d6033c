import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { ContractView } from "./contract.ts";

type Told = Pick<ContractView, "id" | "steps" | "requests" | "signatures" | "evaluations"> & {
  annexes: readonly Pick<
    ContractView["annexes"][number],
    "id" | "annexNo" | "agreedOn" | "state" | "onDay" | "signatures"
  >[];
};
type Signature = ContractView["signatures"][number];
type Named = Pick<Signature, "signedAs" | "name"> & { method: NonNullable<Signature["method"]> };

/** One thing that happened to a contract; `annexNo` where it happened to an annex. */
export type HistoryEntry = { id: string; day: PlainDate; annexNo: number | null } & (
  | { kind: "STEP"; state: ContractView["state"]; byName: string | null }
  | ({ kind: "SIGNATURE"; hasFile: boolean } & Named)
  | { kind: "ASKED"; centre: string | null }
  | { kind: "EVALUATED" }
  | { kind: "ANNEX"; state: ContractView["annexes"][number]["state"] }
);

/** What is known of a contract in the order of its days, latest first; of one day the later kind of act stands first. */
export function historyOf(contract: Told): HistoryEntry[] {
  const entries: HistoryEntry[] = [
    ...contract.requests.map(({ id, askedOn, centre }) => ({
      kind: "ASKED" as const,
      id,
      day: askedOn,
      annexNo: null,
      centre,
    })),
    ...signed(contract.signatures, contract.id, null),
    ...contract.steps.map(({ toState, onDay, byName }, at) => ({
      kind: "STEP" as const,
      id: `step ${at}`,
      day: onDay,
      annexNo: null,
      state: toState,
      byName,
    })),
    ...contract.evaluations.map(({ id, heldOn }) => ({ kind: "EVALUATED" as const, id, day: heldOn, annexNo: null })),
    ...contract.annexes.flatMap(({ id, annexNo, agreedOn, state, onDay, signatures }) => [
      { kind: "ANNEX" as const, id: `${id} prepared`, day: agreedOn, annexNo, state: "WAITING" as const },
      ...signed(signatures, id, annexNo),
      ...(onDay ? [{ kind: "ANNEX" as const, id: `${id} ${state}`, day: onDay, annexNo, state }] : []),
    ]),
  ];
  const closing = (entry: HistoryEntry) =>
    entry.kind === "STEP" && (entry.state === "COMPLETED" || entry.state === "TERMINATED") ? 1 : 0;
  return entries.toSorted((a, b) => (a.day === b.day ? closing(a) - closing(b) : a.day < b.day ? -1 : 1)).toReversed();
}

function signed(places: readonly Signature[], of: string, annexNo: number | null): HistoryEntry[] {
  return places.flatMap(({ signedAs, name, signedOn, method, hasFile }) =>
    signedOn && method
      ? [
          {
            kind: "SIGNATURE" as const,
            id: `${of} ${signedAs}`,
            day: signedOn,
            annexNo,
            signedAs,
            name,
            method,
            hasFile,
          },
        ]
      : [],
  );
}
