import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../../platform/access.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import type { PaperFact, PaperSource } from "../../../platform/documents/packet.ts";
import { stageOf } from "../../assessment/public.ts";
import { requirePerson } from "../../casework/public.ts";
import { contractAccess } from "../access.ts";
import { Checklist } from "./contract.ts";
import { checklistOf, madeAt, type PaperNote } from "./rules.ts";

const read = contractAccess["checklist.read"];

/** What the rooms know of papers; `app` registers them. */
export const paperSources: PaperSource[] = [];
/** What decides whether a paper is asked for at all: UNEMPLOYED, CONSULTATION_NEEDED, INSURANCE, TRIPARTITE; `app` registers them. */
export const paperConditions: ((context: WorkContext, personId: string) => Promise<readonly string[]>)[] = [];

async function readChecklist(context: WorkContext, personId: string): Promise<Checklist> {
  const relation = await requirePerson(context, read, personId);
  const { organisationId } = context.actor;
  const { rows } = await sql<{
    id: string;
    stage: string;
  }>`select c.id, case when c.stage <> 'CLOSED' then c.stage else coalesce((select s.from_stage from case_stage_step s
      where s.organisation_id = c.organisation_id and s.case_id = c.id and s.act = 'close' limit 1), c.stage) end as stage
    from support_case c
    left join support_case_ending e on e.organisation_id = c.organisation_id and e.case_id = c.id
    where c.organisation_id = ${organisationId} and c.person_id = any (same_person(${personId}))
    order by e.case_id is null desc, c.opened_on desc, c.id limit 1`.execute(context.tx);
  const [newest] = rows;
  const stage = newest ? stageOf(newest.stage) : null;
  const facts: PaperFact[] = [];
  for (const source of paperSources) facts.push(...(await source(context, personId)));
  const conditions: string[] = [];
  for (const ask of paperConditions) conditions.push(...(await ask(context, personId)));
  const notes = await sql<PaperNote>`select distinct on (code) code, state, on_day as on, brought_by as bringer, due_on
    from checklist_note where organisation_id = ${organisationId} and person_id = any (same_person(${personId}))
    order by code, recorded_at desc, id desc limit 100`.execute(context.tx);
  const programme = facts.find(({ code }) => code === "PROGRAMME")?.to ?? null;
  const lines = stage ? checklistOf(stage, facts, notes.rows, conditions) : [];
  return {
    stage,
    lines: lines.map((line) => ({
      ...line,
      to: line.to ?? madeAt(line.code, { personId, caseId: newest?.id ?? "", programme }),
    })),
    mayNote: may(context.actor, contractAccess["contract.write"], relation),
  };
}

export const checklistQueries = [
  defineQuery({
    name: "checklist.read",
    method: "GET",
    path: "/people/:personId/checklist",
    summary: "Which papers the person's stage asks for: what is there, since when, who brings the rest",
    input: z.strictObject({ personId: z.uuid() }),
    answer: Checklist,
    verb: read,
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "SOCIAL" }),
    run: (context, { personId }) => readChecklist(context, personId),
  }),
];
