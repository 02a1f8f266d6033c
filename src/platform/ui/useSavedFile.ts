import { type MouseEvent, useState } from "react";
import { getFile } from "./api.ts";

/** How long the browser may take to begin keeping what it was handed. */
const handedMs = 60_000;

type SavedFile = {
  busy: boolean;
  /** What kept the file from being made; undefined until then and once it is asked for again. */
  failure: unknown;
  /** Answers the press of a link: the file is asked for here and handed to the browser. A press for a new tab is the browser's own. */
  save: (press: MouseEvent) => void;
};

/**
 * Left to itself, a browser tells a refusal, an ended session and a lost network in its own words beside the page, or not at all. Asked
 * for by the page, the session is mended over it and the failure told on it.
 */
export function useSavedFile(path: string): SavedFile {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const ask = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      hand(await getFile(path));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    failure,
    save: (press) => {
      if (press.button !== 0 || press.ctrlKey || press.metaKey || press.shiftKey || press.altKey) return;
      press.preventDefault();
      if (!busy) void ask();
    },
  };
}

function hand({ name, content }: Awaited<ReturnType<typeof getFile>>): void {
  const address = URL.createObjectURL(content);
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), handedMs);
}
