/**
 * Warnings: one line on the error stream, each text once a process.
 * Source: Python's warnings module with its default filter.
 */

const seen = new Set<string>();

/** Prints `category: text` unless it was printed before. */
export function warnOnce(category: string, text: string): void {
  const line = `${category}: ${text}`;
  if (seen.has(line)) return;
  seen.add(line);
  console.warn(line);
}
