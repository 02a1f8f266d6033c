import type { ComponentType } from "react";
import type { Lang } from "../messages.ts";

/** One screen of a room. The file that lists them stays tiny: the screen itself is loaded when it is opened. */
export type ScreenRoute = {
  /** e.g. "/people/$personId"; `$name` is read with `useParam("name")`. */
  path: string;
  /** Words of the tab and of the history. */
  title: Readonly<Record<Lang, string>>;
  load: () => Promise<ComponentType>;
  /** Reachable without a session (public pages). */
  open?: boolean;
  /** No rail and no bars (participant, sign-in, kiosk). */
  bare?: boolean;
};

/** A room's `screens.tsx` exports `routes = defineScreens([...])`; `src/app/web/screens.tsx` lists the rooms. */
export function defineScreens(routes: readonly ScreenRoute[]): readonly ScreenRoute[] {
  return routes;
}
