import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { calendarRoutes } from "../modules/counselling/calendar/routes.ts";
import { reminderReportRoutes } from "../modules/counselling/reminderReports.ts";
import { deviceActorOf, deviceRoutes, isOfDevice } from "../modules/device/routes.ts";
import { credentialRoutes } from "../modules/organisation/credentialRoutes.ts";
import { linkRoutes } from "../modules/organisation/linkRoutes.ts";
import { openDoors, sessionOf, sessionRoutes } from "../modules/organisation/sessionRoutes.ts";
import { classFeedRoutes } from "../modules/programme/feed/routes.ts";
import { shiftLinkRoutes } from "../modules/referral/linkRoutes.ts";
import { publicReportRoutes } from "../modules/referral/publicReport.ts";
import type { Room, Services } from "../platform/command.ts";
import { fileRoutes } from "../platform/files/fileRoutes.ts";
import { buildServer, closedPolicy, type HttpOptions } from "../platform/http.ts";
import { rooms } from "./rooms.ts";

const webRoot = new URL("../../dist/web/", import.meta.url);

/** `smsReports`: the secret under which an SMS gateway says what became of messages; null where there is no gateway. */
type HouseOptions = HttpOptions & { smsReports?: string | null };

/** The whole house on one Fastify instance, not yet listening. `instead`: rooms that stand where those of the same name do. */
export function houseServer(
  services: Services,
  options: HouseOptions,
  instead: readonly Room[] = [],
): Promise<FastifyInstance> {
  const house = rooms.map((room) => instead.find(({ name }) => name === room.name) ?? room);
  return buildServer(
    services,
    {
      commands: house.flatMap((room) => room.commands),
      queries: house.flatMap((room) => room.queries),
      downloads: house.flatMap((room) => room.downloads),
      actorOf: async (request) => {
        if (isOfDevice(request)) return deviceActorOf(services, request);
        const opensSession = request.method === "POST" && openDoors.has(request.routeOptions.url ?? "");
        return opensSession ? null : ((await sessionOf(services, request, options.origin))?.actor ?? null);
      },
      plugins: [
        sessionRoutes(options.origin),
        credentialRoutes(options.origin),
        linkRoutes,
        shiftLinkRoutes,
        publicReportRoutes,
        calendarRoutes,
        classFeedRoutes,
        reminderReportRoutes(options.smsReports ?? null),
        fileRoutes,
        deviceRoutes,
        webPages,
      ],
    },
    options,
  );
}

/** The built browser app; every address that is not the API's is the app's own. */
async function webPages(app: FastifyInstance): Promise<void> {
  if (!existsSync(webRoot)) return;
  await app.register(fastifyStatic, {
    // looked for at each request: a build made anew under a running server is served as a whole, not half of it
    root: join(webRoot.pathname, "assets"),
    prefix: "/assets/",
    preCompressed: true,
    cacheControl: false,
    acceptRanges: false,
    etag: false,
    lastModified: false,
    setHeaders: (reply, path) => {
      const isAsset = path.includes("/assets/");
      reply.header("cache-control", isAsset ? "public, max-age=31536000, immutable" : "no-cache");
      // a script of a page runs by the page's policy, one of a worker by its own
      if (isAsset && !/\/deviceWorker-[^/]*$/.test(path)) reply.header("content-security-policy", closedPolicy);
    },
  });
  const asked = { etag: true, lastModified: true };
  // what browsers want at fixed addresses: asked for anew each time, so that an update is seen at once
  for (const file of [
    "sw.js",
    "manifest.webmanifest",
    "icons/192.png",
    "icons/512.png",
    "icons/maskable-512.png",
    "icons/apple-180.png",
  ])
    app.get(`/${file}`, (_, reply) => reply.sendFile(file, webRoot.pathname, asked));
  app.get("/*", (request, reply) => {
    if (request.url.startsWith("/api/")) return reply.callNotFound();
    return reply.sendFile("index.html", webRoot.pathname, asked);
  });
}
