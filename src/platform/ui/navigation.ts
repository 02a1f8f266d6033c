import { useNavigate, useParams, useRouterState, useSearch } from "@tanstack/react-router";

/** A parameter of the path. @throws Error when the route has no such parameter */
export function useParam(name: string): string {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false });
  const value = params[name];
  if (typeof value !== "string") throw new Error(`no parameter ${name} in this path`);
  return value;
}

/** Another text for each arrival at a screen, also when it is the one that was there already. */
export function useVisit(): string {
  return useRouterState({ select: ({ location }) => location.state.__TSR_key ?? "" });
}

/** Goes to another screen: `go("/people/…")`. Codes and ids only: no names in addresses. */
export function useGo(): (to: string, search?: Record<string, string>) => void {
  const navigate = useNavigate();
  return (to, search) => void navigate({ to, search: search ?? {} });
}

/**
 * Filters of a list, kept in the address by code. Values equal to the default are left out.
 * @returns the current filters, and a setter that changes some of them without a new history entry
 */
export function useUrlFilters<F extends Readonly<Record<string, string>>>(
  defaults: F,
): [{ [K in keyof F]: string }, (change: Partial<{ [K in keyof F]: string }>) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const current = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => {
      const given = search[name];
      return [name, typeof given === "string" ? given : value];
    }),
  ) as { [K in keyof F]: string }; // the same keys as the defaults
  const change = (next: Partial<{ [K in keyof F]: string }>) => {
    const merged: Record<string, string> = {};
    for (const [name, value] of Object.entries({ ...search, ...next })) {
      if (typeof value === "string" && value !== (defaults[name] ?? "")) merged[name] = value;
    }
    void navigate({ to: ".", search: merged, replace: true });
  };
  return [current, change];
}
