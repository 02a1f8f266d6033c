import { defineConfig } from "vitest/config";

const everywhere = { environment: "node", pool: "forks" } as const;
const elsewhere = ["node_modules/**", "dist/**"];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...everywhere,
          name: "unit",
          isolate: false, // what files of rules and screens read is read once
          include: ["src/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: [...elsewhere, "src/**/*.db.test.ts"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...everywhere,
          name: "db",
          isolate: false, // the house is read once, and each file opens one of its own: nothing may be mocked by its path
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
