import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { MarkLine } from "../contract.ts";

/**
 * What a tablet holds of registers. `register`: one class with its marks, by ids alone; `register.member`: one person of a group, by
 * first name and initial. Nobody whose whereabouts are protected is among them, for no reader (C7).
 */
export const heldKinds = { register: "register", member: "register.member" } as const;

export type HeldRegister = {
  sessionId: string;
  groupId: string;
  groupName: string;
  moduleCode: string;
  moduleName: string | null;
  day: PlainDate;
  startsAt: string;
  minutes: number;
  room: string | null;
  leaderId: string | null;
  leaderName: string | null;
  centre: boolean;
  workshop: boolean;
  closed: { topic: string; heldMinutes: number; present: number; closedBy: string | null; closedAt: string } | null;
  /** Members on the day who are not held here: the register closes with network. */
  notHeld: number;
  marks: (MarkLine & { corrected: boolean })[];
  /** Whose day off the manager granted. */
  daysOff: string[];
};

export type HeldMember = {
  personId: string;
  groupId: string;
  name: string;
  from: PlainDate;
  /** Inclusive; null while it goes on. */
  until: PlainDate | null;
  /** Fingerprints of the codes on the person's cards. */
  cards: string[];
  /** Whether they may go to the machine today, never why; null: not for this reader, or no workshop. */
  machine: boolean | null;
};
