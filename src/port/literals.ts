/**
 * Literals of Python as TypeScript writes them.
 */

/** Whether a number's text says float. */
export function isFloatLiteral(text: string): boolean {
  return /^[\d_]*\.[\d_]*(?:[eE]|$)|^[\d_.]+[eE]/.test(text) && !/^0[xXoObB]/.test(text);
}

/** A number's text: the same where TypeScript reads it as Python does. */
export function numberText(text: string): string {
  let plain = text.replace(/^0+(?=\d)/, "");
  if (isFloatLiteral(text)) {
    plain = plain
      .replace(/_/g, "")
      .replace(/^\./, "0.")
      .replace(/\.(?=$|[eE])/, "");
    return plain.replace("E", "e");
  }
  if (/^0[oO]/.test(text) || /^0[xXbB]/.test(text)) plain = text.toLowerCase();
  const value = BigInt(plain.replace(/_/g, ""));
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? `${plain}n` : plain;
}

export function stringText(value: string): string {
  return JSON.stringify(value).replace(
    /[\u2028\u2029\u007f-\u009f]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Text inside backquotes. */
export function templateText(value: string): string {
  return stringText(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("`", "\\`").replaceAll("${", "\\${");
}
