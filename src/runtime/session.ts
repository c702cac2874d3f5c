/**
 * Sessions: run parts of a graph, keep its variables.
 * Source: tf.Session, tf.InteractiveSession (tensorflow/python/client/session.py).
 */

import { Graph, getDefaultGraph } from "../graph/graph.js";
import { pythonTypeName } from "../graph/python_type.js";
import { forgetSession, popSession, pushSession, type SessionLike } from "../graph/sessions.js";
import { pyClass } from "../graph/signature.js";
import { AttributeError, RuntimeError } from "../np/errors.js";
import { type ContextManager, SimpleContext } from "../py/context.js";
import { ConfigProto, type MessageOf, RunMetadata, RunOptions } from "./config_messages.js";
import { engineFor } from "./engines.js";
import { type Feed, type FeedDict, feedPairs, makeFeed } from "./feeds.js";
import { type FetchPlan, type FetchResult, planFetches } from "./fetches.js";
import { propagate } from "./fold.js";
import { buildIr, type IrNode, prune } from "./ir.js";
import { currentObserver } from "./observer.js";
import { type Engine, Plan } from "./plan.js";
import { toResult } from "./results.js";
import { rewrite } from "./rewrites/rewrite.js";
import { SessionState } from "./session_state.js";

/** Keyword arguments of Session.run. */
export interface RunKeywords {
  readonly feed_dict?: FeedDict | null | undefined;
  readonly options?: unknown;
  readonly run_metadata?: unknown;
}

/** Settings of a session. Those that make no sense in one process are accepted and ignored. */
export type SessionConfig = MessageOf<typeof ConfigProto>;

interface SessionArguments {
  target: string;
  graph: Graph | null;
  config: SessionConfig | null;
}

const KEYWORDS = new Set(["feed_dict", "options", "run_metadata"]);

function isKeywords(x: unknown): x is RunKeywords {
  if (typeof x !== "object" || x === null || Object.getPrototypeOf(x) !== Object.prototype) return false;
  const keys = Object.keys(x);
  return keys.length > 0 && keys.every((k) => KEYWORDS.has(k));
}

const isConfig = (value: unknown): boolean => value instanceof ConfigProto;
/** Raises AttributeError where Python would miss a method of the message. */
function needs(value: unknown, type: typeof RunOptions | typeof RunMetadata, method: string): void {
  if (value === null || value === undefined || value instanceof type) return;
  throw new AttributeError(`'${pythonTypeName(value)}' object has no attribute '${method}'`);
}
const classText = (value: unknown): string =>
  `<class '${isConfig(value) ? "tensorflow.core.protobuf.config_pb2.ConfigProto" : pythonTypeName(value)}'>`;

class BaseSession implements SessionLike {
  readonly graph: Graph;
  /** What runs the graph: "" the embedded engine, "native" tfjs-node. */
  readonly sess_str: string;
  private readonly engine: Engine;
  private readonly state = new SessionState();
  private readonly plans = new Map<string, Plan>();
  private readonly fetchPlans = new WeakMap<object, FetchPlan>();
  private planEdition = -1;
  private closed = false;

  constructor(target: string, graph: Graph | null, config: SessionConfig | null) {
    if (typeof target !== "string") {
      const hint = isConfig(target) ? '. Did you do "Session(config)" instead of "Session(config=config)"?' : "";
      throw new TypeError(`target must be a string, but got ${classText(target)}${hint}`);
    }
    if (config !== null && !isConfig(config)) {
      throw new TypeError(`config must be a tf.ConfigProto, but got ${classText(config)}`);
    }
    if (graph !== null && !(graph instanceof Graph))
      throw new TypeError(`graph must be a tf.Graph, but got ${classText(graph)}`);
    this.graph = graph ?? getDefaultGraph();
    this.sess_str = target;
    this.engine = engineFor(target, config);
  }

  /**
   * Runs what the fetches need and returns their values in the same structure: NDArrays, NumPy scalars, null for operations.
   * Raises RuntimeError on a closed session, TypeError or ValueError for wrong fetches and feeds, OpErrors of the run.
   */
  run<F>(
    fetches: F,
    feed_dict: FeedDict | RunKeywords | null = null,
    options: unknown = null,
    run_metadata: unknown = null,
  ): FetchResult<F> {
    const keywords = isKeywords(feed_dict) ? feed_dict : { feed_dict, options, run_metadata };
    const given = keywords.feed_dict;
    // Runs are not traced yet: options are taken as Python takes them, the metadata stays as it is.
    needs(keywords.options, RunOptions, "SerializeToString");
    needs(keywords.run_metadata, RunMetadata, "ParseFromString");
    const observer = currentObserver();
    if (observer === null) return this.execute(fetches, given);
    const event = { session: this, fetches, feed_dict: given };
    try {
      const result = this.execute(fetches, given);
      observer({ ...event, result, error: null });
      return result;
    } catch (error) {
      observer({ ...event, result: undefined, error });
      throw error;
    }
  }

