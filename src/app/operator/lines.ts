import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

const byteOrderMark = /^\uFEFF/;

/** Lines of a stream one by one, of any ending, the mark that some tables begin with taken off; an empty line is a line. */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  let isFirst = true;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    yield isFirst ? line.replace(byteOrderMark, "") : line;
    isFirst = false;
  }
}

/** Whoever reads may stop early (`| head`): then there is nothing more to say, which is no failure. */
export function endWithReader(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
}
