import type { Dexie } from "dexie";
import { isConnectionLost } from "./problem.ts";

type Door = (...args: never[]) => PromiseLike<unknown>;

/**
 * The same doors; one that meets a connection which the browser has taken away opens the store anew and goes through once more.
 * Each is one transaction that may be asked for twice, so that it does not matter how far the first time came.
 */
export function reopened<Doors extends Record<string, Door>>(db: Dexie, doors: Doors): Doors {
  let connection = 0;
  let opening: Promise<unknown> | undefined;
  const open = async (): Promise<void> => {
    db.close({ disableAutoOpen: false });
    await db.open();
    connection += 1;
  };
  const through = (door: Door): Door => {
    return async (...args) => {
      const by = connection;
      try {
        return await door(...args);
      } catch (error) {
        if (!isConnectionLost(error)) throw error;
        if (by === connection)
          opening ??= open().finally(() => {
            opening = undefined;
          });
        await opening;
        return door(...args);
      }
    };
  };
  return Object.fromEntries(Object.entries(doors).map(([name, door]) => [name, through(door)])) as Doors; // name by name
}
