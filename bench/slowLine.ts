import { connect, createServer, type Socket } from "node:net";
import { Transform } from "node:stream";
import { setTimeout } from "node:timers/promises";

/** A line between a browser and the server: as slow as told, and told how much went through. */
export type SlowLine = {
  port: number;
  /** Bytes towards the browser since the line was opened or `reset`. */
  received(): number;
  reset(): void;
  end(): Promise<void>;
};

/** How fast: bytes a second towards the browser, and the time there and back, ms. */
export type Pace = { bytesPerSecond: number; roundTripMs: number };

/**
 * Opens a line on `port` to the server on `to`. All connections share one pace towards the browser, as a phone's do; what
 * goes up is only late. Every protocol and every worker of the browser goes through it, unlike what developer tools slow down.
 */
export async function openSlowLine(port: number, to: number, pace: Pace): Promise<SlowLine> {
  let bytes = 0;
  let freeAt = 0; // when the line has sent all that it was given
  const open = new Set<Socket>();
  const server = createServer((browser) => {
    const house = connect(to, "127.0.0.1");
    for (const [socket, other] of [
      [browser, house],
      [house, browser],
    ] as const) {
      socket.setNoDelay(true);
      open.add(socket);
      socket.once("close", () => open.delete(socket));
      socket.on("error", () => other.destroy());
    }
    browser.once("close", () => house.destroy()); // a server that has said all may go first: its words are still on the way
    browser.pipe(late(() => 0)).pipe(house);
    house
      .pipe(
        late((length) => {
          bytes += length;
          freeAt = Math.max(freeAt, performance.now()) + (length / pace.bytesPerSecond) * 1000;
          return Math.max(0, freeAt - performance.now());
        }),
      )
      .pipe(browser);
  });
  await new Promise<void>((done) => server.listen(port, "localhost", done));
  return {
    port,
    received: () => bytes,
    reset: () => {
      bytes = 0;
    },
    end: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };

  /** Passes chunks on in order, each half a round trip and its own waiting later; several are on the way at once. */
  function late(waitMs: (length: number) => number): Transform {
    let last = Promise.resolve();
    return new Transform({
      transform(chunk: Buffer, _, done) {
        const due = setTimeout(waitMs(chunk.length) + pace.roundTripMs / 2);
        last = Promise.all([last, due]).then(() => void this.push(chunk));
        done();
      },
      async final(done) {
        await last;
        done();
      },
    });
  }
}
