import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // Ports and docs import the package by its name; tests run them on the sources.
  resolve: {
    alias: { "tf1-compat": at("./src/compat/index.ts") },
  },
  test: {
    include: ["test/**/*.test.ts"],
    coverage: { provider: "v8", include: ["src/**"] },
  },
});
