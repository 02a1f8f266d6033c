import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  type WorkContext,
} from "../../platform/command.ts";
import { onConstraint } from "../../platform/problem.ts";
import { personAccess } from "./access.ts";
import { ConsentText, PublishConsentText } from "./contract.ts";

onConstraint("consent_text_key", "conflict", "record.id_taken");
onConstraint("consent_text_once", "refused", "consent.version_taken", "payload.version");

/** Publishes a wording; the one before it stays for those who were given it. @throws Problem refused `consent.version_taken` */
async function publishText(context: CommandContext, { textId, ...text }: PublishConsentText): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("consentText")
    .values({ organisationId, id: textId, ...text, recordedBy: accountId })
    .execute();
  return {
    ids: { text: textId },
    about: { type: "consent_text", id: textId },
    detail: { kind: text.kind, version: text.version },
  };
}

/** All wordings, the newest first; `current`: the one of its kind that holds today. */
async function listTexts(context: WorkContext): Promise<{ texts: ConsentText[] }> {
  const { rows } = await sql<ConsentText>`select id, kind, version, body, valid_from,
      id = first_value(id) over (partition by kind order by valid_from <= ${context.today} desc, valid_from desc, recorded_at desc) and valid_from <= ${context.today} as current
    from consent_text where organisation_id = ${context.actor.organisationId} order by kind, valid_from desc, recorded_at desc ${atMost}`.execute(
    context.tx,
  );
  return { texts: rows };
}

export const consentTextCommands = [
  defineCommand({
    type: "consent-text.publish",
    v: 1,
    summary: "Publishes the exact wording of a notice or consent, by version",
    payload: PublishConsentText,
    verb: personAccess["consent-text.publish"],
    run: publishText,
  }),
];

export const consentTextQueries = [
  defineQuery({
    name: "consent-text.list",
    method: "GET",
    path: "/consent-texts",
    summary: "Wordings of notices and consents, with those that hold today",
    input: z.strictObject({}),
    answer: z.object({ texts: z.array(ConsentText) }),
    verb: personAccess["consent-text.list"],
    audit: null,
    run: listTexts,
  }),
];
