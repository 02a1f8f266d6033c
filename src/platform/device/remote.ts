import type { DeviceState } from "./contract.ts";
import type { Engine } from "./engine.ts";

/** What the page may ask of the worker: the engine, and a picture as it comes from a camera. */
export type Doors = Omit<Engine, "state" | "keepPhoto" | "hear"> & {
  keepPicture: (id: string, picture: Blob) => Promise<void>;
};

export type Call = { call: number; name: keyof Doors; args: readonly unknown[] };
export type Answer =
  | { call: number; value: unknown }
  | { call: number; error: { code: string; details: Readonly<Record<string, unknown>> } }
  | { state: DeviceState }
  | { held: readonly string[] }
  | { rest: true };
