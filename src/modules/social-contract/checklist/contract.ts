import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { STAGES } from "../../assessment/rules.ts";
import { bringers, broughtPapers, paperStates } from "./rules.ts";

export const NotePaper = z.strictObject({
  noteId: z.uuid(),
  personId: z.uuid(),
  code: z.enum(broughtPapers),
  state: z.enum(["THERE", "AWAITED", "NOT_NEEDED"]),
  on: PlainDate,
  bringer: z.enum(bringers),
  dueOn: PlainDate.nullable(),
});
export type NotePaper = z.infer<typeof NotePaper>;

export const Checklist = z.object({
  stage: z.enum(STAGES).nullable(),
  lines: z.array(
    z.object({
      code: z.string(),
      stage: z.enum(STAGES),
      state: z.enum(paperStates),
      since: PlainDate.nullable(),
      bringer: z.enum(bringers),
      dueOn: PlainDate.nullable(),
      to: z.string().nullable(),
      now: z.boolean(),
      brought: z.boolean(),
    }),
  ),
  mayNote: z.boolean(),
});
export type Checklist = z.infer<typeof Checklist>;
