import { sql } from "kysely";
import { z } from "zod";
import { type CommandContext, type Done, defineCommand, defineQuery } from "../../platform/command.ts";
import { instantOf, type Tx } from "../../platform/db.ts";
import { oneAtATime } from "../../platform/oneAtATime.ts";
import { Problem } from "../../platform/problem.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { deviceAccess } from "./access.ts";
import { ChangePhoneWork, PhoneWork } from "./contract.ts";

/** Whether this organisation works on phones, who said so and when; at first it does, by nobody's word. */
async function readPhoneWork(tx: Tx, organisationId: string): Promise<PhoneWork> {
  const { rows } = await sql<PhoneWork>`select w.allowed, w.set_at, m.display_name as set_by from phone_work w
    join membership m on m.organisation_id = w.organisation_id and m.account_id = w.set_by
    where w.organisation_id = ${organisationId} order by w.set_at desc, w.id desc limit 1`.execute(tx);
  const [row] = rows;
  return row ? { ...row, setAt: row.setAt && instantOf(row.setAt) } : { allowed: true, setBy: null, setAt: null };
}

/** An enrolment and a change of the switch come one after the other. */
const lockSwitch = (tx: Tx, organisationId: string) => oneAtATime(tx, "phone work", organisationId);

/** Lets an enrolment go on. @throws Problem refused `device.work_off` */
export async function requirePhoneWork(tx: Tx, organisationId: string): Promise<void> {
  await lockSwitch(tx, organisationId);
  if (!(await readPhoneWork(tx, organisationId)).allowed) throw new Problem("refused", "device.work_off");
}

/**
 * Switches work on phones off or on; to what it is already changes nothing. Off ends every device: each is told at its next
 * contact, and what it has not sent waits for a person. On gives none of them back: each is made anew.
 */
async function changePhoneWork({ tx, actor }: CommandContext, { allowed }: ChangePhoneWork): Promise<Done> {
  const { organisationId, accountId } = actor;
  await lockSwitch(tx, organisationId);
  const about = { type: "organisation", id: organisationId };
  if ((await readPhoneWork(tx, organisationId)).allowed === allowed) return { ids: {}, about, detail: { allowed } };
  const id = uuidv7();
  await tx.insertInto("phoneWork").values({ organisationId, id, allowed, setBy: accountId }).execute();
  if (allowed) return { ids: { phoneWork: id }, about, detail: { allowed } };
  const { numAffectedRows: ended } =
    await sql`insert into device_revocation (organisation_id, device_id, reason, revoked_by)
      select d.organisation_id, d.id, 'WORK_OFF', ${accountId} from device d where d.organisation_id = ${organisationId}
      on conflict do nothing`.execute(tx);
  return { ids: { phoneWork: id }, about, detail: { allowed, devices: Number(ended ?? 0) } };
}

export const phoneWorkCommand = defineCommand({
  type: "phone-work.change",
  v: 1,
  summary: "Switches work on phones off or on for the organisation; off ends every device",
  payload: ChangePhoneWork,
  verb: deviceAccess["phone-work.change"],
  run: changePhoneWork,
});

export const phoneWorkQuery = defineQuery({
  name: "phone-work.read",
  method: "GET",
  path: "/phone-work",
  summary: "Whether the organisation works on phones, who said so and when",
  input: z.strictObject({}),
  answer: PhoneWork,
  verb: deviceAccess["phone-work.read"],
  audit: null,
  run: ({ tx, actor }) => readPhoneWork(tx, actor.organisationId),
});
