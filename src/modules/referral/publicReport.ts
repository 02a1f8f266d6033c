import { createHmac } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sql } from "kysely";
import type { Services } from "../../platform/command.ts";
import type { Tx } from "../../platform/db.ts";
import { LANGS, type Lang } from "../../platform/messages.ts";
import { oneAtATime } from "../../platform/oneAtATime.ts";
import { Problem, problemOfDatabase } from "../../platform/problem.ts";
import { hoursAfter, todayIn } from "../../platform/time/instant.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { atDoor } from "../organisation/public.ts";
import { type FormToken, readForm } from "./publicForm.ts";
import {
  choosePage,
  closedPage,
  donePage,
  formPage,
  nothingTyped,
  publicCss,
  type Typed,
  typedFields,
} from "./publicPage.ts";
import { writeReport } from "./reports.ts";

const formBytes = 16 * 1024;
const timeZone = "Europe/Warsaw";
/** Faster than anybody reads, and longer than anybody types, in seconds. */
const fastest = 4;
const slowest = 4 * 3600;
/** Pages within a minute, of one address: many sit behind one, and each page asks the database. */
const pages = { config: { rateLimit: { max: 120, timeWindow: 60_000 } } };
/** Reports within an hour: of one address, about one place, about one district, of all; and within a day of all, so that a coordinator can read them. */
const perHour = { address: 6, place: 6, area: 40, all: 120 } as const;
const perDay = 600;

type Door = { organisationId: string; organisationName: string; code: string; unitId: string; areas: string[] };

/**
 * The residents' page: made on the server, without a script, a cookie or an account. Nobody is asked who they are; an address is
 * counted for an hour by its hash and kept nowhere. What comes waits for a coordinator. Source: decisions 20
 */
export async function publicReportRoutes(app: FastifyInstance, services: Services): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: formBytes },
      (_request, body, done) => done(null, String(body)),
    );
    scope.addHook("onSend", async (_request, reply) => {
      if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
    });
    scope.get("/zgloszenie/styl.css", (_, reply) =>
      reply.type("text/css; charset=utf-8").header("cache-control", "public, max-age=3600").send(publicCss),
    );
    scope.get("/zgloszenie", pages, async (request, reply) => {
      const lang = languageOf(request);
      const doors = await findDoors(services, null);
      const [only] = doors;
      if (doors.length === 1 && only) return reply.redirect(`/zgloszenie/${only.code}?lang=${lang}`, 303);
      return html(reply, doors.length === 0 ? closedPage(lang, "/zgloszenie") : choosePage(lang, "/zgloszenie", doors));
    });
    scope.get<{ Params: { code: string } }>("/zgloszenie/:code", pages, async (request, reply) => {
      const door = await findDoor(services, request.params.code);
      if (!door) return html(reply.code(404), closedPage(languageOf(request), "/zgloszenie"));
      const token = makeToken(services, door, uuidv7());
      return html(reply, form(door, languageOf(request), token, nothingTyped, []));
    });
    scope.get<{ Params: { code: string } }>("/zgloszenie/:code/przyjete", pages, async (request, reply) => {
      const door = await findDoor(services, request.params.code);
      return html(reply, donePage(languageOf(request), door ? `/zgloszenie/${door.code}/przyjete` : "/zgloszenie"));
    });
    scope.post<{ Params: { code: string } }>("/zgloszenie/:code", pages, (request, reply) =>
      take(services, request, reply),
    );
  });
}

const html = (reply: FastifyReply, text: string) => reply.type("text/html; charset=utf-8").send(text);

const form = (door: Door, lang: Lang, token: string, typed: Typed, errors: Parameters<typeof formPage>[0]["errors"]) =>
  formPage({
    lang,
    path: `/zgloszenie/${door.code}`,
    organisationName: door.organisationName,
    areas: door.areas,
    token,
    typed,
    errors,
  });

/** By the address, else what the browser asks for first. */
function languageOf(request: FastifyRequest): Lang {
  const { lang } = request.query as { lang?: unknown };
  const wanted = request.headers["accept-language"]?.slice(0, 2).toLowerCase();
  return LANGS.find((one) => one === lang) ?? LANGS.find((one) => one === wanted) ?? "pl";
}

async function findDoors(services: Services, code: string | null): Promise<Door[]> {
  const { rows } =
    await sql<Door>`select organisation_id, organisation_name, code, unit_id, areas from report_door_of(${code}) order by organisation_name limit 100`.execute(
      services.db,
    );
  return rows;
}

async function findDoor(services: Services, code: string): Promise<Door | undefined> {
  return /^[a-z0-9-]{2,40}$/.test(code) ? (await findDoors(services, code))[0] : undefined;
}

function makeToken({ keys, clock }: Services, { organisationId, code }: Door, id: string): string {
  const token: FormToken = { id, at: clock.now().getTime() };
  return Buffer.from(
    keys.encryptFor(organisationId, "referral.form", Buffer.from(JSON.stringify(token)), code),
  ).toString("base64url");
}

