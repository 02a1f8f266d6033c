import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { getJson, NetworkFailure } from "../../../platform/ui/api.ts";
import { type Carrier, getCarrier, getDeviceState } from "../../../platform/ui/carrier.ts";
import { today } from "../../../platform/ui/clock.ts";
import type { Register, TodaySession } from "../contract.ts";
import { type HeldMember, type HeldRegister, heldKinds } from "./held.ts";
import { type HeldHere, laidOver, type RegisterHere, registerHere, registersHere } from "./registerHere.ts";

type Asking = { signal: AbortSignal };

/** A network that answers nothing is none: then what the tablet holds is shown. */
const patienceMs = 4000;

function openDevice(): Carrier | null {
  return getDeviceState()?.pulledAt ? getCarrier() : null;
}

async function heldOf(carrier: Carrier): Promise<HeldHere> {
  const [registers, members, pending] = await Promise.all([
    carrier.read<HeldRegister>(heldKinds.register),
    carrier.read<HeldMember>(heldKinds.member),
    carrier.pending(),
  ]);
  return { registers, members, pending };
}

/**
 * The server's answer, for it knows more; on a tablet without network, or with one that does not answer, what the tablet holds. What was
 * done here and may not be there yet lies over both.
 */
async function serverFirst<T>(
  { signal }: Asking,
  ask: (signal: AbortSignal) => Promise<T>,
  here: (held: HeldHere) => T | null,
  over: (answer: T, held: HeldHere) => T,
): Promise<T> {
  const carrier = openDevice();
  if (!carrier) return ask(signal);
  const held = await heldOf(carrier);
  const own = here(held);
  if (own === null) return over(await ask(signal), held);
  if (!navigator.onLine) return own;
  try {
    return over(await ask(AbortSignal.any([signal, AbortSignal.timeout(patienceMs)])), held);
  } catch (error) {
    const isSilent = error instanceof NetworkFailure || (error instanceof DOMException && !signal.aborted);
    if (isSilent) return own;
    throw error;
  }
}

type Lists = { today: TodaySession[]; open: TodaySession[] };

export const todayRegistersQuery = {
  queryKey: ["attendance", "today"],
  queryFn: (asking: Asking) =>
    serverFirst<Lists>(
      asking,
      (signal) => getJson<Lists>("/api/attendance/today", { signal }),
      (held) => {
        const lists = registersHere(held, today() as PlainDate); // the clock of the house says days
        return held.registers.length > 0 ? lists : null;
      },
      (answer, held) => withHeld(answer, registersHere(held, today() as PlainDate)), // as above
    ),
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
  queryFn: (asking: Asking) =>
    serverFirst<RegisterHere>(
      asking,
      (signal) => getJson<Register>(`/api/sessions/${sessionId}/register`, { signal }),
      (held) => registerHere(held, sessionId),
      (answer, held) => laidOver(answer, held.pending),
    ),
  staleTime: 0, // as above
  meta: { onPhone: true },
});
