import type { GroupCard, RecordGroup } from "./contract.ts";

/** The whole card as it stands, for a command that replaces it. */
export function cardOf(group: GroupCard): Omit<RecordGroup, "leaderIds"> {
  const { id, projectId, name, groupNo, template, startsOn, weeks, meetingsPerWeek, minutesPerMeeting } = group;
  const { consultationsInside, capacity, modules, minutesPerHour } = group;
  return {
    groupId: id,
    projectId,
    name,
    groupNo,
    template,
    startsOn,
    weeks,
    meetingsPerWeek,
    minutesPerMeeting,
    consultationsInside,
    capacity,
    modules: modules.map(({ id: moduleId, code, name: own, form, plannedMinutes, cadence, provider, optional }) => ({
      moduleId,
      code,
      name: own,
      form,
      plannedHours: plannedMinutes / minutesPerHour,
      cadence,
      provider,
      optional,
    })),
  };
}
