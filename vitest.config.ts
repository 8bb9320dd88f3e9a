import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = { "@": root.replace(/\/$/, ""), "server-only": `${root}test/server-only.ts` };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{lib,components,db,scripts,test}/**/*.test.ts"],
          exclude: ["**/*.db.test.ts"],
          setupFiles: ["test/fixed-properties.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "db",
          include: ["{lib,db,test}/**/*.db.test.ts"],
          globalSetup: ["test/global-database.ts"],
          setupFiles: ["test/fixed-properties.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
