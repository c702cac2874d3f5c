/** Elements of string tensors: bytes, which most functions read as UTF-8. */
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}
export function stringsOf(value: Value): readonly Uint8Array[] {
  return value.data as unknown as readonly Uint8Array[];
}

/** A kernel that makes one element of each element; `prepare` reads attributes once. */
export function eachString<T>(prepare: (k: KernelContext) => (s: Uint8Array, i: number) => T): Kernel {
  return (k) => {
    const input = k.input(0);
    const from = stringsOf(input);
    const out = k.output(0, input.shape).data as unknown as T[];
    const make = prepare(k);
    return () => {
      for (let i = 0; i < input.size; i++) out[i] = make(from[i]!, i);
    };
  };
}

export function joinBytes(parts: readonly Uint8Array[], separator: Uint8Array = new Uint8Array(0)): Uint8Array {
  const total = parts.reduce((n, p) => n + p.length, 0) + separator.length * Math.max(0, parts.length - 1);
  const out = new Uint8Array(total);
  let at = 0;
  parts.forEach((p, i) => {
    if (i > 0) {
      out.set(separator, at);
      at += separator.length;
    }
    out.set(p, at);
    at += p.length;
  });
  return out;
}
