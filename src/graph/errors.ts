/**
 * Errors of a run, by status code.
 * Source: tf.errors (tensorflow/python/framework/errors_impl.py).
 */
import { PyError } from "../np/errors.js";
import type { NodeDef } from "./node_def.js";
import type { Operation } from "./operation.js";

/** Numbers of tensorflow/core/lib/core/error_codes.proto. */
export const CODES = {
  OK: 0,
  CANCELLED: 1,
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  OUT_OF_RANGE: 11,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  DATA_LOSS: 15,
  UNAUTHENTICATED: 16,
} as const;
export type Code = (typeof CODES)[keyof typeof CODES];

/** tf.errors.OpError: what failed (`op`, `node_def`), how (`error_code`) and the runtime's text (`message`). */
export class OpError extends PyError {
  readonly node_def: NodeDef | null;
  readonly op: Operation | null;
  readonly error_code: Code;
  readonly message_template: string;

  /** `message` may name nodes as `{{node x}}`: the text then says where each was made. */
  constructor(node_def: NodeDef | null, op: Operation | null, message: string, error_code: Code) {
    super(interpolate(message, op));
    this.message_template = message;
    this.name = new.target.name;
    this.node_def = node_def;
    this.op = op;
    this.error_code = error_code;
  }
  /** Python's str(error): the text, then where the operation was made. */
  __str__(): string {
    if (!this.op) return this.message;
    return `${this.message}\n\nOriginal stack trace for '${this.op.name}':\n  ${this.op.definedAt}\n`;
  }
}

function interpolate(message: string, op: Operation | null): string {
  return message.replace(/\{\{node ([^}]+)\}\}/g, (_, name: string) => {
    const found = op?.graph.findOperation(name);
    return found ? `node ${name} (defined at ${found.definedAt}) ` : `node ${name}`;
  });
}

export class CancelledError extends OpError {}
export class UnknownError extends OpError {}
export class InvalidArgumentError extends OpError {}
export class DeadlineExceededError extends OpError {}
export class NotFoundError extends OpError {}
export class AlreadyExistsError extends OpError {}
export class PermissionDeniedError extends OpError {}
export class ResourceExhaustedError extends OpError {}
export class FailedPreconditionError extends OpError {}
export class AbortedError extends OpError {}
export class OutOfRangeError extends OpError {}
export class UnimplementedError extends OpError {}
export class InternalError extends OpError {}
export class UnavailableError extends OpError {}
export class DataLossError extends OpError {}
export class UnauthenticatedError extends OpError {}

type OpErrorClass = new (node_def: NodeDef | null, op: Operation | null, message: string, error_code: Code) => OpError;

const CLASSES: Record<Exclude<keyof typeof CODES, "OK">, OpErrorClass> = {
  CANCELLED: CancelledError,
  UNKNOWN: UnknownError,
  INVALID_ARGUMENT: InvalidArgumentError,
  DEADLINE_EXCEEDED: DeadlineExceededError,
  NOT_FOUND: NotFoundError,
  ALREADY_EXISTS: AlreadyExistsError,
  PERMISSION_DENIED: PermissionDeniedError,
  RESOURCE_EXHAUSTED: ResourceExhaustedError,
  FAILED_PRECONDITION: FailedPreconditionError,
  ABORTED: AbortedError,
  OUT_OF_RANGE: OutOfRangeError,
  UNIMPLEMENTED: UnimplementedError,
  INTERNAL: InternalError,
  UNAVAILABLE: UnavailableError,
  DATA_LOSS: DataLossError,
  UNAUTHENTICATED: UnauthenticatedError,
};

export type StatusName = keyof typeof CLASSES;

export function makeOpError(
  code: StatusName,
  node_def: NodeDef | null,
  op: Operation | null,
  message: string,
): OpError {
  return new CLASSES[code](node_def, op, message, CODES[code]);
}

/** Thrown by kernels; the engine adds which node failed and makes the OpError of that code. */
export class KernelError extends Error {
  readonly code: StatusName;
  constructor(code: StatusName, message: string) {
    super(message);
    this.code = code;
  }
}

export function invalidArgument(message: string): KernelError {
  return new KernelError("INVALID_ARGUMENT", message);
}
