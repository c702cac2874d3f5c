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
  /** Python's: the class hands no arguments on, so its text shows none. */
  __repr__(): string {
    return `${this.name}()`;
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

type StatusError = new (node_def: NodeDef | null, op: Operation | null, message: string) => OpError;

/** The class above the errors of one code. */
function withCode(name: keyof typeof CODES): StatusError {
  return class extends OpError {
    constructor(node_def: NodeDef | null, op: Operation | null, message: string) {
      super(node_def, op, message, CODES[name]);
    }
  };
}

export class UnknownError extends OpError {
  constructor(node_def: NodeDef | null, op: Operation | null, message: string, error_code: Code = CODES.UNKNOWN) {
    super(node_def, op, message, error_code);
  }
}
export class CancelledError extends withCode("CANCELLED") {}
export class InvalidArgumentError extends withCode("INVALID_ARGUMENT") {}
export class DeadlineExceededError extends withCode("DEADLINE_EXCEEDED") {}
export class NotFoundError extends withCode("NOT_FOUND") {}
export class AlreadyExistsError extends withCode("ALREADY_EXISTS") {}
export class PermissionDeniedError extends withCode("PERMISSION_DENIED") {}
export class ResourceExhaustedError extends withCode("RESOURCE_EXHAUSTED") {}
export class FailedPreconditionError extends withCode("FAILED_PRECONDITION") {}
export class AbortedError extends withCode("ABORTED") {}
export class OutOfRangeError extends withCode("OUT_OF_RANGE") {}
export class UnimplementedError extends withCode("UNIMPLEMENTED") {}
export class InternalError extends withCode("INTERNAL") {}
export class UnavailableError extends withCode("UNAVAILABLE") {}
export class DataLossError extends withCode("DATA_LOSS") {}
export class UnauthenticatedError extends withCode("UNAUTHENTICATED") {}

const CLASSES: Record<Exclude<keyof typeof CODES, "OK">, StatusError> = {
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
  return new CLASSES[code](node_def, op, message);
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
