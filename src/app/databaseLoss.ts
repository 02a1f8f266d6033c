/** Codes by which PostgreSQL or the network says that a connection is over, or that there is nobody to connect to. */
const lost = /^(08...|57P0[1-5]|3D000|55000|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

/** Whether an error says that the database is away, and nothing about us. */
export function isDatabaseLoss(error: unknown): error is Error & { code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string" && lost.test(error.code);
}

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
    console.error([`${origin}: the database is away (${error.code})`, ...places].join("\n"));
  });
}
