import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { getJson } from "../../../platform/ui/api.ts";
import type { Carrier } from "../../../platform/ui/carrier.ts";
import { today } from "../../../platform/ui/clock.ts";
import { serverFirst } from "../../../platform/ui/serverFirst.ts";
import type { Register, TodaySession } from "../contract.ts";
import { type HeldMember, type HeldRegister, heldKinds } from "./held.ts";
import { type HeldHere, laidOver, type RegisterHere, registerHere, registersHere } from "./registerHere.ts";

type Asking = { signal: AbortSignal };

async function heldOf(carrier: Carrier): Promise<HeldHere> {
  const [registers, members, pending] = await Promise.all([
    carrier.read<HeldRegister>(heldKinds.register),
    carrier.read<HeldMember>(heldKinds.member),
    carrier.pending(),
  ]);
  return { registers, members, pending };
}

type Lists = { today: TodaySession[]; open: TodaySession[] };

export const todayRegistersQuery = {
  queryKey: ["attendance", "today"],
  queryFn: ({ signal }: Asking) =>
    serverFirst<Lists, HeldHere>(signal, {
      ask: (until) => getJson<Lists>("/api/attendance/today", { signal: until }),
      held: heldOf,
      here: (held) => (held.registers.length > 0 ? registersHere(held, today() as PlainDate) : null), // the clock of the house says days
      over: (answer, held) => withHeld(answer, registersHere(held, today() as PlainDate)), // as above
    }),
  staleTime: 0, // several keep the same registers: whoever comes back reads what the others did
  meta: { onPhone: true },
};

/** Counts as they are here where the tablet has done something: it may not be on the server yet. */
function withHeld(answer: Lists, here: Lists): Lists {
  const known = new Map([...here.today, ...here.open].map((line) => [line.sessionId, line]));
  const over = (line: TodaySession): TodaySession => {
    const own = known.get(line.sessionId);
    return own ? { ...line, marked: Math.max(line.marked, own.marked), closed: line.closed || own.closed } : line;
  };
  return { today: answer.today.map(over), open: answer.open.map(over).filter(({ closed }) => !closed) };
}

export const registerQuery = (sessionId: string) => ({
  queryKey: ["attendance", "register", sessionId],
  queryFn: ({ signal }: Asking) =>
    serverFirst<RegisterHere, HeldHere>(signal, {
      ask: (until) => getJson<Register>(`/api/sessions/${sessionId}/register`, { signal: until }),
      held: heldOf,
      here: (held) => registerHere(held, sessionId),
      over: (answer, held) => laidOver(answer, held.pending),
    }),
  staleTime: 0, // as above
  meta: { onPhone: true },
});
