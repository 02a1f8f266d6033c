import { openEngine } from "./engine.ts";
import { withoutMetadata } from "./picture.ts";
import { DeviceProblem, isDiskFull } from "./problem.ts";
import type { Answer, Call, Doors } from "./remote.ts";
import { secretOfPhrase } from "./secret.ts";
import { openStore } from "./store.ts";
import { sendByFetch } from "./wire.ts";
import type { TabWord } from "./world.ts";

// The data key, all cryptography and the store live here; the page sees what it asks for and nothing else.
const say = (answer: Answer) => self.postMessage(answer);

const tabs = new BroadcastChannel("powrot.device");

const engine = openEngine({
  store: openStore(),
  send: sendByFetch,
  now: () => Date.now(),
  random: Math.random,
  phraseSecret: secretOfPhrase,
  later: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  exclusive: async (work) => navigator.locks.request("powrot.sync", work),
  storage: async () => {
    const { usage = 0, quota = 0 } = await navigator.storage.estimate();
    return { persisted: await navigator.storage.persisted(), usedBytes: usage, quotaBytes: quota };
  },
  changed: (state) => say({ state }),
  held: (held) => say({ held }),
  tell: (word) => tabs.postMessage(word),
  askRest: () => say({ rest: true }),
});
tabs.onmessage = async ({ data }: MessageEvent<TabWord>) => (await engine).hear(data);

const doors: Promise<Doors> = engine.then((it) => ({
  ...it,
  keepPicture: async (id, picture) => it.keepPhoto(id, await withoutMetadata(picture)),
}));

self.onmessage = async ({ data: { call, name, args } }: MessageEvent<Call>) => {
  try {
    const door = (await doors)[name] as (...given: readonly unknown[]) => unknown; // the page's proxy has the types
    say({ call, value: await door(...args) });
  } catch (error) {
    if (error instanceof DeviceProblem) say({ call, error: { code: error.code, details: error.details } });
    else say({ call, error: { code: isDiskFull(error) ? "device.disk_full" : "device.failed", details: {} } });
  }
};
