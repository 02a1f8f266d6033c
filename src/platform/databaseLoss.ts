/** Codes by which PostgreSQL says that a connection is over or cannot be had now. */
const lost = /^(08...|57P0[1-5]|3D000|55000|53300)$/;
/** Codes of the network, which speak of the mail server as well: what counts is whose connection it was. */
const network = new Set<unknown>(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", undefined]);
const driver = /[\\/]node_modules[\\/]pg(-pool|-protocol)?[\\/]/;

/** Whether the driver of the database raised it: it marks its errors with its own place, on which they fall due. */
function isOfDriver({ stack = "" }: Error): boolean {
  return driver.test(stack.split("\n").find((line) => line.trimStart().startsWith("at ")) ?? "");
}

/** Whether an error says that the database is away, and nothing about us. The driver has no code for a connection that just ended. */
export function isDatabaseLoss(error: unknown): error is Error & { code?: string } {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  if (typeof code === "string" && lost.test(code)) return true;
  return network.has(code) && isOfDriver(error);
}
