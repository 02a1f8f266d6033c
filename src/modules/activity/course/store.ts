import { sql } from "kysely";
import { z } from "zod";
import { type Reach, type Role, requireReach } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { unsealJson } from "../../../platform/keys/sealedJson.ts";
import { unsealText } from "../../../platform/keys/sealedText.ts";
import { parameterOn } from "../../../platform/law.ts";
import { Problem } from "../../../platform/problem.ts";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { courseKinds } from "./codes.ts";
import type { CourseCard, CourseParticipant } from "./contract.ts";
import { courseRegisters } from "./registers.ts";
import { type Attended, lacksOfCourse, percentOf } from "./rules.ts";

export const purposes = {
  leaving: "course.leaving",
  certificate: "course.certificate-reason",
  printed: "course.certificate-printed",
} as const;

type Verb = Readonly<Partial<Record<Role, Reach>>>;

export type StoredCourse = Omit<CourseCard, "mayKeep" | "participants" | "hidden">;

/** A course of one of the actor's units. @throws Problem not_found `course.not_found` */
export async function requireCourse(context: WorkContext, verb: Verb, courseId: string): Promise<StoredCourse> {
  const { tx, actor } = context;
  const { rows } = await sql<
    Omit<StoredCourse, "thresholdOfProject" | "thresholdPercent"> & { threshold: number | null }
  >`select c.id, c.unit_id, u.name as unit_name, c.project_id, j.title as project_title, c.module_id, coalesce(j.minutes_per_hour, 60) as minutes_per_hour,
      g.name || ' · ' || coalesce(m.name, m.code) as module_name, c.programme_minutes, c.version, c.name, c.kind, c.provider, c.edition,
      c.starts_on, c.ends_on, c.with_exam, c.qualification, c.cost_grosze, j.completion_threshold_percent::float8 as threshold
    from course c join unit u on u.organisation_id = c.organisation_id and u.id = c.unit_id
      left join project j on j.organisation_id = c.organisation_id and j.id = c.project_id
      left join programme_module m on m.organisation_id = c.organisation_id and m.id = c.module_id
      left join class_group g on g.organisation_id = m.organisation_id and g.id = m.group_id
    where c.organisation_id = ${actor.organisationId} and c.id = ${courseId}`.execute(tx);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "course.not_found");
  requireReach(actor, verb, { unit: actor.unitIds.includes(row.unitId) }, "course.not_found");
  const { threshold, ...course } = row;
  const own = await parameterOn(tx, "COURSE_COMPLETION", course.endsOn);
  return { ...course, thresholdPercent: threshold ?? Number(own.value), thresholdOfProject: threshold !== null };
}

export type StoredParticipant = {
  id: string;
  courseId: string;
  personId: string;
  basis: CourseParticipant["basis"];
  lacksDocument: boolean;
  joinedOn: PlainDate;
  leftOn: PlainDate | null;
  leftSealed: Buffer | null;
  results: number;
  attendedMinutes: number | null;
  examOn: PlainDate | null;
  examPassed: boolean | null;
};

/** Participants of a course, or one of them, with the result that counts; the caller has checked the reach. */
export async function participantsOf(
  { tx, actor }: WorkContext,
  which: { courseId: string } | { participantId: string },
): Promise<StoredParticipant[]> {
  const wanted = "courseId" in which ? sql`p.course_id = ${which.courseId}` : sql`p.id = ${which.participantId}`;
  const { rows } =
    await sql<StoredParticipant>`select p.id, p.course_id, p.person_id, p.basis, p.lacks_document, p.joined_on, l.left_on, l.sealed as left_sealed,
      coalesce(r.no, 0) as results, r.attended_minutes, r.exam_on, r.exam_passed
    from course_participant p
      left join course_leaving l on l.organisation_id = p.organisation_id and l.participant_id = p.id and l.withdrawn_at is null
      left join lateral (select x.no, x.attended_minutes, x.exam_on, x.exam_passed from course_result x
        where x.organisation_id = p.organisation_id and x.participant_id = p.id order by x.no desc limit 1) r on true
    where p.organisation_id = ${actor.organisationId} and p.withdrawn_at is null and ${wanted} order by p.joined_on, p.id ${atMost}`.execute(
      tx,
    );
  return rows;
}

