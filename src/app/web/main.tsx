import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../../platform/ui/tokens.css";
import "../../platform/ui/fonts.css";
import "../../platform/ui/base.css";
import { setLineWords } from "../../modules/casework/lineWords.ts";
import { setConflictWords } from "../../modules/conflict/words.ts";
import { addTonightParts } from "../../modules/outreach/field/tonightParts.ts";
import { ServerProblem } from "../../platform/ui/api.ts";
import { startLanguage } from "../../platform/ui/language.ts";
import { startTheme } from "../../platform/ui/theme.ts";
import { begin } from "./device/here.ts";
import { router } from "./router.tsx";

startTheme();
setLineWords(() => import("./timelineWords.ts").then((it) => it.timelineWords));
setConflictWords(() => import("./conflictWords.ts").then((it) => it.conflictWords));
addTonightParts([
  { id: "reports", order: 10, load: () => import("../../modules/referral/RouteTonight.tsx") },
  { id: "places", order: 60, load: () => import("../../modules/facility/PlacesTonight.tsx") },
]);

// in memory only: nothing about people is ever written to the disk of this device
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 5 * 60_000,
      networkMode: "always",
      retry: (count, error) => count < 2 && !(error instanceof ServerProblem),
    },
  },
});

const place = document.getElementById("powrot");
if (!place) throw new Error("index.html has lost its #powrot");
const root = createRoot(place);
// at once in Polish; another language is a file of its own
void startLanguage().then(() => {
  void begin(queries);
  root.render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
});
