/**
 * npm run build: compiles src to dist, ES modules with declarations and source maps.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, rmSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");

// Files of modules that are gone must not stay in the package.
rmSync(dist, { recursive: true, force: true });
const tsc = join(root, "node_modules", "typescript", "lib", "tsc.js");
try {
  execFileSync(process.execPath, [tsc, "-p", join(root, "tsconfig.build.json")], { stdio: "inherit" });
} catch {
  // The compiler has said why.
  process.exit(1);
}

const bytes = new Map<string, number>();
for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const kind = entry.name.endsWith(".d.ts") ? ".d.ts" : extname(entry.name);
  bytes.set(kind, (bytes.get(kind) ?? 0) + statSync(join(entry.parentPath, entry.name)).size);
}
const sizes = [...bytes].map(([kind, n]) => `${kind} ${(n / 1e6).toFixed(2)} MB`);
console.log(`dist: ${sizes.join(", ")}`);
