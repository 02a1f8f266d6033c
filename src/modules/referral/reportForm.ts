import { now } from "../../platform/ui/clock.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import type { ReportSubject, ReportUrgency, Service } from "./codes.ts";
import type { Report, SendReport } from "./contract.ts";

/** What the form of a report holds; `when`: hours ago, as the choice says it. */
export type ReportValues = {
  notificationId: string;
  about: ReportSubject | "";
  area: string;
  placeText: string;
  geo: Report["geo"];
  when: "0" | "3" | "12" | "36" | "";
  people: number | undefined;
  says: string;
  urgency: ReportUrgency | "";
  called112: boolean;
  service: Exclude<Service, "RESIDENT"> | "";
};

export const emptyReport = (): ReportValues => ({
  notificationId: uuidv7(),
  about: "PERSON",
  area: "",
  placeText: "",
  geo: null,
  when: "0",
  people: undefined,
  says: "",
  urgency: "TODAY",
  called112: false,
  service: "",
});

const hours = { "0": 0, "3": 2, "12": 6, "36": 24 } as const;

export function reportOf(values: ReportValues): Report {
  const { area, geo, people, called112 } = values;
  return {
    about: values.about || "PERSON",
    area,
    geo,
    urgency: values.urgency || "TODAY",
    called112,
    placeText: values.placeText.trim() || null,
    says: values.says.trim() || null,
    people: people ?? null,
    seenAt: new Date(now().getTime() - hours[values.when || "0"] * 3_600_000).toISOString(),
  };
}

export const sendReportOf = (values: ReportValues): SendReport => ({
  ...reportOf(values),
  notificationId: values.notificationId,
  service: values.service || null,
});

/** What the form says before it asks the server; the same rules. */
export function checkReport(values: ReportValues): { path: keyof ReportValues; code: string }[] {
  return [
    ...(values.area ? [] : [{ path: "area" as const, code: "field.required" }]),
    ...(values.placeText.trim() || values.geo
      ? []
      : [{ path: "placeText" as const, code: "notification.place_missing" }]),
    ...(values.urgency === "EMERGENCY_112" && !values.called112
      ? [{ path: "called112" as const, code: "notification.call_112_first" }]
      : []),
  ];
}
