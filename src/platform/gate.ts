import { Problem } from "./problem.ts";

/** Lets work of one key through, so many at once; the rest waits in the key's own line. */
export type Gate = { pass<T>(key: string, work: () => Promise<T>): Promise<T> };

type Line = { inside: number; waiting: (() => void)[] };

/**
 * A gate that keeps one organisation from taking every connection of the house.
 * @param atOnce work of one key that runs at the same time
 * @param line how much more of it may wait
 * @param waitMs how long each waits at most
 * @throws Problem (from `pass`) unavailable `server.busy` when the line is full or the wait too long
 */
export function openGate({ atOnce, line, waitMs }: { atOnce: number; line: number; waitMs: number }): Gate {
  const lines = new Map<string, Line>();
  const enter = (key: string): Promise<void> | undefined => {
    const here = lines.get(key) ?? { inside: 0, waiting: [] };
    lines.set(key, here);
    if (here.inside < atOnce) {
      here.inside += 1;
      return undefined;
    }
    if (here.waiting.length >= line) throw new Problem("unavailable", "server.busy");
    return new Promise((done, fail) => {
      const admit = () => {
        clearTimeout(timer);
        done(); // the place of whoever left is taken over: `inside` stays
      };
      const timer = setTimeout(() => {
        here.waiting.splice(here.waiting.indexOf(admit), 1);
        fail(new Problem("unavailable", "server.busy"));
      }, waitMs);
      here.waiting.push(admit);
    });
  };
  const leave = (key: string) => {
    const here = lines.get(key);
    const next = here?.waiting.shift();
    if (next) return next();
    if (here && (here.inside -= 1) === 0) lines.delete(key);
  };
  return {
    pass: async (key, work) => {
      await enter(key);
      try {
        return await work();
      } finally {
        leave(key);
      }
    },
  };
}
