import { z } from "zod";
import { defineDownload } from "../../platform/command.ts";
import { LANGS } from "../../platform/messages.ts";
import { benefitAccess } from "./access.ts";
import { advancePrints, printAdvance } from "./advance/document.ts";
import { exportList, openBankFile, printCash, printList, printSlip } from "./pay/prints.ts";
import { printRefund, refundPrints } from "./refund/document.ts";

const OfList = z.strictObject({ listId: z.uuid(), lang: z.enum(LANGS).default("pl") });
const audit = ({ listId }: { listId: string }) =>
  ({ objectType: "benefit-list", objectId: listId, section: "BENEFIT" }) as const;

export const benefitDownloads = [
  defineDownload({
    name: "benefit.print",
    path: "/benefit-lists/:listId/paper",
    summary: "The benefit list of a month as a PDF, with places for the two signatures",
    input: OfList,
    verb: benefitAccess["benefit.print"],
    audit,
    run: printList,
  }),
  defineDownload({
    name: "benefit.export",
    path: "/benefit-lists/:listId/sheet",
    summary: "The benefit list of a month as a spreadsheet, with the amounts and limits used",
    input: OfList,
    verb: benefitAccess["benefit.export"],
    audit,
    run: exportList,
  }),
  defineDownload({
    name: "benefit.print-cash",
    path: "/benefit-lists/:listId/cash",
    summary: "Who is paid in cash from an approved list, with places for signatures, as a PDF",
    input: OfList,
    verb: benefitAccess["benefit.print-cash"],
    audit,
    run: printCash,
  }),
  defineDownload({
    name: "benefit.open-bank-file",
    path: "/benefit-lists/:listId/transfers/:no",
    summary: "A file of transfers of an approved list, the same bytes each time",
    input: z.strictObject({ listId: z.uuid(), no: z.coerce.number().pipe(z.int().min(1)) }),
    verb: benefitAccess["benefit.open-bank-file"],
    audit,
    run: openBankFile,
  }),
  defineDownload({
    name: "benefit.print-slip",
    path: "/benefit-lists/:listId/people/:ipzsId/slip",
    summary: "What a participant gets for an approved month and why, as a PDF",
    input: OfList.extend({ ipzsId: z.uuid() }),
    verb: benefitAccess["benefit.print-slip"],
    audit: ({ listId }, { personId }) => ({ ...audit({ listId }), personId }),
    run: printSlip,
  }),
  defineDownload({
    name: "benefit.print-refund",
    path: "/benefit-refunds/:refundId/paper",
    summary:
      "The request for the refund with a copy of the list, as a PDF, a file for editing or a spreadsheet of the copy",
    input: z.strictObject({
      refundId: z.uuid(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(refundPrints).default("normal"),
    }),
    verb: benefitAccess["benefit.print-refund"],
    audit: ({ refundId }) => ({ objectType: "benefit-refund", objectId: refundId, section: "BENEFIT" }),
    run: printRefund,
  }),
  defineDownload({
    name: "benefit.print-advance",
    path: "/benefit-advances/:advanceId/paper",
    summary: "The request for an advance, as a PDF or a file for editing",
    input: z.strictObject({
      advanceId: z.uuid(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(advancePrints).default("normal"),
    }),
    verb: benefitAccess["benefit.print-advance"],
    audit: ({ advanceId }) => ({ objectType: "benefit-advance", objectId: advanceId, section: "BENEFIT" }),
    run: printAdvance,
  }),
];
