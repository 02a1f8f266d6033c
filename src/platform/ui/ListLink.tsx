import { useRouter } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";

export type ListLinkProps = {
  /** Path with `$names` already filled in; codes only, never names or free text. */
  to: string;
  search?: Record<string, string>;
  className?: string;
  current?: boolean;
  onClick?: (() => void) | undefined;
  children: ReactNode;
};

/**
 * A link of a list or a bar. The router's own works out anew, at each change of address, whether it is the current one: with
 * sixty of them in sight that was half of what a slow phone needed to open a screen.
 */
export function ListLink({ to, search, className, current, onClick, children }: ListLinkProps) {
  const router = useRouter();
  const go = (event: MouseEvent) => {
    onClick?.();
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void router.navigate({ to, search: search ?? {} });
  };
  return (
    <a
      href={search ? `${to}?${new URLSearchParams(search).toString()}` : to}
      className={className}
      aria-current={current ? "page" : undefined}
      onClick={go}
      onPointerDown={() => void router.preloadRoute({ to }).catch(() => undefined)}
    >
      {children}
    </a>
  );
}
