import { sql } from "kysely";
import { z } from "zod";
import type { WorkContext } from "../../../platform/command.ts";
import { instantOf } from "../../../platform/db.ts";
import { unsealJson } from "../../../platform/keys/sealedJson.ts";
import type { SetKind } from "../../../platform/sync/setKind.ts";
import { addDays } from "../../../platform/time/plainDate.ts";
import { WorkReportView } from "../contract.ts";
import { listInfoCards } from "../infoCards.ts";
import { type HeldCards, type HeldReport, heldKinds } from "./held.ts";

const mostReports = 60;
const lookBackDays = 30;
const Typed = WorkReportView.shape.typed;
const { strain: Strain } = WorkReportView.shape;
const at = (text: string | null) => (text === null ? null : instantOf(text));

type ReportRow = Omit<HeldReport["typed"], "officeHours"> & {
  id: string;
  shiftId: string;
  officeHours: string | null;
  textSealed: Buffer | null;
  strainSealed: Buffer | null;
  stepId: string | null;
  step: Exclude<HeldReport["state"], "DRAFT"> | null;
  reasonSealed: Buffer | null;
};

/** One's own reports of the last month, with the step that each is at. */
async function ownReports(context: WorkContext, ids: readonly string[] | null): Promise<ReportRow[]> {
  const { organisationId, accountId } = context.actor;
  const { rows } =
    await sql<ReportRow>`select r.id, r.shift_id, r.actual_start, r.actual_end, r.weather, r.lowest_celsius, r.office_hours,
      r.asks_for_supervision, r.text_sealed, r.strain_sealed, t.id as step_id, t.step, t.reason_sealed
    from work_report r join outreach_shift s on s.organisation_id = r.organisation_id and s.id = r.shift_id
      left join lateral (select w.id, w.step, w.reason_sealed from work_report_step w where w.organisation_id = r.organisation_id
        and w.report_id = r.id order by w.taken_at desc, w.id desc limit 1) t on true
    where r.organisation_id = ${organisationId} and r.author_id = ${accountId} and s.started_at >= ${addDays(context.today, -lookBackDays)}::date
      and (${ids === null} or r.id = any (${[...(ids ?? [])]}::uuid[]))
    order by s.started_at desc, r.id limit ${mostReports}`.execute(context.tx);
  return rows;
}

function bodyOf(context: WorkContext, row: ReportRow): HeldReport {
  const words = unsealJson(context, "work-report.text", row.id, row.textSealed);
  const reason = row.step === "RETURNED" && row.stepId;
  return {
    id: row.id,
    shiftId: row.shiftId,
    state: row.step ?? "DRAFT",
    typed: {
      ...Typed.parse(words ?? {}),
      actualStart: at(row.actualStart),
      actualEnd: at(row.actualEnd),
      weather: row.weather,
      lowestCelsius: row.lowestCelsius,
      officeHours: row.officeHours === null ? null : Number(row.officeHours),
      asksForSupervision: row.asksForSupervision,
    },
    strain: Strain.parse(unsealJson(context, "work-report.strain", row.id, row.strainSealed)),
    returnedFor: reason
      ? z
          .string()
          .nullable()
          .parse(unsealJson(context, "work-report.text", reason, row.reasonSealed))
      : null,
  };
}

/** What the phones of the street hold of reports and information cards. A report names nobody that was met. */
export const streetWorkKinds: readonly SetKind[] = [
  {
    kind: heldKinds.report,
    v: 1,
    topics: ["street.report"],
    warnAt: mostReports + 1, // the rule itself keeps to the last ones
    most: mostReports,
    narrow: "set.street.reports",
    fields: ["hours", "weather", "institutions", "reflections", "equipment", "strain"],
    list: async (context) => (await ownReports(context, null)).map(({ id }) => ({ id, personId: null })),
    load: async (context, ids) =>
      (await ownReports(context, ids)).map((row) => ({ id: row.id, personId: null, body: bodyOf(context, row) })),
  },
  {
    kind: heldKinds.cards,
    v: 1,
    topics: ["info.card"],
    warnAt: 2,
    most: 2,
    narrow: "set.street.cards",
    fields: ["title", "body"],
    list: async ({ actor }) => [{ id: actor.organisationId, personId: null }],
    load: async (context) => {
      const body: HeldCards = { cards: await listInfoCards(context) };
      return [{ id: context.actor.organisationId, personId: null, body }];
    },
  },
];
