import { z } from "zod";
import { defineDownload, type GivenFile, type WorkContext } from "../../../platform/command.ts";
import { type PdfRequest, renderPacket } from "../../../platform/documents/renderPdf.ts";
import { LANGS, type Lang, LOCALE, translate } from "../../../platform/messages.ts";
import { Problem } from "../../../platform/problem.ts";
import { renderSlip } from "../../counselling/public.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { recruitmentAccess } from "../access.ts";
import { candidatesOf, nameOf, requireCandidate, shownOf } from "../candidates/store.ts";
import { requireRecruitment } from "../store.ts";
import { interviewMessages } from "./messages.ts";
import { possibleActs } from "./rules.ts";
import { appointmentsOf, getAppointment } from "./store.ts";

const template = new URL("./invitation.typ", import.meta.url).href;

type Wish = { recruitmentId: string; candidateId?: string | undefined; lang: Lang; print: "normal" | "large" };

/**
 * A page for each candidate who is booked and whose hour has not come: when, where and how long. With whom is not told: a name or a
 * profession would say more than a letter should. @throws Problem not_found, also when nobody is booked
 */
async function printInvitations(context: WorkContext, { recruitmentId, candidateId, lang, print }: Wish) {
  const recruitment = await requireRecruitment(
    context,
    recruitmentAccess["candidate-interview.print-invitations"],
    recruitmentId,
  );
  const shown = shownOf((await candidatesOf(context, recruitment)).candidates).shown.filter(
    ({ id }) => candidateId === undefined || id === candidateId,
  );
  const appointments = await appointmentsOf(
    context,
    shown.map(({ id }) => id),
  );
  const coming = new Map(
    appointments.filter((one) => possibleActs(one).includes("PRINT")).map((one) => [one.candidateId, one]),
  );
  const head = await letterheadOf(context);
  const t = translate(interviewMessages, lang);
  const format = new Intl.DateTimeFormat(LOCALE[lang], { dateStyle: "full", timeZone: "UTC" });
  const number = new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: 2 });
  const pages = shown.flatMap((one): PdfRequest[] => {
    const found = coming.get(one.id);
    if (!found || one.card === null) return [];
    const data = {
      frame: { organisation: head.organisation, issuedOn: context.today, largePrint: print === "large" },
      facts: [
        [t("paper.to"), [nameOf(one), one.card.address].filter(Boolean).join("\n")],
        [t("paper.project"), recruitment.title],
        [t("paper.no"), String(one.no)],
      ],
      says: t("paper.says"),
      when: [
        [t("paper.day"), format.format(new Date(`${found.day}T00:00:00Z`))],
        [t("paper.time"), found.startsAt],
        [t("paper.place"), found.place],
        [t("paper.lasts"), t("paper.hours", { hours: number.format(found.minutes / 60) })],
      ],
      note: t("paper.note"),
    };
    return [{ template, data, title: t("paper.title"), lang, pictures: head.pictures }];
  });
  const [first, ...rest] = pages;
  if (!first) throw new Problem("not_found", "candidate-interview.not_found");
  const bytes = await renderPacket([first, ...rest]);
  return { bytes, mediaType: "application/pdf", name: `recruitment-interviews-${context.today}.pdf` };
}

/** Day, hour and place for the pocket, without a name. @throws Problem not_found `candidate-interview.not_found` */
async function printSlip(context: WorkContext, appointmentId: string, lang: Lang): Promise<GivenFile> {
  const found = await getAppointment(context, appointmentId);
  const verb = recruitmentAccess["candidate-interview.print-slip"];
  const { candidate } = await requireCandidate(context, verb, found.candidateId).catch((error: unknown) => {
    throw error instanceof Problem ? new Problem("not_found", "candidate-interview.not_found") : error;
  });
  if (!possibleActs(found).includes("PRINT")) throw new Problem("not_found", "candidate-interview.not_found");
  return { ...(await renderSlip(context, found, lang)), personId: candidate.personId ?? undefined };
}

export const interviewDownloads = [
  defineDownload({
    name: "candidate-interview.print-invitations",
    path: "/recruitments/:recruitmentId/interview-invitations",
    summary: "Invitations to initial interviews that are booked, a page for each candidate",
    input: z.strictObject({
      recruitmentId: z.uuid(),
      candidateId: z.uuid().optional(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(["normal", "large"]).default("normal"),
    }),
    verb: recruitmentAccess["candidate-interview.print-invitations"],
    audit: ({ recruitmentId }) => ({ objectType: "recruitment", objectId: recruitmentId }),
    run: printInvitations,
  }),
  defineDownload({
    name: "candidate-interview.print-slip",
    path: "/candidate-interviews/:appointmentId/slip",
    summary: "Day, hour and place of a booked interview on a slip of paper, without a name",
    input: z.strictObject({ appointmentId: z.uuid(), lang: z.enum(LANGS).default("pl") }),
    verb: recruitmentAccess["candidate-interview.print-slip"],
    audit: ({ appointmentId }, { personId }) => ({
      objectType: "interview_appointment",
      objectId: appointmentId,
      personId,
    }),
    run: (context, { appointmentId, lang }) => printSlip(context, appointmentId, lang),
  }),
];
