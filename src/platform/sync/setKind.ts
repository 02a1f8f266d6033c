import type { WorkContext } from "../command.ts";

/** A change that the feed told: a record of a topic, as `follow(table, topic, column)` names it in the migrations. */
export type Change = { topic: string; recordId: string };

/** One record of the set, and the person it is about. */
export type SetName = { id: string; personId: string | null };
export type SetRecord = SetName & { body: unknown };

/**
 * One kind of record that a room lets devices hold. The room decides who holds what: the reader is `context.actor`.
 * What `list` no longer names, or `load` does not answer, is taken from the device.
 */
export type SetKind = {
  kind: string;
  /** Format of the bodies; a change of it sends all of them again. */
  v: number;
  /** A change of one of these topics reloads the record of its id, unless `touched` says otherwise. */
  topics: readonly string[];
  warnAt: number;
  most: number;
  /** Message key of the rule to narrow when there are more than `most`. */
  narrow: string;
  /** Names of the bodies' fields, for the notice of a breach. */
  fields?: readonly string[];
  /** Everything of this kind that the reader may hold now. */
  list(context: WorkContext): Promise<SetName[]>;
  /** The records of these ids, all of which `list` named, in any order. */
  load(context: WorkContext, ids: readonly string[]): Promise<SetRecord[]>;
  /** Ids of this kind's records that the changes touch, where they are not the changed records' own. */
  touched?(context: WorkContext, changes: readonly Change[]): Promise<string[]>;
};

const kinds: SetKind[] = [];

/** The kinds of the house's set, in the order in which a first download brings them. Filled by the app. */
export const setKinds: readonly SetKind[] = kinds;

/** Answers how to take them away again; said twice, it takes nothing of others. */
export function addSetKinds(more: readonly SetKind[]): () => void {
  kinds.push(...more);
  return () => {
    for (const kind of more) {
      const at = kinds.indexOf(kind);
      if (at >= 0) kinds.splice(at, 1);
    }
  };
}
