import { type Figures } from "../src/app/testing/interleavings.ts";
import { scanHandOver } from "./offline/handOver.ts";
import { runTwoPhones } from "./offline/twoPhones.ts";
import type { Drill } from "./run.ts";

const seed = 20_261_122;

/**
 * The street without network. First two phones and the real server through random interleavings of acts, sends, losses,
 * repeats, reorderings, kills and jumps of the clock: everything that was called saved is in the end there once, in a conflict,
 * or waits for somebody, and counts are right. Then a phone that goes from hand to hand: its whole profile is searched for
 * planted names. `--runs N` (default 2,000; 0: the scan alone), `--seed N`. `--break` switches the encryption of the device
 * off: then the search must find them.
 */
export const offlineDrill: Drill = async ({ words, broken }) => {
  const number = (name: string, otherwise: number) =>
    words.includes(name) ? Number(words[words.indexOf(name) + 1]) : otherwise;
  const runs = broken ? 0 : number("--runs", 2000);
  let held = true;
  let phones: Partial<Figures> = {};
  if (runs > 0) {
    const began = performance.now();
    try {
      phones = await runTwoPhones(runs, number("--seed", seed));
    } catch (error) {
      held = false;
      console.log(error instanceof Error ? `${error.message}\n${String(error.cause)}` : error);
    }
    console.log(`${runs} runs in ${Math.round((performance.now() - began) / 1000)} s`);
  }
  const scanned = await scanHandOver(broken);
  for (const place of scanned.places) console.log(place);
  return {
    held: held && scanned.hits === 0 && scanned.scans > 0,
    figures: { ...phones, scans: scanned.scans, hits: scanned.hits },
  };
};
