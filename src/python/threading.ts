/**
 * Python's threading, in one thread: a thread's work runs when it is started, to its end.
 * A thread that waits for what its starter does later never ends; one that computes gives what it would have given.
 * Source: Lib/threading.py (Python 3.7).
 */
import { call } from "../py/calls.js";
import { ContextManager } from "../py/context.js";

interface ThreadOptions {
  readonly group?: null;
  readonly target?: unknown;
  readonly name?: string | null;
  readonly args?: Iterable<unknown>;
  readonly kwargs?: ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>> | null;
  readonly daemon?: boolean | null;
}

let count = 0;

export class Thread {
  name: string;
  daemon: boolean;
  private readonly options: ThreadOptions;

  constructor(options: ThreadOptions = {}) {
    this.options = options;
    this.name = options.name ?? `Thread-${++count}`;
    this.daemon = options.daemon === true;
  }
  run(): void {
    const { target, args = [], kwargs } = this.options;
    const named = kwargs instanceof Map ? (Object.fromEntries(kwargs) as Record<string, unknown>) : (kwargs ?? {});
    if (target) call(target, args, named as Readonly<Record<string, unknown>>);
  }
  start(): void {
    this.run();
  }
  join(_timeout: number | null = null): void {}
  is_alive(): boolean {
    return false;
  }
  isAlive(): boolean {
    return false;
  }
  setDaemon(daemon: boolean): void {
    this.daemon = daemon;
  }
  getName(): string {
    return this.name;
  }
}

class LockType extends ContextManager<boolean> {
  private isHeld = false;

  acquire(..._how: readonly unknown[]): boolean {
    this.isHeld = true;
    return true;
  }
  release(): void {
    this.isHeld = false;
  }
  locked(): boolean {
    return this.isHeld;
  }
  override __enter__(): boolean {
    return this.acquire();
  }
  override __exit__(_error?: unknown): void {
    this.release();
  }
}
export const Lock = (): LockType => new LockType();
export const RLock = Lock;
export const Condition = Lock;
export const Semaphore = (_value = 1): LockType => new LockType();

class EventType {
  private isOn = false;

  set(): void {
    this.isOn = true;
  }
  clear(): void {
    this.isOn = false;
  }
  is_set(): boolean {
    return this.isOn;
  }
  wait(_timeout: number | null = null): boolean {
    return this.isOn;
  }
}
export const Event = (): EventType => new EventType();

const main = /* @__PURE__ */ new Thread({ name: "MainThread" });
export const current_thread = (): Thread => main;
export const currentThread = current_thread;
export const active_count = (): number => 1;
