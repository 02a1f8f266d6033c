import { freeze } from "../../src/platform/documents/freeze.ts";
import type { DrillHouse } from "./house.ts";
import type { Ids } from "./inputs.ts";

/** The class programme of a month long ago that waits for the manager. */
export const classNames = "classProgrammeId";

/** What each operation of theirs is given, beside the smallest payload. */
export const classInputs: Readonly<Record<string, (ids: Ids) => Record<string, unknown>>> = {
  "class-programme.prepare": (ids) => ({ unitId: ids.unitId, month: "2026-12", seenHash: "ab".repeat(32) }),
  "class-programme.approve": (ids) => ({ programmeId: ids.classProgrammeId, seenHash: "ab".repeat(32), reasons: [] }),
  "class-programme.return": (ids) => ({ programmeId: ids.classProgrammeId }),
  "class-programme.print": (ids) => ({ programmeId: ids.classProgrammeId }),
  "class-programme.print-people": (ids) => ({ programmeId: ids.classProgrammeId }),
  "class-programme.read": (ids) => ({ unitId: ids.unitId, month: "2026-12" }),
  "class-programme.read-people": (ids) => ({ unitId: ids.unitId, month: "2026-12" }),
};

/** Another month for each target. */
export async function makeClassProgramme(
  house: DrillHouse,
  of: { organisationId: string; unitId: string; by: string; id: string },
): Promise<void> {
  const { organisationId, unitId, by, id } = of;
  const { rows } = await house.owner.query<{ month: string }>(
    "select to_char('2015-01-01'::date + count(*)::int * interval '1 month', 'YYYY-MM-DD') as month from class_programme",
  );
  const month = rows[0]?.month ?? "2015-01-01";
  const limits = { weekMin: 1800, weekMax: 2400, weekMaxDisability: 2100, dayMaxDisability: 420, unverified: true };
  const { content, contentHash } = freeze({ unitId, month: month.slice(0, 7), limits, classes: [], people: [] });
  await house.owner.query(
    `insert into class_programme (organisation_id, id, unit_id, month, no, classes, content_hash, sealed, prepared_by, prepared_on)
     values ($1, $2, $3, $4, 1, 1, $5, $6, $7, $4)`,
    [
      organisationId,
      id,
      unitId,
      month,
      contentHash,
      house.seal(organisationId, "class-programme.content", content, id),
      by,
    ],
  );
}
