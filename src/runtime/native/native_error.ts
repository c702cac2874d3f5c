/**
 * What the native engine throws: a failed op of libtensorflow, a value it cannot take, or an installation that is missing.
 * Source: TF_Code and TF_Message of TensorFlow's C API.
 */
export class NativeError extends Error {
  /** TF_Code of a failed op (3 invalid argument, 5 not found, ...); undefined where the addon tells none. */
  readonly code: number | undefined;

  constructor(message: string, options: { code?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = "NativeError";
    this.code = options.code;
  }
}

/** How the addon introduces TensorFlow's message: of an op, of a session, of a graph. */
const STATUS =
  /^(?:Invalid TF_Status: (\d+)\nMessage|Session fail to run with error|Failed to load SavedModel): ([\s\S]*)$/;

/** The binding's exception with TensorFlow's own message (the binding cuts it at about 500 bytes) and code. */
export function fromBinding(thrown: unknown): NativeError {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const status = STATUS.exec(text);
  if (!status) return new NativeError(text.trim(), { cause: thrown });
  return new NativeError(status[2]!, { ...(status[1] && { code: Number(status[1]) }), cause: thrown });
}
