/**
 * Python's module threading, for programs on one thread.
 *
 * `Thread.start()` runs the target at once and comes back when it is done: what a program does between start() and
 * join() happens afterwards. A target that waits for what comes after start() would wait for ever; an Event or a
 * Condition raises RuntimeError instead.
 * Source: Lib/threading.py (Python 3.7).
 */
import { bind, type Call } from "../np/arguments.js";
import { RuntimeError } from "../np/errors.js";
import { call } from "../py/calls.js";
import { format_exception } from "./traceback.js";

interface ThreadOptions {
  readonly group?: null;
  readonly target?: ((...args: never) => unknown) | null;
  readonly name?: string | null;
  readonly args?: Iterable<unknown>;
  readonly kwargs?: ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>> | null;
  readonly daemon?: boolean | null;
}

let count = 0;
let idents = 0;
const running: Thread[] = [];

export class Thread {
  name: string;
  daemon: boolean;
  readonly ident: number = ++idents;
  private readonly given: ThreadOptions;
  private started = false;

  constructor(...args: Call<[group: null, target: ThreadOptions["target"], name?: string | null], ThreadOptions>) {
    this.given = bind<ThreadOptions>("__init__", ["group", "target", "name", "args", "kwargs", "daemon"], args);
    this.name = this.given.name ?? `Thread-${++count}`;
    this.daemon = this.given.daemon ?? false;
  }
  /** Runs the target to its end. What it raises is written on standard error, as for a thread. */
  start(): void {
    if (this.started) throw new RuntimeError("threads can only be started once");
    this.started = true;
    running.push(this);
    try {
      this.run();
    } catch (error) {
      if (error instanceof globalThis.Error && error.name === "SystemExit") return;
      process.stderr.write(`Exception in thread ${this.name}:\n${format_exception(error).join("")}\n`);
    } finally {
      running.pop();
    }
  }
  run(): void {
    const { target, args = [], kwargs } = this.given;
    if (!target) return;
    const named = kwargs instanceof Map ? Object.fromEntries(kwargs) : (kwargs ?? {});
    call(target as (...args: never) => unknown, args, named as Record<string, unknown>);
  }
  join(_timeout: number | null = null): void {
    if (!this.started) throw new RuntimeError("cannot join thread before it is started");
  }
  is_alive(): boolean {
    return running.includes(this);
  }
  setDaemon(daemonic: boolean): void {
    this.daemon = daemonic;
  }
  isDaemon(): boolean {
    return this.daemon;
  }
  getName(): string {
    return this.name;
  }
  setName(name: string): void {
    this.name = name;
  }
}

const main = new Thread({ name: "MainThread" });

/** threading.Lock: nobody else can hold it but the program itself. */
export class Lock {
  private held = 0;
  protected readonly again: boolean = false;

  acquire(blocking = true, timeout = -1): boolean {
    if (this.held > 0 && !this.again) {
      if (!blocking || timeout >= 0) return false;
      throw new RuntimeError("the lock is held already, and there is no other thread to release it");
    }
    this.held++;
    return true;
  }
  release(): void {
    if (this.held === 0) throw new RuntimeError("release unlocked lock");
    this.held--;
  }
  locked(): boolean {
    return this.held > 0;
  }
  __enter__(): boolean {
    return this.acquire();
  }
  __exit__(..._error: readonly unknown[]): void {
    this.release();
  }
  [Symbol.dispose](): void {
    this.release();
  }
}
export class RLock extends Lock {
  protected override readonly again = true;
}
/** threading.Condition: there is nobody to wait for. */
export class Condition extends RLock {
  wait(timeout: number | null = null): boolean {
    if (timeout !== null) return false;
    throw new RuntimeError("there is no other thread that could notify this one");
  }
  wait_for(predicate: () => boolean, timeout: number | null = null): boolean {
    return predicate() || this.wait(timeout);
  }
  notify(_n = 1): void {}
  notify_all(): void {}
}
export class Semaphore {
  private left: number;

  constructor(value = 1) {
    this.left = value;
  }
  acquire(blocking = true, timeout: number | null = null): boolean {
    if (this.left > 0) {
      this.left--;
      return true;
    }
    if (!blocking || timeout !== null) return false;
    throw new RuntimeError("there is no other thread that could release the semaphore");
  }
  release(): void {
    this.left++;
  }
  __enter__(): boolean {
    return this.acquire();
  }
  __exit__(..._error: readonly unknown[]): void {
    this.release();
  }
}
export class BoundedSemaphore extends Semaphore {}

export class Event {
  private flag = false;

  is_set(): boolean {
    return this.flag;
  }
  isSet(): boolean {
    return this.flag;
  }
  set(): void {
    this.flag = true;
  }
  clear(): void {
    this.flag = false;
  }
  wait(timeout: number | null = null): boolean {
    if (this.flag || timeout !== null) return this.flag;
    throw new RuntimeError("there is no other thread that could set the event");
  }
}
/** threading.local: its attributes are the only thread's. */
export class local {
  [name: string]: unknown;
}
/** threading.Timer: waits and runs when it is started. */
export class Timer extends Thread {
  constructor(_interval: number, f: (...args: never) => unknown, args: Iterable<unknown> = []) {
    super({ target: f, args });
  }
  cancel(): void {}
}

export function current_thread(): Thread {
  return running.at(-1) ?? main;
}
export const currentThread = current_thread;
export function main_thread(): Thread {
  return main;
}
export function active_count(): number {
  return 1 + running.length;
}
export function enumerate(): Thread[] {
  return [main, ...running];
}
export function get_ident(): number {
  return current_thread().ident;
}
