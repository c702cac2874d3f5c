/**
 * NodeDef and GraphDef as plain data, and their text format.
 * Source: tensorflow/core/framework/{node_def,graph}.proto.
 */
import type { Attr, AttrScalar } from "./attr.js";
import type { DType } from "./dtypes.js";
import type { Graph } from "./graph.js";
import type { AttrKind } from "./op_def.js";
import type { Operation } from "./operation.js";
import type { TensorShape } from "./tensor_shape.js";

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

export class GraphDef {
  readonly node: readonly NodeDef[];
  /** GraphDef version of TensorFlow 1.15. */
  readonly versions = { producer: 134, min_consumer: 0 } as const;

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
}

export function nodeDefOf(op: Operation): NodeDef {
  const data = op.inputs.map((t) => (t.value_index === 0 ? t.op.name : `${t.op.name}:${t.value_index}`));
  const control = op.control_inputs.map((c) => `^${c.name}`).sort();
  return new NodeDef(op.name, op.type, [...data, ...control], op.device, op.attrs);
}

export function graphDefOf(graph: Graph): GraphDef {
  return new GraphDef(graph.get_operations().map(nodeDefOf));
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}

/** C-style quoting of the text format. */
function quote(text: string): string {
  return `"${text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n")}"`;
}

function dtypeLine(t: DType): string {
  const name =
    { float32: "FLOAT", float64: "DOUBLE", float16: "HALF" }[t.baseName as string] ?? t.baseName.toUpperCase();
  return `DT_${name}${t.isRef ? "_REF" : ""}`;
}

function shapeLines(s: TensorShape): string[] {
  if (s.dims === null) return ["unknown_rank: true"];
  return s.dims.flatMap((d) => (d === 0 ? ["dim {", "}"] : ["dim {", `  size: ${d ?? -1}`, "}"]));
}

function attrLines(attr: Attr): string[] {
  if (attr.type.startsWith("list(")) {
    const kind = attr.type.slice(5, -1) as AttrKind;
    const items = (attr.value as readonly AttrScalar[]).flatMap((v) => scalarLines(kind, v));
    return ["list {", ...items.map((l) => `  ${l}`), "}"];
  }
  return scalarLines(attr.type as AttrKind, attr.value as AttrScalar);
}

function scalarLines(kind: AttrKind, value: AttrScalar): string[] {
  switch (kind) {
    case "type":
      return [`type: ${dtypeLine(value as DType)}`];
    case "int":
      return [`i: ${value}`];
    case "float":
      return [`f: ${value}`];
    case "bool":
      return [`b: ${value}`];
    case "string":
      return [`s: ${quote(value as string)}`];
    case "shape":
      return ["shape {", ...shapeLines(value as TensorShape).map((l) => `  ${l}`), "}"];
    case "tensor": {
      const array = value as { dtype: { name: string }; shape: readonly number[] };
      return ["tensor {", `  # ${array.dtype.name} [${array.shape.join(", ")}]`, "}"];
    }
    default:
      return ["func {", `  name: ${quote((value as { name: string }).name)}`, "}"];
  }
}
