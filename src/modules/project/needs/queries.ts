import { z } from "zod";
import { defineQuery } from "../../../platform/command.ts";
import { refuseIf } from "../../../platform/problem.ts";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { needsStatementAccess } from "./access.ts";
import { NeedsStatementLine, NeedsStatementView, RegisterCounts, SentView } from "./contract.ts";
import { countRegister } from "./register.ts";
import { refuseRegisterDay } from "./rules.ts";
import { listStatements, readSent, readStatement } from "./store.ts";

export const needsQueries = [
  defineQuery({
    name: "needs-statement.list",
    method: "GET",
    path: "/needs-statements",
    summary: "Needs statements of the organisation, the last changed first",
    input: z.strictObject({}),
    answer: z.object({ statements: z.array(NeedsStatementLine) }),
    verb: needsStatementAccess["needs-statement.list"],
    audit: null,
    run: async (context) => ({ statements: await listStatements(context) }),
  }),
  defineQuery({
    name: "needs-statement.read",
    method: "GET",
    path: "/needs-statements/:statementId",
    summary: "Local figures behind a project, and what was sent of them",
    input: z.strictObject({ statementId: z.uuid() }),
    answer: NeedsStatementView,
    verb: needsStatementAccess["needs-statement.read"],
    audit: null,
    run: (context, { statementId }) => readStatement(context, statementId),
  }),
  defineQuery({
    name: "needs-statement.read-sent",
    method: "GET",
    path: "/needs-statements/sent/:sentId",
    summary: "A needs statement as it was sent",
    input: z.strictObject({ sentId: z.uuid() }),
    answer: SentView,
    verb: needsStatementAccess["needs-statement.read-sent"],
    audit: null,
    run: (context, { sentId }) => readSent(context, sentId),
  }),
  defineQuery({
    name: "needs-statement.count-register",
    method: "GET",
    path: "/needs-statements/register",
    summary: "About how many clients of the house there were at the end of a quarter, small numbers left out",
    input: z.strictObject({ asAt: PlainDate }),
    answer: RegisterCounts,
    verb: needsStatementAccess["needs-statement.count-register"],
    audit: null, // numbers of nobody in particular
    run: (context, { asAt }) => {
      refuseIf([refuseRegisterDay(asAt, context.today)], { source: "R-GDPR-12" });
      return countRegister(context, asAt);
    },
  }),
];
