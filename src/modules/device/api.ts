import { getJson } from "../../platform/ui/api.ts";
import type { DeviceLine, EntryLine, Held, OpenedEntry, OwnEntryLine, PhoneWork } from "./contract.ts";

type Ask = { signal: AbortSignal };

export const myDevicesQuery = {
  queryKey: ["devices", "mine"],
  queryFn: ({ signal }: Ask) => getJson<{ devices: DeviceLine[] }>("/api/devices/mine", { signal }),
};

export const phoneWorkQuery = {
  queryKey: ["devices", "phone-work"],
  queryFn: ({ signal }: Ask) => getJson<PhoneWork>("/api/phone-work", { signal }),
};

export const devicesQuery = {
  queryKey: ["devices", "all"],
  queryFn: ({ signal }: Ask) => getJson<{ devices: DeviceLine[] }>("/api/devices", { signal }),
};

export const heldQuery = (deviceId: string) => ({
  queryKey: ["devices", deviceId, "held"],
  queryFn: ({ signal }: Ask) => getJson<Held>(`/api/devices/${deviceId}/held`, { signal }),
});

export const myEntriesQuery = {
  queryKey: ["device-entries", "mine"],
  queryFn: ({ signal }: Ask) => getJson<{ entries: OwnEntryLine[] }>("/api/device-entries/mine", { signal }),
};

export const entriesQuery = {
  queryKey: ["device-entries", "all"],
  queryFn: ({ signal }: Ask) => getJson<{ entries: EntryLine[] }>("/api/device-entries", { signal }),
};

export const entryQuery = (entryId: string) => ({
  queryKey: ["device-entries", entryId],
  queryFn: ({ signal }: Ask) => getJson<OpenedEntry>(`/api/device-entries/${entryId}`, { signal }),
});
