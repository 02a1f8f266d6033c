/** The one source of time. The demo loader and tests move it; nothing else reads the machine's clock. */
export type Clock = { now(): Date };

const start = Date.now();
const startedAt = process.env.POWROT_NOW ? Date.parse(process.env.POWROT_NOW) : start;

/** Runs at the pace of the machine, from `POWROT_NOW` where that is set (demo and tests only). */
export const systemClock: Clock = { now: () => new Date(startedAt + (Date.now() - start)) };

/** A clock that stands still until it is moved. */
export function movableClock(instant: string): Clock & { set(instant: string): void } {
  let current = new Date(instant);
  return {
    now: () => current,
    set: (next) => {
      current = new Date(next);
    },
  };
}
