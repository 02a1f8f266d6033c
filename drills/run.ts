// `npm run drill -- NAME [--break]`: a guarantee put to the test. The last line has the figures; a loss or a leak exits non-zero.
import { accessDrill } from "./access.ts";
import { crashDrill } from "./crash.ts";
import { documentsDrill } from "./documents.ts";
import { fuzzDrill } from "./fuzz.ts";
import { offlineDrill } from "./offline.ts";
import { restoreDrill } from "./restore.ts";
import { sealedDrill } from "./sealed.ts";

/** Answers the figures of its last line and whether the guarantee held. */
export type Drill = (options: {
  words: readonly string[];
  broken: boolean;
}) => Promise<{ held: boolean; figures: Record<string, unknown> }>;

const drills: Readonly<Record<string, Drill>> = {
  access: accessDrill,
  crash: crashDrill,
  documents: documentsDrill,
  fuzz: fuzzDrill,
  offline: offlineDrill,
  restore: restoreDrill,
  sealed: sealedDrill,
};

const [name = "", ...words] = process.argv.slice(2);
const drill = drills[name];
if (!drill) {
  console.error(`npm run drill -- ${Object.keys(drills).join(" | ")} [--break]`);
  process.exit(2);
}
const { held, figures } = await drill({ words, broken: words.includes("--break") });
console.log(JSON.stringify({ drill: name, held, ...figures }));
process.exit(held ? 0 : 1);
