/**
 * Where in the user's code something was made, for error texts.
 * Source: the "(defined at file.py:5)" of TensorFlow's error interpolation.
 */

/** V8 formats a stack only when it is read, so keeping the error is cheap. */
export class CallSite {
  private readonly error: Error;

  constructor() {
    // A composite such as an optimizer is many of our own frames away from the user's line.
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 50;
    this.error = new Error();
    Error.stackTraceLimit = limit;
  }

  /** "file.ts:12" of the innermost frame outside this package; "" where the engine gives no stacks. */
  toString(): string {
    for (const line of (this.error.stack ?? "").split("\n").slice(1)) {
      const match = /\(?((?:file:\/\/)?[^\s()]+):(\d+):\d+\)?$/.exec(line.trim());
      if (match && !isOwn(match[1]!)) return `${match[1]!.replace(/^file:\/\//, "")}:${match[2]}`;
    }
    return "";
  }
}

const here = import.meta.url.replace(/\/graph\/call_site\.[jt]s.*$/, "/");

function isOwn(file: string): boolean {
  return (
    file.startsWith(here) ||
    `file://${file}`.startsWith(here) ||
    file.startsWith("node:") ||
    file.includes("/node_modules/")
  );
}
