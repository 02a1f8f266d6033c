import { defineConfig } from "@playwright/test";
import { browserHere } from "./e2e/browser.ts";
import { houseHere } from "./e2e/house.ts";

const { POWROT_E2E_URL: runningHouse, POWROT_E2E_TRACE: wantsTrace } = process.env;
const longWalks = ["wayThrough.spec.ts", "street.spec.ts", "device.spec.ts"];
const update = "update.spec.ts";

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/globalSetup.ts",
  outputDir: "test-results",
  workers: runningHouse ? 1 : 2,
  // a second run tells a race from a fault; which of them passed only then is counted: scripts/counts.ts
  retries: runningHouse ? 0 : 1,
  // generous: a machine may be slow, and what is green does not wait
  timeout: 300_000,
  expect: { timeout: 45_000 },
  // the long ones first, so that no worker is left alone with one in the end
  projects: [
    { name: "long walks", testMatch: longWalks },
    { name: "walks", testIgnore: [...longWalks, update] },
    // publishes another version under every house that stands
    { name: "by itself", testMatch: update, dependencies: ["long walks", "walks"] },
  ],
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: runningHouse ?? houseHere()?.url,
    locale: "pl-PL",
    timezoneId: "Europe/Warsaw",
    actionTimeout: 45_000,
    navigationTimeout: 60_000,
    screenshot: "only-on-failure",
    // a third of all that the journeys cost
    trace: wantsTrace ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath: browserHere(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
