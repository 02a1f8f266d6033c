import { useBlocker } from "@tanstack/react-router";
import { LeaveQuestion } from "./Dialog.tsx";

type Asked = { isUnsaved: () => boolean; isLostByLeaving: () => boolean };

/** Asks before another screen takes the place of something typed; the browser asks before it closes the page. */
export function LeaveGuard({ isUnsaved, isLostByLeaving }: Asked) {
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isLostByLeaving(),
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  return (
    <LeaveQuestion
      open={leaving.status === "blocked"}
      onStay={() => leaving.reset?.()}
      onGo={() => leaving.proceed?.()}
    />
  );
}
