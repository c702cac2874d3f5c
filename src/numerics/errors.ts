/**
 * What integer kernels refuse to compute; the runtime turns these into InvalidArgumentError with the node's name.
 * Source: tensorflow/core/kernels/cwise_ops_common.cc (BinaryOpShared::SetComputeError, SetUnimplementedError).
 */

/** Base of the errors below: a value the arithmetic is not defined for. */
export class NumericsError extends Error {}

/** Integer division or remainder by zero. */
export class DivisionByZero extends NumericsError {
  constructor() {
    super("Integer division by zero");
  }
}

/** An integer raised to a negative integer. */
export class NegativeIntegerPower extends NumericsError {
  constructor() {
    super("Integers to negative integer powers are not allowed");
  }
}
