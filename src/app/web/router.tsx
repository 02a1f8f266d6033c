import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { getJson, NetworkFailure } from "../../platform/ui/api.ts";
import { getLanguage } from "../../platform/ui/language.ts";
import { setPageTitle } from "../../platform/ui/pageTitle.ts";
import type { ScreenRoute } from "../../platform/ui/screenRoutes.ts";
import { HomeScreen } from "./HomeScreen.tsx";
import { BrokenScreen, NotFoundScreen, WaitingScreen } from "./PlainScreens.tsx";
import { Root } from "./Root.tsx";
import { screens } from "./screens.tsx";

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundScreen, errorComponent: BrokenScreen });

const home: ScreenRoute = {
  path: "/",
  title: { pl: "Dziś", en: "Today", uk: "Сьогодні" },
  load: () => Promise.resolve(HomeScreen),
};

/**
 * Why a screen did not come. The route reloads the page when a file is gone, as after an upgrade; without a network a reload
 * would only lose what is typed and not saved, so that is said instead.
 */
async function whyNot(error: unknown): Promise<never> {
  await getJson("/api/session", { mendSession: false }).catch((reason: unknown) => {
    if (reason instanceof NetworkFailure) throw reason;
  });
  throw error;
}

function routeOf(screen: ScreenRoute) {
  return createRoute({
    getParentRoute: () => root,
    path: screen.path,
    staticData: { screen },
    component: lazyRouteComponent(async () => ({ default: await screen.load().catch(whyNot) })),
    onEnter: () => {
      setPageTitle(screen.title[getLanguage()]);
    },
  });
}

/** Addresses stay plain: `?unit=KIS&state=open`, every value a string. */
function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

function stringifySearch(search: Record<string, unknown>): string {
  const entries = Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const text = new URLSearchParams(entries).toString();
  return text ? `?${text}` : "";
}

export const router = createRouter({
  routeTree: root.addChildren([home, ...screens].map(routeOf)),
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultPendingComponent: WaitingScreen,
  defaultErrorComponent: BrokenScreen,
  defaultNotFoundComponent: NotFoundScreen,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    screen?: ScreenRoute;
  }
}
