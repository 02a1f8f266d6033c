import { defineConfig } from "@playwright/test";
import { houseHere } from "./e2e/house.ts";

const { POWROT_E2E_URL: runningHouse } = process.env;
const longWalks = ["wayThrough.spec.ts", "street.spec.ts", "device.spec.ts"];
const update = "update.spec.ts";

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/globalSetup.ts",
  outputDir: "test-results",
  workers: runningHouse ? 1 : 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
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
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: "/usr/bin/chromium",
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
