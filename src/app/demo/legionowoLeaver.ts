import { addDays, addMonths, startOfMonth } from "../../platform/time/plainDate.ts";
import { addFact, openCase, recordPerson } from "./acts.ts";
import { makeProgramme } from "./legionowo.ts";
import type { Stage } from "./loadDemo.ts";
import { demoPeople } from "./people.ts";

const unit = "legionowo-cis";

/** Somebody who took part for months, and whose list was approved before anybody knew that they had left. Answers whose programme it is. */
export async function legionowoLeaver(stage: Stage): Promise<string | undefined> {
  const at = 30;
  const person = demoPeople("legionowo", at + 1)[at];
  if (!person) return undefined;
  stage.at(-101, "09:00");
  const personId = await recordPerson(stage, "iwona", unit, person);
  await addFact(stage, "iwona", personId, "LABOUR", "UNEMPLOYED_REGISTERED", stage.day(-900));
  await openCase(stage, "iwona", unit, personId, stage.day(-101));
  const ipzsId = stage.id(`ipzs ${personId}`);
  await makeProgramme(stage, { at, personId, ipzsId, story: { trialFrom: -200 } });
  return ipzsId;
}

/** What they said late: the list of that month had paid them whole. */
export async function tellLeaving(stage: Stage, ipzsId: string, since: ReturnType<Stage["day"]>): Promise<void> {
  const leftOn = addDays(addMonths(startOfMonth(since), -2), 9);
  stage.atDay(addDays(since, -20), "10:00");
  await stage.do("iwona", "ipzs.resign", {
    ipzsId,
    statedOn: leftOn,
    endedOn: leftOn,
    words: "Wyjechał do pracy sezonowej i zadzwonił dopiero po miesiącu.",
  });
}
