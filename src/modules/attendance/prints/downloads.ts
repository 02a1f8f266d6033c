import { z } from "zod";
import { defineDownload } from "../../../platform/command.ts";
import { LANGS } from "../../../platform/messages.ts";
import { attendanceAccess } from "../access.ts";
import { Month } from "../month/contract.ts";
import { printMonth } from "./month.ts";
import { printRegister } from "./register.ts";

const lang = z.enum(LANGS).default("pl");

export const registerDownloads = [
  defineDownload({
    name: "register.print",
    path: "/sessions/:sessionId/register/print",
    summary: "The attendance list of a session with places for signatures, filled as the register says or blank",
    input: z.strictObject({ sessionId: z.uuid(), lang, filled: z.enum(["yes", "no"]).default("no") }),
    verb: attendanceAccess["register.read"],
    audit: ({ sessionId }) => ({ objectType: "session", objectId: sessionId, section: "ATTENDANCE" }),
    run: (context, { sessionId, lang: words, filled }) =>
      printRegister(context, { sessionId, lang: words, filled: filled === "yes" }),
  }),
  defineDownload({
    name: "register.print-month",
    path: "/groups/:groupId/registers/:month/print",
    summary: "A month of a group's registers: people by classes, with sums",
    input: z.strictObject({ groupId: z.uuid(), month: Month, lang }),
    verb: attendanceAccess["register.read"],
    audit: ({ groupId }) => ({ objectType: "group", objectId: groupId, section: "ATTENDANCE" }),
    run: (context, { groupId, month, lang: words }) => printMonth(context, { groupId, month, lang: words }),
  }),
];
