/**
 * NodeDef and GraphDef as plain data, and their text format.
 * Source: tensorflow/core/framework/{node_def,graph}.proto.
 */
import type { Attr } from "./attr.js";
import type { Graph } from "./graph.js";
import type { Operation } from "./operation.js";
import type { Tensor } from "./tensor.js";
import { attrLines, indent, quote } from "./text_format.js";

/** One node: inputs are `name`, `name:k` (k > 0) and `^name` for control edges. */
export class NodeDef {
  readonly name: string;
  readonly op: string;
  readonly input: readonly string[];
  readonly device: string;
  readonly attr: ReadonlyMap<string, Attr>;

  constructor(name: string, op: string, input: readonly string[], device: string, attr: ReadonlyMap<string, Attr>) {
    this.name = name;
    this.op = op;
    this.input = input;
    this.device = device;
    this.attr = attr;
  }

  /** The protocol buffer's text format. */
  toString(): string {
    const lines = [
      `name: ${quote(this.name)}`,
      `op: ${quote(this.op)}`,
      ...this.input.map((i) => `input: ${quote(i)}`),
    ];
    if (this.device !== "") lines.push(`device: ${quote(this.device)}`);
    for (const key of [...this.attr.keys()].sort()) {
      lines.push(
        "attr {",
        `  key: ${quote(key)}`,
        "  value {",
        ...attrLines(this.attr.get(key)!).map((l) => `    ${l}`),
        "  }",
        "}",
      );
    }
    return `${lines.join("\n")}\n`;
  }
  __str__(): string {
    return this.toString();
  }
  __repr__(): string {
    return this.toString();
  }
}

/** GraphDef version of TensorFlow 1.15. */
export const GRAPH_DEF_VERSION = 134;
export const GRAPH_DEF_VERSION_MIN_CONSUMER = 0;
export const GRAPH_DEF_VERSION_MIN_PRODUCER = 0;

export class GraphDef {
  readonly node: readonly NodeDef[];
  readonly versions = { producer: GRAPH_DEF_VERSION, min_consumer: GRAPH_DEF_VERSION_MIN_CONSUMER } as const;

  constructor(node: readonly NodeDef[]) {
    this.node = node;
  }

  toString(): string {
    const nodes = this.node.map((n) => `node {\n${indent(n.toString())}}\n`).join("");
    return `${nodes}versions {\n  producer: ${this.versions.producer}\n}\n`;
  }
  __str__(): string {
    return this.toString();
  }
  __repr__(): string {
    return this.toString();
  }
}

/** As tf.Operation.node_def shows it: inputs that were replaced have their number, 0 included; control edges as they were made. */
export function nodeDefOf(op: Operation): NodeDef {
  const data = op.inputs.map((t, i) => (op.wasReplaced(i) ? t.name : inputName(t)));
  const control = op.control_inputs.map((c) => `^${c.name}`);
  return new NodeDef(op.name, op.type, [...data, ...control], op.device, op.attrs);
}

function inputName(t: Tensor): string {
  return t.value_index === 0 ? t.op.name : t.name;
}

/** As a GraphDef lists it: control edges by name. */
function graphNodeOf(op: Operation): NodeDef {
  const control = op.control_inputs.map((c) => `^${c.name}`).sort();
  return new NodeDef(op.name, op.type, [...op.inputs.map(inputName), ...control], op.device, op.attrs);
}

export function graphDefOf(graph: Graph): GraphDef {
  return new GraphDef(graph.get_operations().map(graphNodeOf));
}
