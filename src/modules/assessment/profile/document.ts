import { z } from "zod";
import { type Relation } from "../../../platform/access.ts";
import { defineDownload, type WorkContext } from "../../../platform/command.ts";
import { docxFile } from "../../../platform/documents/renderDocx.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { readStoredFile } from "../../../platform/files/fileRoutes.ts";
import { LANGS, type Lang, translate } from "../../../platform/messages.ts";
import { asMissing, Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { requirePerson } from "../../casework/public.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { capacityOn, getPersonName } from "../../person/public.ts";
import { profileAccess } from "./access.ts";
import type { ProfileEntry, ProfileView, WorkStay } from "./contract.ts";
import { profileDocumentMessages } from "./documentMessages.ts";
import { entryText, periodText } from "./entryText.ts";
import { profileMessages } from "./messages.ts";
import { viewOf, workOf } from "./queries.ts";
import { entriesOf, periodOf } from "./rules.ts";
import { getProfile, openTo, type StoredProfile, sectionOf, sensitivitiesOf } from "./stored.ts";
import { drawnAt, lanes, lineRows, scaleOf } from "./timeline.ts";

const template = new URL("./documents/profile.typ", import.meta.url).href;

/** As it is signed, the same in large print, and as a file for editing. */
const prints = ["normal", "large", "edit"] as const;
type Wish = { profileId: string; lang: Lang; print: (typeof prints)[number]; words: "full" | "plain" };

/** The profile on paper as this reader sees it, with the place for the person's answer (R-CAP-05). The caller has asked for the reach. */
export async function profilePaper(
  context: WorkContext,
  profile: StoredProfile,
  relation: Relation,
  { lang, print, words }: Omit<Wish, "profileId">,
) {
  const view = await viewOf(context, profile, await openTo(context, "read", relation, profile.personId));
  const work = await workOf(context, profile.personId, relation);
  const { organisation, pictures } = await letterheadOf(context);
  const name = await getPersonName(context, profile.personId);
  const { blocks } = await capacityOn(context, profile.personId, context.today);
  const d = translate(profileDocumentMessages, lang);
  const isPlain = words === "plain";
  const said = (key: "facts" | "acceptance" | "acceptance.text" | "working") => d(isPlain ? `plain.${key}` : key);
  const t = translate(profileMessages, lang);
  const data = {
    frame: { organisation, issuedOn: view.madeOn, version: view.version, largePrint: print === "large" },
    plain: isPlain,
    lead: isPlain ? d("plain.lead") : "",
    words: {
      facts: said("facts"),
      line: isPlain ? d("plain.line") : t("line.title"),
      when: t("line.when"),
      lane: t("line.lane"),
      what: t("line.what"),
      unknown: t("when.unknown"),
      acceptance: said("acceptance"),
      working: said("working"),
    },
    facts: [
      [d("person"), name],
      [d("writtenBy"), view.madeBy],
    ],
    ...linesOf(view, work, lang),
    picture: isPlain ? null : pictureOf(view, work, context.today, lang),
    parts: partsOf(view, isPlain, lang),
    acceptance: said("acceptance.text"),
    parties: [
      ...blocks.map(({ who }) => ({
        role: d.maybe(`signature.${who}`) ?? d("signature.PERSON"),
        name: who === "PERSON" ? name : "",
      })),
      { role: d("signature.worker"), name: view.madeBy, behalf: organisation.name },
    ],
  };
  const title = isPlain ? d("plain.title") : t("title");
  const paper = { template, data, title, lang, pictures };
  return { paper, view };
}

async function printProfile(context: WorkContext, { profileId, ...wish }: Wish) {
  const verb = profileAccess["profile.read-whole"];
  const profile = await getProfile(context, profileId);
  const relation = await requirePerson(context, verb, profile.personId).catch(asMissing("profile.not_found"));
  const { paper, view } = await profilePaper(context, profile, relation, wish);
  await context.audit({
    action: "profile.print",
    outcome: "done",
    objectType: "experience_profile",
    objectId: profileId,
    personId: profile.personId,
    section: sectionOf(view.content.entries.map(({ sensitivity }) => sensitivity)),
    detail: { words: wish.words, version: view.version },
  });
  const fileName = `profil-${view.version}-${view.madeOn}`;
  if (wish.print === "edit") return docxFile(paper, fileName);
  const { bytes } = await renderPdf(paper);
  return { bytes, mediaType: "application/pdf", name: `${fileName}.pdf` };
}

function linesOf({ content, monthsHomeless: { least, most } }: ProfileView, work: readonly WorkStay[], lang: Lang) {
  const t = translate(profileMessages, lang);
  return {
    line: lineRows(content.entries, work)
      .filter(({ lane }) => lane !== "SUPPORT")
      .map(({ lane, from, to, entry, what }) => ({
        when: periodText(from, to, t("when.now")),
        lane: t(`lane.${lane}`),
        what: entry ? entryText(entry, t) : what,
      })),
    months:
      most === 0 ? "" : least === most ? t("months.exact", { count: most }) : t("months.between", { least, most }),
  };
}

/** The time line drawn in lanes, as parts of its width; what it shows is said in `told` and stands in the table below it. */
function pictureOf({ content }: ProfileView, work: readonly WorkStay[], today: PlainDate, lang: Lang) {
  const t = translate(profileMessages, lang);
  const rows = lineRows(content.entries, work);
  const scale = scaleOf(rows, today);
  if (!scale) return null;
  return {
    told: t("line.picture", { from: scale.firstYear, to: scale.lastYear, count: rows.length }),
    years: scale.years,
    lanes: lanes.flatMap((lane) => {
      const own = rows.filter((row) => row.lane === lane);
      const stretches = own
        .map((row) => drawnAt(row, scale, today))
        .map(({ start, end, open }) => ({ start, end, open }));
      return own.length > 0 ? [{ name: t(`lane.${lane}`), stretches }] : [];
    }),
  };
}

/** What does not stand on the time line, in the order of the form. */
function partsOf({ content }: ProfileView, isPlain: boolean, lang: Lang) {
  const t = translate(profileMessages, lang);
  const d = translate(profileDocumentMessages, lang);
  const plainTitle = (key: string) => (isPlain ? d.maybe(`plain.${key}`) : undefined);
  const text = (key: keyof typeof content.texts) => ({
    kind: "text",
    title: plainTitle(key) ?? t(`text.${key}`),
    text: content.texts[key],
  });
  const listOf = (kind: "LIFE_EVENT" | "HOMELESSNESS" | "INSTITUTION" | "SUPPORT" | "BARRIER" | "WISH") => {
    const undated = (entry: ProfileEntry) => periodOf(entry).from === null;
    const shown = entriesOf(content, kind).filter((entry) => undated(entry) || kind === "SUPPORT");
    const answer = kind === "HOMELESSNESS" || kind === "SUPPORT" || kind === "BARRIER" ? content.answers[kind] : null;
    const none =
      answer === null || entriesOf(content, kind).length > 0
        ? ""
        : answer === "NONE"
          ? (t.maybe(`answer.${kind}.NONE`) ?? "")
          : t(`answer.${answer}`);
    const lines = shown.map((entry) => {
      const { from, to } = periodOf(entry);
      return { when: periodText(from, to, t("when.now")), what: entryText(entry, t) };
    });
    return { kind: "list", title: plainTitle(kind) ?? t(`list.${kind}`), lines, none };
  };
  return [
    listOf("LIFE_EVENT"),
    listOf("HOMELESSNESS"),
    listOf("INSTITUTION"),
    text("socialExperience"),
    text("workExperience"),
    listOf("SUPPORT"),
    text("resources"),
    text("interests"),
    listOf("BARRIER"),
    listOf("WISH"),
    text("personView"),
    text("summaryForPlans"),
  ];
}

/** @throws Problem not_found `profile.not_found`, `profile.no_scan` */
async function openScan(context: WorkContext, acceptanceId: string) {
  const row = await context.tx
    .selectFrom("experienceProfileAcceptance as a")
    .innerJoin("experienceProfile as p", (join) =>
      join.onRef("p.organisationId", "=", "a.organisationId").onRef("p.id", "=", "a.profileId"),
    )
    .select(["p.id as profileId", "p.personId", "a.fileId", "a.no", "a.givenOn"])
    .where("a.organisationId", "=", context.actor.organisationId)
    .where("a.id", "=", acceptanceId)
    .executeTakeFirst();
  if (!row) throw new Problem("not_found", "profile.not_found");
  const relation = await requirePerson(context, profileAccess["profile.read-whole"], row.personId).catch(
    asMissing("profile.not_found"),
  );
  // the scan shows the whole paper: who may not open every entry of that version does not open it
  const opens: readonly string[] = await openTo(context, "read", relation, row.personId);
  const isClosed = (await sensitivitiesOf(context, row.profileId, row.no)).some((one) => !opens.includes(one));
  if (!row.fileId || isClosed) throw new Problem("not_found", "profile.no_scan");
  const { bytes, mediaType } = await readStoredFile(context, row.fileId);
  return { bytes, mediaType, name: `profil-${row.no}-${row.givenOn}.${mediaType.split("/")[1] ?? "bin"}` };
}

export const profileDownloads = [
  defineDownload({
    name: "profile.print",
    path: "/profiles/:profileId/document",
    summary: "The experience profile as a PDF; in large print, in plain language or as a file for editing on request",
    input: z.strictObject({
      profileId: z.uuid(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(prints).default("normal"),
      words: z.enum(["full", "plain"]).default("full"),
    }),
    verb: profileAccess["profile.read-whole"],
    audit: null, // written in `printProfile`, which knows whose profile it is
    run: (context, wish) => printProfile(context, wish),
  }),
  defineDownload({
    name: "profile.open-scan",
    path: "/profile-acceptances/:acceptanceId/scan",
    summary: "The signed paper with which a person accepted the profile",
    input: z.strictObject({ acceptanceId: z.uuid() }),
    verb: profileAccess["profile.read-whole"],
    audit: ({ acceptanceId }) => ({
      objectType: "experience_profile",
      objectId: acceptanceId,
      section: "SOCIAL",
      detail: { kind: "scan" },
    }),
    run: (context, { acceptanceId }) => openScan(context, acceptanceId),
  }),
];
