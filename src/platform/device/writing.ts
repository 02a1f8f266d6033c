import { canonicalJson } from "../documents/canonicalJson.ts";
import type { Entry, EntryResult } from "../sync/contract.ts";
import type { CommandEnvelope } from "../ui/api.ts";
import { type Bytes, utf8 } from "./bytes.ts";
import type { PendingCommand } from "./contract.ts";
import { openJson, sealEntry, sealJson, sealPhoto, signEntry } from "./crypto.ts";
import { instantOf } from "./deviceState.ts";
import { setAside } from "./outbox.ts";
import { DeviceProblem, isDiskFull } from "./problem.ts";
import { keyedMark } from "./secret.ts";
import type { OutboxRow } from "./store.ts";
import type { Opened } from "./vault.ts";
import { type About, type KeptEntry, keptBound, type Open, outcomeBound, type World } from "./world.ts";

const mostSealed = 200_000;

export type Writing = ReturnType<typeof openWriting>;

/**
 * What the open user does: commands into the queue, drafts, pictures. Each promise resolves when the disk has it.
 * `need` answers who has the device open, or throws; `changed` tells screens and sends.
 */
export function openWriting({ store, now }: World, need: () => Open, changed: () => Promise<void>) {
  const keptBy = async ({ opened, kept }: Open, row: OutboxRow): Promise<KeptEntry> => {
    const known = kept.get(row.id);
    if (known) return known;
    if (!row.kept) throw new DeviceProblem("device.unknown_entry");
    const entry = await openJson<KeptEntry>(opened.dataKey, row.kept, keptBound(row.user, row.id));
    kept.set(row.id, entry);
    return entry;
  };

  const sayFull = (error: unknown): never => {
    throw isDiskFull(error) ? new DeviceProblem("device.disk_full") : error;
  };

  async function keep(type: string, envelope: CommandEnvelope, about: About): Promise<void> {
    const here = need();
    const { opened } = here;
    const { mends } = envelope;
    const queue = mends === undefined ? [] : await store.outbox(opened.key);
    const instead = queue.find((row) => row.id === mends && row.state === "refused");
    const known = await store.entry(envelope.id);
    if (known) {
      // put again after an answer that got lost; other words under the same number would be lost without a sound
      const before = (await keptBy(here, known)).envelope.payload;
      if (canonicalJson(before) === canonicalJson(JSON.parse(JSON.stringify(envelope.payload)))) return;
      throw new DeviceProblem("device.failed");
    }
    for (;;) {
      const user = await store.user(opened.key);
      if (!user?.wraps) throw new DeviceProblem("device.not_open");
      const madeAt = instantOf(now(), user);
      const entry: Entry = {
        f: 1,
        id: envelope.id,
        type,
        v: envelope.v,
        ...(envelope.base === undefined ? {} : { base: envelope.base }),
        ...(envelope.mends === undefined ? {} : { mends: envelope.mends }),
        occurredAt: envelope.occurredAt,
        deviceId: opened.key,
        deviceSeq: user.seq,
        deviceClock: new Date(now()).toISOString(),
        payload: envelope.payload,
      };
      // what the wire would drop is dropped before it is signed
      const plain = JSON.parse(JSON.stringify(entry)) as Entry; // the same entry as the server will read it
      const kept: KeptEntry = { type, envelope, touches: about.touches, label: about.label, madeAt };
      const [sealed, keptBytes, draft] = await Promise.all([
        signEntry(opened.signing, plain).then((signed) => sealEntry(user.sealingKey, signed)),
        sealJson(opened.dataKey, kept, keptBound(opened.key, envelope.id)),
        about.draft === undefined ? undefined : draftPlace(opened, about.draft),
      ]);
      if (sealed.length > mostSealed) throw new DeviceProblem("device.too_large");
      const row: OutboxRow = {
        id: envelope.id,
        user: opened.key,
        seq: user.seq,
        order: instead?.order ?? user.seq,
        state: "waiting",
        sealed,
        kept: keptBytes,
        outcome: null,
        ...(about.photos?.length ? { photos: about.photos } : {}),
        pulls: 0,
        doneAtMs: 0,
      };
      const more = { ...(instead ? { instead: instead.id } : {}), ...(draft ? { draft } : {}) };
      if (await store.putEntry(row, more).catch(sayFull)) {
        here.kept.set(row.id, kept);
        break;
      }
    }
    void reorder(here).catch(() => undefined); // the entry is safe; how it stands in the queue may be told later
  }

  /** Stands later entries behind refused ones, and lets them go where they stand behind none; then sends. */
  async function reorder(here: Open): Promise<void> {
    const rows = await store.outbox(here.opened.key);
    const queue = await Promise.all(rows.map(async (row) => ({ ...row, touches: (await keptBy(here, row)).touches })));
    const changes = setAside(queue).map(({ id, state: to }) => ({ id, change: { state: to } }));
    if (changes.length > 0) await store.changeEntries(changes);
    await changed();
  }

  return {
    kept: keptBy,

    /**
     * Keeps a command. When this resolves, the disk has it: only then may a screen say "saved". One that `mends` a refused one
     * takes its place in the queue, and what stood behind goes on after it.
     * @throws DeviceProblem `device.disk_full`, `device.too_large`, `device.not_open`
     */
    put: keep,

    /** The user gives a refused command up; what stood behind it goes on. @throws DeviceProblem `device.unknown_entry` */
    discard: async (id: string): Promise<void> => {
      const here = need();
      const row = (await store.outbox(here.opened.key)).find((one) => one.id === id);
      if (row?.state !== "refused" && row?.state !== "behind") throw new DeviceProblem("device.unknown_entry");
      await store.changeEntries([], [id]);
      await store.dropPhotos(row.photos ?? []);
      await reorder(here);
    },

    /** Everything whose effect may not be in the set yet, in order. */
    pending: async (): Promise<PendingCommand[]> => {
      const here = need();
      const rows = await store.outbox(here.opened.key);
      return Promise.all(
        rows.map(async (row) => {
          const { type, envelope, touches, label, madeAt } = await keptBy(here, row);
          const result = row.outcome
            ? await openJson<EntryResult>(here.opened.dataKey, row.outcome, outcomeBound(row.user, row.id))
            : undefined;
          return {
            id: row.id,
            type,
            envelope,
            touches,
            label,
            madeAt,
            // brought by somebody else: sent, as far as its user is concerned
            state: row.state === "received" ? ("delivered" as const) : row.state,
            ...(result?.code ? { code: result.code } : {}),
            ...(result?.details ? { details: result.details } : {}),
          };
        }),
      );
    },

    saveDraft: async (key: string, value: unknown): Promise<void> => {
      const { opened } = need();
      const place = await draftPlace(opened, key);
      const bytes = await sealJson(opened.dataKey, value, `draft|1|${opened.key}|${place}`);
      const row = { user: opened.key, key: place, bytes };
      await store.saveDraft(row, idOf(value)).catch(sayFull);
    },
    loadDraft: async (key: string): Promise<unknown> => {
      const { opened } = need();
      const place = await draftPlace(opened, key);
      const row = await store.draft(opened.key, place);
      return row && openJson<unknown>(opened.dataKey, row.bytes, `draft|1|${opened.key}|${place}`);
    },
    dropDraft: async (key: string): Promise<void> => {
      const { opened } = need();
      await store.dropDraft(opened.key, await draftPlace(opened, key));
    },

    /** Keeps a picture whose metadata is gone already. It is sent once an entry names it, and before that. */
    keepPhoto: async (id: string, bytes: Bytes): Promise<void> => {
      const { key, signing } = need().opened;
      const user = await store.user(key);
      if (!user?.wraps) throw new DeviceProblem("device.not_open");
      const sealed = await sealPhoto(user.sealingKey, signing, { deviceId: key, id, bytes });
      await store.addPhoto({ id, user: key, bytes: sealed }).catch(sayFull);
    },
  };
}

const idOf = (draft: unknown): string | undefined =>
  typeof draft === "object" && draft !== null && "id" in draft && typeof draft.id === "string" ? draft.id : undefined;

/** A draft's place says nothing of what it is about. */
const draftPlace = ({ meta }: Opened, name: string): Promise<string> => keyedMark(name, utf8(meta.signingKey));