/** Null for what is no token of this page. */
function openToken({ keys }: Services, { organisationId, code }: Door, text: string): FormToken | null {
  try {
    const bytes = keys.decryptFor(organisationId, "referral.form", Buffer.from(text.slice(0, 500), "base64url"), code);
    return JSON.parse(Buffer.from(bytes).toString()) as FormToken; // only makeToken seals for this purpose
  } catch {
    return null;
  }
}

/** Takes what a resident sent: refused, the page comes again with everything that was typed. */
async function take(
  services: Services,
  request: FastifyRequest<{ Params: { code: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const lang = languageOf(request);
  const door = await findDoor(services, request.params.code);
  if (!door) return html(reply.code(404), closedPage(lang, "/zgloszenie"));
  const sent = new URLSearchParams(typeof request.body === "string" ? request.body : "");
  const typed = Object.fromEntries(typedFields.map((name) => [name, (sent.get(name) ?? "").slice(0, 2_000)])) as Typed; // every field is named
  const now = services.clock.now();
  const token = openToken(services, door, sent.get("token") ?? "");
  const age = token ? (now.getTime() - token.at) / 1000 : Number.POSITIVE_INFINITY;
  const again = (status: number, errors: Parameters<typeof formPage>[0]["errors"], id = token?.id ?? uuidv7()) =>
    html(reply.code(status), form(door, lang, makeToken(services, door, id), typed, errors));
  const done = () => reply.redirect(`/zgloszenie/${door.code}/przyjete?lang=${lang}`, 303);

  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return again(403, ["error.old"], uuidv7());
  if ((sent.get("homepage") ?? "") !== "") return done(); // a machine fills every field: it is told nothing
  if (!token || age > slowest) return again(422, ["error.old"], uuidv7());
  if (age < fastest) return again(422, ["error.fast"]);
  const { report, errors } = readForm(typed, door.areas, now);
  if (!report) return again(422, errors);

  const place = `${report.area}|${(report.placeText ?? "").toLowerCase().replace(/\s+/g, " ")}`;
  // keyed: all addresses there are can be hashed in an hour by whoever reads the table
  const key = services.keys.secretFor(door.organisationId, "referral.attempt");
  const subject = (text: string) => createHmac("sha256", key).update(text).digest();
  const limits = [
    { subject: subject(`address|${request.ip}`), most: perHour.address, error: "error.many" },
    { subject: subject(`place|${place}`), most: perHour.place, error: "error.known" },
    { subject: subject(`area|${report.area}`), most: perHour.area, error: "error.full" },
    { subject: subject("all"), most: perHour.all, mostToday: perDay, error: "error.full" },
  ] as const;
  try {
    await atDoor(
      services,
      { organisationId: door.organisationId, accountId: null, requestId: request.id },
      async (tx, audit) => {
        await countTry(tx, door.organisationId, limits, now);
        const where = {
          tx,
          keys: services.keys,
          organisationId: door.organisationId,
          now: now.toISOString(),
          today: todayIn(now, timeZone),
        };
        const row = {
          source: "PUBLIC",
          reportedBy: null,
          linkId: null,
          id: token.id,
          unitId: door.unitId,
          service: "RESIDENT",
        } as const;
        await writeReport(where, row, report);
        await audit({
          action: "notification.report-publicly",
          outcome: "done",
          objectType: "notification",
          objectId: token.id,
        });
      },
    );
    return done();
  } catch (error) {
    const problem = error instanceof Problem ? error : problemOfDatabase(error);
    const full = limits.find(({ error: code }) => problem?.kind === "throttled" && code === problem.code);
    if (full) return again(429, [full.error]).header("retry-after", "3600");
    if (problem?.code === "record.id_taken") return done(); // the same page sent twice is one report
    throw error;
  }
}

type Limit = { subject: Buffer; most: number; mostToday?: number; error: string };

/** Counts one report against each limit; those who come at once wait for each other. @throws Problem throttled with the word of the limit */
async function countTry(tx: Tx, organisationId: string, limits: readonly Limit[], now: Date): Promise<void> {
  const [hourAgo, dayAgo] = [hoursAfter(now.toISOString(), -1), hoursAfter(now.toISOString(), -24)];
  await sql`delete from report_attempt where organisation_id = ${organisationId} and at < ${dayAgo}`.execute(tx);
  await oneAtATime(tx, "public report", organisationId);
  const { rows } = await sql<{ subject: Buffer; hour: number; day: number }>`
    select subject, count(*) filter (where at > ${hourAgo})::int as hour, count(*)::int as day from report_attempt
    where organisation_id = ${organisationId} and subject = any (${limits.map(({ subject }) => subject)}::bytea[]) group by subject`.execute(
    tx,
  );
  const full = limits.find(({ subject, most, mostToday }) => {
    const used = rows.find((row) => row.subject.equals(subject));
    return used && (used.hour >= most || used.day >= (mostToday ?? Number.POSITIVE_INFINITY));
  });
  if (full) throw new Problem("throttled", full.error);
  await sql`insert into report_attempt (organisation_id, id, subject, at) select ${organisationId}, gen_random_uuid(), s, ${now.toISOString()}
    from unnest(${limits.map(({ subject }) => subject)}::bytea[]) s`.execute(tx);
}
