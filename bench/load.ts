import { Agent, request as send } from "node:http";

/** One request as a client sends it; `path` begins below the origin. */
export type Call = { method: "GET" | "POST"; path: string; token: string; body?: unknown };
export type Answered = { status: number; text: string };
export type Load = { requests: number; failed: number; firstFailure?: string; seconds: number; timesMs: number[] };

/** Sends one request on a kept connection and reads the whole answer. */
export function call(agent: Agent, port: number, { method, path, token, body }: Call): Promise<Answered> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    authorization: `Bearer ${token}`,
    "x-powrot": "1",
    ...(text === undefined ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(text) }),
  };
  return new Promise((done, fail) => {
    const sent = send({ agent, host: "127.0.0.1", port, method, path, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", fail);
      answer.on("end", () => done({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
    });
    sent.on("error", fail);
    sent.end(text);
  });
}

/** `connections` clients, each of which sends its next request when the last was answered, for `seconds`. */
export async function load(port: number, connections: number, seconds: number, next: () => Call): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const timesMs: number[] = [];
  let failed = 0;
  let firstFailure: string | undefined;
  const start = performance.now();
  const client = async () => {
    while (performance.now() - start < seconds * 1000) {
      const before = performance.now();
      const { status, text } = await call(agent, port, next());
      timesMs.push(performance.now() - before);
      if (status === 200) continue;
      failed += 1;
      firstFailure ??= `${status} ${text.slice(0, 300)}`;
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  agent.destroy();
  timesMs.sort((a, b) => a - b);
  return { requests: timesMs.length, failed, firstFailure, seconds: (performance.now() - start) / 1000, timesMs };
}

/** The time under which `part` (0-1) of sorted times lie. */
export function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
