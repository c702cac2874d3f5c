/**
 * The `tf.app` namespace.
 * Source: tensorflow/python/platform/app.py; absl.app.run.
 */
import { pyFunction } from "../graph/signature.js";
import { TypeError_ } from "../np/errors.js";
import { commandLine, FlagError, registry } from "./flag_values.js";

export * as flags from "./flags.js";

function leave(code: number): void {
  // Not process.exit: what was printed has to get out. The script ends by itself.
  if (globalThis.process) globalThis.process.exitCode = code;
}

/**
 * tf.app.run: parses the flags, calls `main` with what is left of the command line, and makes its result the exit status.
 * Python finds `main` in the script; here it has to be given.
 */
export const run = pyFunction<{
  main: ((argv: string[]) => unknown) | null;
  argv: readonly string[] | null;
}>()("run", "(main=None, argv=None)", ({ main, argv }): void => {
  if (main === null) throw new TypeError_("tf.app.run() needs the program's main function: tf.app.run(main)");
  let left: string[];
  try {
    left = registry.parse(argv ?? commandLine(), true);
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    console.error(
      `FATAL Flags parsing error:\n  ${error.message}\nPass --helpshort or --helpfull to see help on flags.`,
    );
    leave(1);
    return;
  }
  const status = main(left);
  if (typeof status === "number") leave(status);
  else if (status !== null && status !== undefined) {
    console.error(String(status));
    leave(1);
  }
});
