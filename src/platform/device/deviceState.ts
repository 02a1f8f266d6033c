import type { DeviceState, StorageState } from "./contract.ts";
import type { OutboxRow, UserRow } from "./store.ts";

type OfUser = { row: UserRow; outbox: readonly OutboxRow[] };
type Now = {
  status: "open" | "resting" | "locked";
  /** Whose store is open or rests. */
  key: string | undefined;
  storage: StorageState | null;
  trouble: string | null;
  pulling: number | null;
  nowMs: number;
};

/** What screens are told: of the user who has the device open, or of all whose stores lie here. */
export function stateOf(all: readonly OfUser[], { status, key, storage, trouble, pulling, nowMs }: Now): DeviceState {
  const own = all.find(({ row }) => row.key === key);
  const outbox = own?.outbox ?? (key ? [] : all.flatMap((one) => one.outbox));
  const users = all
    .filter(({ row }) => row.wraps)
    .map(({ row, outbox: of }) => ({ key: row.key, label: row.label, way: row.way, waiting: waitingOf(of) }));
  return {
    status: status === "locked" && users.length === 0 ? "none" : status,
    users,
    deviceId: key ?? null,
    waiting: waitingOf(outbox),
    unsent: waitingOf(all.flatMap((one) => one.outbox)),
    needsYou: outbox.filter(isAside).length,
    sentAt: own ? sentAtOf(own.row) : null,
    pulledAt: own?.row.pulledAt ?? null,
    leaseUntil: own?.row.lease ? instantOf(own.row.lease.untilMs, own.row) : null,
    clockOffsetMs: own ? clockOffset(own.row, nowMs) : null,
    storage,
    trouble,
    pulling,
    measures: own?.row.measures ?? [],
  };
}

/** Said once the server's clock is known: until then this device's own may be any. */
const sentAtOf = (row: UserRow): string | null =>
  row.sentAt === null || row.offsetMs === null ? null : instantOf(Date.parse(row.sentAt), row);

const isAside = ({ state }: OutboxRow) => state === "refused" || state === "behind";
const waitingOf = (outbox: readonly OutboxRow[]) =>
  outbox.filter((row) => row.state === "waiting" || isAside(row)).length;

/**
 * What the clock of this device lacks to the server's, as last heard; of one that was set back since, at least what it lacks to
 * the last moment that it knew. null: never heard.
 */
function clockOffset({ offsetMs, lease }: UserRow, nowMs: number): number | null {
  const back = lease ? lease.latestMs - nowMs : 0;
  return back > 5 * 60_000 ? (offsetMs ?? 0) + back : offsetMs;
}

/** A moment of this device by the server's clock, as last heard. */
export const instantOf = (ms: number, { offsetMs }: UserRow): string => new Date(ms + (offsetMs ?? 0)).toISOString();