/** How much each of some participants attended: as entered, else from the registers of the module. */
export async function attendedBy(
  context: WorkContext,
  course: StoredCourse,
  participants: readonly StoredParticipant[],
): Promise<ReadonlyMap<string, Attended & { fromRegisters: boolean }>> {
  const asked = course.moduleId ? participants.filter(({ attendedMinutes }) => attendedMinutes === null) : [];
  const told =
    course.moduleId && asked.length > 0
      ? await courseRegisters.minutesOf(context, {
          moduleId: course.moduleId,
          personIds: asked.map(({ personId }) => personId),
          from: course.startsOn,
          until: course.endsOn,
        })
      : new Map<string, Attended>();
  return new Map(
    participants.flatMap(({ id, personId, attendedMinutes }): [string, Attended & { fromRegisters: boolean }][] => {
      if (attendedMinutes !== null)
        return [[id, { minutes: attendedMinutes, ofMinutes: course.programmeMinutes, fromRegisters: false }]];
      const found = told.get(personId);
      return found && found.ofMinutes > 0 ? [[id, { ...found, fromRegisters: true }]] : [];
    }),
  );
}

/** What a certificate says of the course and the person, as it was on the day of issue. */
export const Printed = z.strictObject({
  person: z.string(),
  name: z.string(),
  kind: z.enum(courseKinds),
  provider: z.string(),
  edition: z.string(),
  startsOn: PlainDate,
  endsOn: PlainDate,
  programmeMinutes: z.int(),
  minutesPerHour: z.int(),
  qualification: z.boolean(),
  examOn: PlainDate.nullable(),
});
export type Printed = z.infer<typeof Printed>;

export type StoredCertificate = CourseParticipant["certificates"][number] &
  Attended & { participantId: string; printed: Printed | null };

/** Certificates of a course's participants, the newest version first. */
export async function certificatesOf(context: WorkContext, courseId: string): Promise<StoredCertificate[]> {
  const { rows } = await sql<
    Omit<StoredCertificate, "reason" | "printed"> & {
      id: string;
      reasonSealed: Buffer | null;
      printedSealed: Buffer | null;
    }
  >`select c.id, c.participant_id, c.no, c.number, c.issued_on, c.attended_minutes as minutes, c.of_minutes, c.reason_sealed, c.printed_sealed, m.display_name as by
    from course_certificate c join course_participant p on p.organisation_id = c.organisation_id and p.id = c.participant_id
      join membership m on m.organisation_id = c.organisation_id and m.account_id = c.issued_by
    where c.organisation_id = ${context.actor.organisationId} and p.course_id = ${courseId} order by c.no desc, c.id ${atMost}`.execute(
    context.tx,
  );
  return rows.map(({ id, reasonSealed, printedSealed, ...row }) => ({
    ...row,
    printed: printedSealed ? Printed.parse(unsealJson(context, purposes.printed, id, printedSealed)) : null,
    reason: reasonSealed ? unsealText(context, purposes.certificate, id, reasonSealed) : "",
  }));
}

/** A participant as the card shows one, but for the name. */
export function shownParticipant(
  context: WorkContext,
  course: StoredCourse,
  { id, personId, basis, lacksDocument, joinedOn, ...known }: StoredParticipant,
  attended: (Attended & { fromRegisters: boolean }) | undefined,
  reasons: boolean,
): Omit<CourseParticipant, "personName" | "receipts" | "certificates"> {
  return {
    id,
    personId,
    basis,
    lacksDocument: reasons ? lacksDocument : null,
    joinedOn,
    leaving:
      known.leftOn === null
        ? null
        : {
            leftOn: known.leftOn,
            reason: reasons && known.leftSealed ? unsealText(context, purposes.leaving, id, known.leftSealed) : "",
          },
    attended: attended ? { ...attended, percent: percentOf(attended) } : null,
    exam: known.examOn === null ? null : { on: known.examOn, passed: known.examPassed === true },
    lacks: lacksOfCourse(course, { ...known, attended: attended ?? null }, context.today),
  };
}
