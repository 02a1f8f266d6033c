import { isDatabaseLoss } from "../platform/databaseLoss.ts";

/**
 * The loss of a connection that nobody waits for any more takes no house with it: whoever comes next opens another. Anything
 * else that nobody caught ends the process, as ever. What is printed names no data: the code and where it came from.
 */
export function surviveDatabaseLoss(): void {
  process.on("uncaughtException", (error, origin) => {
    if (!isDatabaseLoss(error)) {
      console.error(error);
      process.exit(1);
    }
    const places = error.stack?.split("\n").filter((line) => line.trimStart().startsWith("at ")) ?? [];
    console.error([`${origin}: the database is away (${error.code ?? "connection ended"})`, ...places].join("\n"));
  });
}
