/**
 * The state of one translation, and the entrances to its parts: what an expression reads as, where names come from,
 * what can't be said.
 */
import type { ASTNode, ExprNode, StmtNode } from "py-ast";
import type { Doc } from "../doc.js";
import { type Inference, type Local, NO_LOCALS } from "../infer.js";
import type { Binding, Block, FunctionInfo, Scope, Scopes } from "../scope.js";
import type { Source } from "../source.js";
import { ANY, type Type } from "../types.js";
import { bound, type Code, Prec } from "./code.js";

export interface Diagnostic {
  readonly line: number;
  readonly column: number;
  /** `unported`: the code throws there; `missing`: it does, for the library lacks something; `note`: nothing to do. */
  readonly kind: "unported" | "missing" | "note";
  readonly message: string;
}

export interface Options {
  readonly filename: string;
  /** TypeScript, or JavaScript that Node runs as it is. */
  readonly target: "ts" | "js";
  /** `using` for `with`: not in notebooks, whose compiler is older. */
  readonly using: boolean;
  /** Names of the modules beside this one, which it may import. */
  readonly modules: ReadonlySet<string>;
  /** Top-level names are exported. */
  readonly isModule: boolean;
}

/** The parts of the translation that call each other, by way of the Translator. */
export interface Parts {
  readonly expression: (t: Translator, e: ExprNode) => Code;
  readonly stored: (t: Translator, e: ExprNode) => Code;
  readonly truth: (t: Translator, e: ExprNode) => Code;
  readonly call: (t: Translator, e: CallNode, isIterated: boolean) => Code;
  readonly body: (t: Translator, stmts: readonly StmtNode[], isFunction: boolean) => Doc[];
  readonly classStatement: (t: Translator, s: ClassNode, exported: string) => Doc[];
}
type CallNode = Extract<ExprNode, { nodeType: "Call" }>;
type ClassNode = Extract<StmtNode, { nodeType: "ClassDef" }>;

/** Loops around a statement: which of them a `break` leaves by a flag. */
export interface Loop {
  flag: string | null;
}

/** What a function around says about the names inside it. */
export interface Frame {
  /** The method's first parameter where it is `this`. */
  readonly self: string | null;
  readonly fn: FunctionInfo | null;
  readonly className: string | null;
  readonly loops: Loop[];
  /** The variable of the innermost `catch`, for a bare `raise`. */
  readonly caught: string[];
  /** The function's last statement. */
  readonly last?: StmtNode | undefined;
}

export class Translator {
  readonly source: Source;
  readonly scopes: Scopes;
  readonly infer: Inference;
  readonly options: Options;
  readonly isPython2: boolean;
  readonly diagnostics: Diagnostic[] = [];
  /** Names to import, by module. */
  readonly imports = new Map<string, Set<string>>();
  /** Imports of the modules beside this one. */
  readonly siblings: string[] = [];
  scope: Scope;
  local: Local = NO_LOCALS;
  /** Names that read otherwise here: `self` is `this`, a class's own names are its members. */
  renames: ReadonlyMap<string, string> = new Map();
  frame: Frame = { self: null, fn: null, className: null, loops: [], caught: [] };
  private readonly parts: Parts;
  private readonly taken: ReadonlySet<string>;
  private readonly given = new Set<string>();

  constructor(parts: Parts, source: Source, infer: Inference, options: Options, isPython2: boolean) {
    this.parts = parts;
    this.source = source;
    this.infer = infer;
    this.scopes = infer.scopes;
    this.options = options;
    this.isPython2 = isPython2;
    this.scope = infer.scopes.module;
    this.taken = new Set(source.text.match(/[A-Za-z_]\w*/g));
  }

  get isTyped(): boolean {
    return this.options.target === "ts";
  }
  /** `: type` where the target has types. */
  typed(type: string): string {
    return this.isTyped ? `: ${type}` : "";
  }
  /** `<types>` where the target has types. */
  generic(types: string): string {
    return this.isTyped ? `<${types}>` : "";
  }

