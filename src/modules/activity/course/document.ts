import { z } from "zod";
import { defineDownload, type GivenFile, type WorkContext } from "../../../platform/command.ts";
import { docxFile } from "../../../platform/documents/renderDocx.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { LANGS, type Lang, LOCALE, translate } from "../../../platform/messages.ts";
import { Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { areWhereaboutsHidden, getPersonName } from "../../person/public.ts";
import { activityAccess } from "../access.ts";
import { courseMessages } from "./messages.ts";
import { certificatesOf, participantsOf, requireCourse } from "./store.ts";

const prints = ["normal", "large", "edit"] as const;
const template = new URL("../documents/course-certificate.typ", import.meta.url).href;

/** @throws Problem not_found `course.not_found`, also where no certificate was given */
async function printCertificate(
  context: WorkContext,
  { participantId, lang, print }: { participantId: string; lang: Lang; print: (typeof prints)[number] },
): Promise<GivenFile> {
  const [participant] = await participantsOf(context, { participantId });
  if (!participant || (await areWhereaboutsHidden(context, participant.personId)))
    throw new Problem("not_found", "course.not_found");
  const course = await requireCourse(context, activityAccess["course.print-certificate"], participant.courseId);
  const [certificate, before] = (await certificatesOf(context, course.id)).filter(
    (one) => one.participantId === participantId,
  );
  if (!certificate) throw new Problem("not_found", "course.certificate_not_found");
  // one that was given before this was kept says what holds today
  const said = certificate.printed ?? {
    ...course,
    person: await getPersonName(context, participant.personId),
    examOn: participant.examPassed ? participant.examOn : null,
  };
  const t = translate(courseMessages, lang);
  const format = new Intl.DateTimeFormat(LOCALE[lang], { dateStyle: "long", timeZone: "UTC" });
  const day = (value: PlainDate) => format.format(new Date(`${value}T00:00:00Z`));
  const hours = (minutes: number) =>
    new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: 2 }).format(minutes / said.minutesPerHour);
  const { organisation, pictures } = await letterheadOf(context);
  const data = {
    frame: {
      organisation,
      number: certificate.number,
      version: certificate.no,
      issuedOn: certificate.issuedOn,
      largePrint: print === "large",
    },
    says: [t("paper.says", { person: said.person, course: said.name })],
    facts: [
      [t("kind"), t(`kind.${said.kind}`)],
      [t("provider"), said.provider],
      ...(said.edition ? [[t("edition"), said.edition]] : []),
      [t("period"), `${day(said.startsOn)} – ${day(said.endsOn)}`],
      [t("programmeHours"), hours(said.programmeMinutes)],
      [t("attended"), t("paper.attended", { hours: hours(certificate.minutes), of: hours(certificate.ofMinutes) })],
      ...(said.examOn ? [[t("exam"), t("paper.passed", { day: day(said.examOn) })]] : []),
      [t("qualification"), t(said.qualification ? "qualification.yes" : "qualification.no")],
      ...(before ? [[t("paper.replaces"), `${day(before.issuedOn)}. ${certificate.reason}`]] : []),
    ],
    working: t("paper.working"),
    parties: [{ role: t("paper.issuer"), name: "", behalf: organisation.name }],
  };
  const request = { template, data, title: t("certificate"), lang, pictures };
  const name = `course-certificate-${certificate.issuedOn}`;
  if (print === "edit") return { ...(await docxFile(request, name)), personId: participant.personId };
  const { bytes } = await renderPdf(request);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf`, personId: participant.personId };
}

export const courseDownloads = [
  defineDownload({
    name: "course.print-certificate",
    path: "/course-participants/:participantId/certificate",
    summary: "The certificate of a course as a PDF with a place for the signature, or as a file for editing",
    input: z.strictObject({
      participantId: z.uuid(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(prints).default("normal"),
    }),
    verb: activityAccess["course.print-certificate"],
    audit: ({ participantId }, { personId }) => ({
      objectType: "course-participant",
      objectId: participantId,
      personId: personId ?? null,
      section: "ATTENDANCE",
    }),
    run: printCertificate,
  }),
];
