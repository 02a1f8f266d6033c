import { type CommandContext, type Done, defineCommand } from "../../platform/command.ts";
import { oneAtATime } from "../../platform/oneAtATime.ts";
import { onConstraint, refuseIf } from "../../platform/problem.ts";
import { staffAccess } from "./access.ts";
import { ConfirmLed, LeaveOutLed } from "./contract.ts";
import { loggedOn } from "./dayOfVolunteer.ts";
import { ledOf, proposalsFor } from "./led.ts";
import { refuseHours, refuseLed } from "./rules.ts";
import { agreementsOf, requireVolunteer } from "./store.ts";

onConstraint("volunteer_hours_of_led_once", "refused", "volunteer.led_settled");
onConstraint("volunteer_led_left_out_once", "refused", "volunteer.led_settled");

const said = { source: "F-63" };

/**
 * Puts on a volunteer's card what registers say the volunteer led, as it was seen: all of it or nothing.
 * @throws Problem not_found | refused as `refuseLed` and `refuseHours` say
 */
async function confirm(context: CommandContext, { volunteerId, hours }: ConfirmLed): Promise<Done> {
  const { tx, actor, today } = context;
  await requireVolunteer(context, staffAccess["volunteer-hours.confirm"], volunteerId);
  await oneAtATime(tx, "volunteer", volunteerId);
  const agreements = await agreementsOf(context, { volunteerId });
  const led = await ledOf(context, volunteerId);
  const waiting = await proposalsFor(context, { volunteerId, led }, agreements);
  const logged = await loggedOn(
    context,
    volunteerId,
    waiting.map(({ day }) => day),
  );
  const rows = hours.map(({ hoursId, source, sourceId, minutes }) => {
    const found = waiting.find((each) => each.source === source && each.sourceId === sourceId);
    refuseIf([refuseLed(found, minutes)], said);
    const agreement = agreements.find(({ id }) => id === found?.agreementId);
    if (!found || !agreement) throw new Error("a proposal passed without its agreement");
    const { day, task } = found;
    const loggedThatDay = logged.get(day) ?? 0;
    refuseIf([refuseHours(agreement, { day, minutes, loggedThatDay }, today)], said);
    logged.set(day, loggedThatDay + minutes);
    const { organisationId, accountId: recordedBy } = actor;
    return { organisationId, id: hoursId, agreementId: agreement.id, day, minutes, task, source, sourceId, recordedBy };
  });
  await tx.insertInto("volunteerHours").values(rows).execute();
  return {
    ids: { volunteer: volunteerId },
    about: { type: "volunteer", id: volunteerId },
    detail: { minutes: rows.reduce((total, { minutes }) => total + minutes, 0), entries: rows.length },
  };
}

/** Leaves out what stands on the card by hand, or was not for it. @throws Problem not_found | refused `volunteer.led_settled` */
async function leaveOut(context: CommandContext, { volunteerId, source, sourceId }: LeaveOutLed): Promise<Done> {
  const { tx, actor } = context;
  await requireVolunteer(context, staffAccess["volunteer-hours.leave-out"], volunteerId);
  await oneAtATime(tx, "volunteer", volunteerId);
  const led = await ledOf(context, volunteerId);
  const waiting = await proposalsFor(context, { volunteerId, led }, []);
  const isWaiting = waiting.some((each) => each.source === source && each.sourceId === sourceId);
  refuseIf([isWaiting ? null : "volunteer.led_settled"], said);
  await tx
    .insertInto("volunteerLedLeftOut")
    .values({ organisationId: actor.organisationId, volunteerId, source, sourceId, recordedBy: actor.accountId })
    .execute();
  return { ids: { volunteer: volunteerId }, about: { type: "volunteer", id: volunteerId } };
}

export const ledCommands = [
  defineCommand({
    type: "volunteer-hours.confirm",
    v: 1,
    summary: "Puts on a volunteer's card hours that registers say the volunteer led",
    payload: ConfirmLed,
    verb: staffAccess["volunteer-hours.confirm"],
    run: confirm,
  }),
  defineCommand({
    type: "volunteer-hours.leave-out",
    v: 1,
    summary: "Leaves out of a volunteer's card something that the volunteer led",
    payload: LeaveOutLed,
    verb: staffAccess["volunteer-hours.leave-out"],
    run: leaveOut,
  }),
];
