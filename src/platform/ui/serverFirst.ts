import { NetworkFailure } from "./api.ts";
import { type Carrier, getCarrier, getDeviceState } from "./carrier.ts";

/** A network that answers nothing is none: then what the device holds is shown. */
const patienceMs = 4000;

/** Who carries, on a device that is open and has its set. */
function openDevice(): Carrier | null {
  return getDeviceState()?.pulledAt ? getCarrier() : null;
}

type Ways<T, H> = {
  ask: (signal: AbortSignal) => Promise<T>;
  /** What the device holds of it, and what was done here. */
  held: (carrier: Carrier) => Promise<H>;
  /** The answer as the device alone knows it; null: it does not, and only the server can say. */
  here: (held: H) => T | null;
  /** What was done here and may not be there yet, laid over the server's answer. */
  over: (answer: T, held: H) => T;
};

/**
 * The server's answer, for it knows more; on a device without network, or with one that does not answer, what the device holds.
 * @throws what `ask` throws, where the device does not know either
 */
export async function serverFirst<T, H>(signal: AbortSignal, { ask, held, here, over }: Ways<T, H>): Promise<T> {
  const carrier = openDevice();
  if (!carrier) return ask(signal);
  const known = await held(carrier);
  const own = here(known);
  if (own === null) return over(await ask(signal), known);
  if (!navigator.onLine) return own;
  try {
    return over(await ask(AbortSignal.any([signal, AbortSignal.timeout(patienceMs)])), known);
  } catch (error) {
    const isSilent = error instanceof NetworkFailure || (error instanceof DOMException && !signal.aborted);
    if (isSilent) return own;
    throw error;
  }
}
