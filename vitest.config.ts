import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // Ports and docs import the package by its name; tests run them on the sources.
  resolve: {
    alias: [
      { find: /^tf1-compat\/(python|pyplot|port|testing)$/, replacement: at("./src/$1/index.ts") },
      { find: /^tf1-compat$/, replacement: at("./src/compat/index.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    coverage: { provider: "v8", include: ["src/**"] },
  },
});
