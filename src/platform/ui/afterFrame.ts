const latestMs = 250;

/** Does `work` once the next frame is drawn, so that what the user waits for comes first; where nothing is drawn, a moment later. */
export function afterFrame(work: () => void): void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    work();
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, latestMs);
}
