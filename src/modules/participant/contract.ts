import { z } from "zod";

/** Where the participant's own screen starts. `percent` is null before the first register. */
export const MineView = z.object({
  personId: z.uuid(),
  name: z.string(),
  attendance: z.array(z.object({ groupId: z.uuid(), groupName: z.string(), percent: z.number().nullable() })),
});
export type MineView = z.infer<typeof MineView>;