  typeOf(e: ExprNode): Type {
    return this.infer.typeOf(e, this.scope, this.local);
  }
  pathOf(e: ExprNode): string | null {
    return this.infer.pathOf(e, this.scope, this.local);
  }
  /** A built-in function that the program doesn't bind. */
  isBuiltin(e: ExprNode, ...names: readonly string[]): boolean {
    return (
      e.nodeType === "Name" &&
      !this.local.has(e.id) &&
      this.scope.lookup(e.id) === null &&
      (names.length === 0 || names.includes(e.id))
    );
  }
  lookup(name: string): Binding | null {
    return this.local.has(name) ? null : this.scope.lookup(name);
  }

  /** As it stands: a float may look like an int. */
  plain(e: ExprNode): Code {
    return this.parts.expression(this, e);
  }
  /** A value that says itself what it is: for arguments, containers, results. */
  value(e: ExprNode): Code {
    return this.parts.stored(this, e);
  }
  /** An argument or an item. */
  item(e: ExprNode): Doc {
    return bound(this.value(e), Prec.Assign);
  }
  /** What `if` asks. */
  test(e: ExprNode): Code {
    return this.parts.truth(this, e);
  }

  /** A call; `isIterated`: its result is walked over and not kept. */
  call(e: CallNode, isIterated: boolean): Code {
    return this.parts.call(this, e, isIterated);
  }
  /** Statements; `isFunction`: the first string is documentation. */
  body(stmts: readonly StmtNode[], isFunction = false): Doc[] {
    return this.parts.body(this, stmts, isFunction);
  }
  /** Statements in braces. */
  block(stmts: readonly StmtNode[]): Doc {
    return { lines: this.body(stmts) };
  }

  /** Something of `py`. */
  py(name: string): string {
    this.use("tf1-compat", "py");
    return `py.${name}`;
  }
  use(module: string, name: string): void {
    const names = this.imports.get(module) ?? new Set();
    names.add(name);
    this.imports.set(module, names);
  }

  /** A name that the program doesn't use. */
  fresh(base: string): string {
    let name = base;
    for (let i = 2; this.taken.has(name) || this.given.has(name); i++) name = `${base}${i}`;
    this.given.add(name);
    return name;
  }
  /** The name may stand for something else elsewhere. */
  release(name: string): void {
    this.given.delete(name);
  }

  where(node: ASTNode): string {
    return `${this.options.filename}:${node.lineno}`;
  }
  note(node: ASTNode, kind: Diagnostic["kind"], message: string): void {
    const at = { line: node.lineno ?? 1, column: (node.col_offset ?? 0) + 1 };
    if (this.diagnostics.some((d) => d.line === at.line && d.column === at.column && d.message === message)) return;
    this.diagnostics.push({ ...at, kind, message });
  }
  /** Code that throws where the original would have gone on. */
  unported(node: ASTNode, what: string, kind: "unported" | "missing" = "unported"): Code {
    this.note(node, kind, what);
    const text = `${this.py("unported")}${this.generic("any")}(${JSON.stringify(what)}, ${JSON.stringify(this.where(node))})`;
    return { doc: text, prec: Prec.Primary };
  }

  /** Runs `body` with other surroundings. */
  within<T>(change: Partial<Pick<Translator, "scope" | "local" | "renames" | "frame">>, body: () => T): T {
    const { scope, local, renames, frame } = this;
    Object.assign(this, change);
    try {
      return body();
    } finally {
      Object.assign(this, { scope, local, renames, frame });
    }
  }
  /** With names that an expression binds itself; they hide what is renamed. */
  withLocals<T>(names: ReadonlyMap<string, Type> | readonly string[], body: () => T): T {
    const added = Array.isArray(names)
      ? new Map(names.map((n: string) => [n, ANY]))
      : (names as ReadonlyMap<string, Type>);
    const renames = new Map([...this.renames].filter(([name]) => !added.has(name)));
    return this.within({ local: new Map([...this.local, ...added]), renames }, body);
  }

  /** The word before a declaration of that scope. */
  exported(block: Block | undefined): string {
    return this.options.isModule && block?.scope.kind === "module" && block.depth === 0 ? "export " : "";
  }
  /** The same, for what a statement declares. */
  exportedBy(b: Binding, s: StmtNode): string {
    for (const site of b.declaring.keys()) if (site.stmt === s) return this.exported(site.block);
    return "";
  }
}
