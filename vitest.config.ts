import { defineConfig } from "vitest/config";

// files share a process: reading the house anew for each took a fifth of the whole run
const everywhere = { environment: "node", pool: "forks", isolate: false } as const;
const elsewhere = ["node_modules/**", "dist/**"];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...everywhere,
          name: "unit",
          include: ["src/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: [...elsewhere, "src/**/*.db.test.ts"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...everywhere,
          name: "db",
          include: ["src/**/*.db.test.ts"],
          exclude: elsewhere,
          globalSetup: ["src/platform/testing/globalSetup.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
