/**
 * A whole graph in a session of libtensorflow: variables, random streams and control flow live there, a run is one call.
 * Source: TF_LoadSessionFromSavedModel and TF_SessionRun, as LoadSavedModel and RunSavedModel of tfjs-node call them.
 */
import type { RawBinding } from "./binding.js";
import type { Handles, NativeTensorHandle } from "./handles.js";
import { fromBinding, NativeError } from "./native_error.js";
import { endOf, savedModel, TAG } from "./saved_model.js";

/** The addon reads models from folders; this one is gone once the session has been made. */
function open(binding: RawBinding, model: Uint8Array): number {
  const { mkdtempSync, rmSync, writeFileSync } = process.getBuiltinModule("node:fs");
  const { join } = process.getBuiltinModule("node:path");
  const folder = mkdtempSync(join(process.getBuiltinModule("node:os").tmpdir(), "tf1-compat-"));
  try {
    writeFileSync(join(folder, "saved_model.pb"), model);
    return binding.loadSavedModel(folder, TAG);
  } catch (thrown) {
    throw fromBinding(thrown);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Made by NativeBridge.load. */
export class NativeGraph {
  readonly #binding: RawBinding;
  readonly #handles: Handles;
  readonly #ops: ReadonlySet<string>;
  #session: number | null;

  constructor(binding: RawBinding, handles: Handles, graphDef: Uint8Array, ops: readonly string[]) {
    this.#binding = binding;
    this.#handles = handles;
    this.#ops = new Set(ops);
    this.#session = open(binding, savedModel(graphDef, ops));
  }

  /**
   * One Session.run: feeds and fetches are named as tf.Tensor names them ("x:0"); ops are run and give nothing. What is
   * fetched may share a variable's memory: download it before the next run. Nothing may be both fed and fetched. Of an
   * error the addon tells the message, not the code.
   */
  run(
    feeds: ReadonlyMap<string, NativeTensorHandle>,
    fetches: readonly string[],
    ops: readonly string[] = [],
  ): NativeTensorHandle[] {
    if (this.#session === null) throw new NativeError("this graph has been closed");
    for (const op of ops) {
      if (!this.#ops.has(op)) throw new NativeError(`op ${op} was not named when the graph was loaded`);
    }
    // A run of nothing is an error to TF_SessionRun.
    if (fetches.length + ops.length === 0) return [];
    const ids = Array.from(feeds.values(), (handle) => this.#handles.idOf(handle));
    const names = [...fetches, ...ops.map((op) => `${endOf(op)}:0`)];
    try {
      const made = this.#binding.runSavedModel(this.#session, ids, [...feeds.keys()].join(","), names.join(","));
      for (const end of made.slice(fetches.length)) this.#binding.deleteTensor(end.id);
      return made.slice(0, fetches.length).map((output) => this.#handles.own(output));
    } catch (thrown) {
      throw fromBinding(thrown);
    }
  }

  /** Ends the session with all its state; a second call does nothing. */
  close(): void {
    if (this.#session !== null) this.#binding.deleteSavedModel(this.#session);
    this.#session = null;
  }
}
