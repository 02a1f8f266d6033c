import type { MonthNoteCode } from "./personMonth.ts";

/** Where somebody settles what a note says: the screen of the act. Every note has one. */
export function placeOf(
  code: MonthNoteCode,
  { ipzsId, month }: { ipzsId: string; month: string },
): { to: string; search?: Record<string, string> } {
  switch (code) {
    case "REGISTER_OPEN":
    case "MARK_MISSING":
      return { to: "/register" };
    case "SICK_WITHOUT_NOTE":
    case "EXCUSED_WITHOUT_DECISION":
      return { to: "/absences/new", search: { ipzs: ipzsId } };
    case "EXCUSE_WAITS":
      return { to: "/absences" };
    case "TRIAL_ENDS":
      return { to: `/ipzs/${ipzsId}/trial` };
    case "DAY_OFF_NOT_GRANTED":
    case "DAYS_OFF_NEAR":
    case "NOT_APPLIED":
    case "APPLIED_LATE":
    case "PROGRAMME_ENDS":
      return { to: `/ipzs/${ipzsId}` };
    case "NO_CLASSES":
    case "HOURS_TOO_LOW":
    case "HOURS_TOO_HIGH":
    case "DAY_TOO_LONG":
      return { to: "/groups" };
    case "LAW_UNVERIFIED":
    case "TOO_MANY_UNEXCUSED":
    case "UNEXCUSED_AT_MOST":
    case "SICK_LIMIT_NEAR":
    case "CAME_THOUGH_EXCUSED":
    case "SUSPENDED":
      return { to: `/month/${ipzsId}`, search: { month } };
  }
}
