/** Compares what two programs printed: byte for byte, or number by number where another libtensorflow rounded. */

export function differentText(want: string, got: string): string | null {
  if (want === got) return null;
  const [a, b] = [want.split("\n"), got.split("\n")];
  const at = a.findIndex((line, i) => line !== b[i]);
  const line = at < 0 ? a.length : at;
  return `line ${line + 1}: want ${JSON.stringify(a[line])}, got ${JSON.stringify(b[line])}`;
}

const RTOL = 1e-4;
const ATOL = 1e-6;
const NUMBER = /^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/;
const TOKEN = /-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|\w+|\S/g;

/** Numbers with a fraction or an exponent may differ a little; anything else must be equal but for blanks, which padding makes. */
function close(want: string, got: string | undefined): boolean {
  if (want === got) return true;
  if (got === undefined || !NUMBER.test(want) || !NUMBER.test(got) || !/[.e]/.test(want + got)) return false;
  const [a, b] = [Number(want), Number(got)];
  return Math.abs(a - b) <= ATOL + RTOL * Math.abs(a);
}

export function differentNumbers(want: string, got: string): string | null {
  const [a, b] = [want.match(TOKEN) ?? [], got.match(TOKEN) ?? []];
  const at = a.findIndex((token, i) => !close(token, b[i]));
  if (at < 0)
    return a.length === b.length
      ? null
      : `more than the original printed: ${b.slice(a.length, a.length + 8).join(" ")}`;
  const around = (tokens: readonly string[]) => tokens.slice(Math.max(0, at - 4), at + 5).join(" ");
  return `want ${a[at]}, got ${b[at]}, in ${around(a)} and ${around(b)}`;
}