  private execute<F>(fetches: F, feed_dict: FeedDict | null | undefined): FetchResult<F> {
    if (this.closed) throw new RuntimeError("Attempted to use a closed Session.");
    if (this.graph.version === 0) {
      throw new RuntimeError("The Session graph is empty.  Add operations to the graph before calling run().");
    }
    const feeds = this.feeds(feed_dict);
    const fetchPlan = this.fetchPlan(fetches);
    const plan = this.plan(fetchPlan, feeds);
    for (let i = 0; i < feeds.length; i++) copyFeed(feeds[i]!, plan.feedValue(i).data);
    plan.run();
    const values = fetchPlan.tensors.map((_, i) => toResult(plan.fetched(i)));
    return fetchPlan.rebuild(values) as FetchResult<F>;
  }

  private feeds(feed_dict: FeedDict | null | undefined): Feed[] {
    const feeds: Feed[] = [];
    if (feed_dict) for (const [key, value] of feedPairs(feed_dict)) feeds.push(makeFeed(this.graph, key, value));
    return feeds;
  }

  private fetchPlan(fetches: unknown): FetchPlan {
    if (typeof fetches !== "object" || fetches === null || Array.isArray(fetches))
      return planFetches(this.graph, fetches);
    const known = this.fetchPlans.get(fetches);
    if (known) return known;
    const made = planFetches(this.graph, fetches);
    // A record or Map may be edited by its owner between runs; single elements can't.
    if (made.tensors.length + made.targets.length === 1) this.fetchPlans.set(fetches, made);
    return made;
  }

  private plan(fetches: FetchPlan, feeds: readonly Feed[]): Plan {
    if (this.planEdition !== this.graph.edition) {
      this.dropPlans();
      this.planEdition = this.graph.edition;
    }
    let key = fetches.key;
    for (const f of feeds) key += `;${f.tensor.name}=${f.value.shape.join()}`;
    let plan = this.plans.get(key);
    if (!plan) {
      plan = this.makePlan(fetches, feeds);
      this.plans.set(key, plan);
    }
    return plan;
  }

  private makePlan(fetches: FetchPlan, feeds: readonly Feed[]): Plan {
    const ir = buildIr(
      fetches.tensors,
      fetches.targets,
      feeds.map((f) => f.tensor),
      (node) => this.engine.mayFold(node),
    );
    rewrite(ir);
    const shapes = new Map<IrNode, readonly number[]>();
    ir.feeds.forEach((node, i) => {
      shapes.set(node, feeds[i]!.value.shape);
    });
    propagate(ir, shapes);
    prune(ir);
    return new Plan(ir, this.engine, this.state, shapes);
  }

  close(): void {
    this.closed = true;
    this.dropPlans();
    this.state.clear();
  }

  private dropPlans(): void {
    for (const plan of this.plans.values()) plan.close();
    this.plans.clear();
  }

  /** Makes this the default session inside the block, without closing it afterwards. */
  as_default(): ContextManager<this> {
    return new SimpleContext(
      () => {
        pushSession(this);
        return this;
      },
      () => popSession(this),
    );
  }
}

/** Feeds from here on are copied as blocks of memory; few elements are faster one by one. */
const BLOCK = 64;

function copyFeed({ value }: Feed, into: ArrayLike<unknown>): void {
  const n = into.length;
  const { data, offset } = value;
  // Elements of the commonest type; arrays of feeds are row-major.
  if (n >= BLOCK && into instanceof Float32Array && data instanceof Float32Array) {
    into.set(data.length === n ? data : data.subarray(offset, offset + n));
    return;
  }
  const target = into as unknown[];
  for (let i = 0; i < n; i++) target[i] = data[offset + i];
}

/** tf.Session: `with` makes it (and its graph) the default and closes it at the end. */
export class Session extends BaseSession {
  private leave: (() => void)[] = [];

  __enter__(): this {
    const graph = this.graph.as_default();
    graph.__enter__();
    pushSession(this);
    this.leave = [() => popSession(this), () => graph.__exit__()];
    return this;
  }
  __exit__(): void {
    for (const undo of this.leave) undo();
    this.leave = [];
    this.close();
  }
  /** Entering happens where `using` reads this; see ContextManager. */
  get [Symbol.dispose](): () => void {
    this.__enter__();
    return () => this.__exit__();
  }
}

/** tf.InteractiveSession: the default session from its making until it is closed. */
export class InteractiveSession extends BaseSession {
  private readonly context: ContextManager<Graph>;

  constructor(target: string, graph: Graph | null, config: SessionConfig | null) {
    super(target, graph, config);
    this.context = this.graph.as_default();
    if (graph) this.context.__enter__();
    pushSession(this);
  }
  override close(): void {
    super.close();
    forgetSession(this);
  }
}

/** tf.Session: `target` "" is the embedded engine, "native" tfjs-node. */
export const SessionClass = pyClass<SessionArguments>()(
  "Session",
  "(target='', graph=None, config=None)",
  Session.prototype,
  (p) => new Session(p.target, p.graph, p.config),
);

/** tf.InteractiveSession */
export const InteractiveSessionClass = pyClass<SessionArguments>()(
  "InteractiveSession",
  "(target='', graph=None, config=None)",
  InteractiveSession.prototype,
  (p) => new InteractiveSession(p.target, p.graph, p.config),
);
