/**
 * npm run bench [-- NAME ...]: ratios within one run; machines are noisy, so no test asserts a time.
 */
const BENCHES: Record<string, () => Promise<{ run?: () => void | Promise<void> }>> = {
  xor: () => import("./xor.js"),
  blocks: () => import("./blocks.js"),
  np: () => import("./np.js"),
  elementwise: () => import("./elementwise.js"),
  matmul: () => import("./matmul.js"),
  reductions: () => import("./reductions.js"),
};

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) {
  const load = BENCHES[name];
  if (!load) throw new Error(`no benchmark ${name}; there are ${Object.keys(BENCHES).join(", ")}`);
  console.log(`# ${name}`);
  // Some measure while they are loaded.
  await (await load()).run?.();
}

export {};
