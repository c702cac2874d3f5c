/**
 * Scopes of a Python module: which names each function binds, who reads them from where, and so where the TypeScript
 * declares them. Python's variables belong to functions, TypeScript's to blocks.
 */
import type { Arguments, ClassDef, Comprehension, ExprNode, FunctionDef, Module, StmtNode } from "py-ast";
import type { Type } from "./types.js";

/** Statements that run one after the other; `body` of a loop, a branch, a function. */
export interface Block {
  readonly parent: Block | null;
  readonly scope: Scope;
  readonly isInLoop: boolean;
  /** Depth from the scope's own block. */
  readonly depth: number;
}

export type SiteKind = "assign" | "augment" | "for" | "with" | "def" | "class" | "import" | "except" | "other";

/** A place where a name gets a value. */
export interface Site {
  readonly kind: SiteKind;
  readonly stmt: StmtNode;
  readonly block: Block;
  readonly order: number;
  /** What is assigned, iterated over or entered. */
  readonly value: ExprNode | null;
  /** Which part of it, for unpacking. */
  readonly path: readonly number[];
  /** All names that the statement binds by unpacking, this one included; one name is no unpacking. */
  readonly group: readonly string[];
}

interface Reference {
  readonly block: Block;
  readonly order: number;
  /** From a function that runs later. */
  readonly isCaptured: boolean;
}

export class Binding {
  readonly name: string;
  readonly scope: Scope;
  readonly sites: Site[] = [];
  readonly references: Reference[] = [];
  isParameter = false;
  /** Assigned by another function, with `global` or `nonlocal`. */
  isWrittenElsewhere = false;
  /** Passed around as a value, not only called. */
  escapes = false;
  type: Type | null = null;
  /**
   * The sites that declare it, each for a part of the program that reads only what was set there. None where a
   * declaration stands before the statement that holds the first mention.
   */
  declaring: ReadonlyMap<Site, "const" | "let"> = new Map();
  /** The block with that declaration; null for what nobody declares. */
  home: Block | null = null;

  constructor(name: string, scope: Scope) {
    this.name = name;
    this.scope = scope;
  }
  /** The first mention in its own scope. */
  get firstOrder(): number {
    return Math.min(...this.sites.map((x) => x.order), ...this.references.map((x) => x.order));
  }
  /** The word that declares it in that statement, within that block where several could; null where none does. */
  wordIn(stmt: StmtNode, block: Block | null = null): "const" | "let" | null {
    for (const [site, word] of this.declaring)
      if (site.stmt === stmt && (block === null || site.block === block)) return word;
    return null;
  }
  /** Set once in the whole program. */
  get isConst(): boolean {
    return this.sites.length === 1 && !this.isWrittenElsewhere && !this.isParameter;
  }
}

export interface FunctionInfo {
  readonly name: string;
  readonly args: Arguments;
  readonly scope: Scope;
  /** Types of the arguments of all calls that were seen, by parameter; null while none. */
  readonly given: Map<string, Type>;
  result: Type | null;
  isMethod: boolean;
  readonly decorators: readonly ExprNode[];
  /** Every use is a call: arguments can be put in their places while translating. */
  binding: Binding | null;
  readonly isGenerator: boolean;
  readonly isRecursive: () => boolean;
}

export interface ClassInfo {
  readonly node: ClassDef;
  readonly scope: Scope;
  readonly methods: Map<string, FunctionInfo>;
  readonly isException: boolean;
  /** No base class but `object` and the program's own ones. */
  isOwnBase: boolean;
  /** What its methods set on their first parameter, by name. */
  readonly fields: Map<string, FieldSite[]>;
}

export interface FieldSite {
  readonly value: ExprNode | null;
  readonly scope: Scope;
  readonly path: readonly number[];
  readonly isPlain: boolean;
}

interface AttributeSite extends FieldSite {
  readonly owner: ExprNode;
  readonly name: string;
}

export class Scope {
  readonly kind: "module" | "function" | "class";
  readonly parent: Scope | null;
  readonly bindings = new Map<string, Binding>();
  readonly globals = new Set<string>();
  readonly nonlocals = new Set<string>();
  /** Where the scope stands in its parent. */
  readonly at: { readonly block: Block; readonly order: number } | null;
  readonly block: Block;
  readonly returns: (ExprNode | null)[] = [];
  hasYield = false;

  constructor(kind: Scope["kind"], parent: Scope | null, at: Scope["at"]) {
    this.kind = kind;
    this.parent = parent;
    this.at = at;
    this.block = { parent: null, scope: this, isInLoop: false, depth: 0 };
  }
  bind(name: string): Binding {
    let found = this.bindings.get(name);
    if (!found) {
      found = new Binding(name, this);
      this.bindings.set(name, found);
    }
    return found;
  }
  /** The binding a name means here. */
  lookup(name: string): Binding | null {
    let scope: Scope | null = this;
    if (this.globals.has(name)) while (scope.parent) scope = scope.parent;
    for (let isOwn = true; scope; scope = scope.parent, isOwn = false) {
      if (scope.kind === "class" && !isOwn) continue;
      const found = scope.bindings.get(name);
      if (found && !(isOwn && scope.nonlocals.has(name))) return found;
    }
    return null;
  }
}

interface Raw {
  readonly name: string;
  readonly scope: Scope;
  readonly block: Block;
  readonly order: number;
  readonly isDeferred: boolean;
  readonly isCalled: boolean;
}

/** All scopes of a module. */
export class Scopes {
  readonly module: Scope;
  readonly ofFunction = new Map<FunctionDef, FunctionInfo>();
  readonly ofClass = new Map<ClassDef, ClassInfo>();
  readonly blocks = new Map<readonly StmtNode[], Block>();
  /** Orders of all that a statement holds. */
  readonly ranges = new Map<StmtNode, readonly [number, number]>();
  /** All calls, with the names that expressions around them bind. */
  readonly calls: { readonly call: CallNode; readonly scope: Scope; readonly local: ReadonlySet<string> }[] = [];
  readonly imports: (readonly [StmtNode, Scope])[] = [];
  /** Lists and dicts that change after they were made. */
  readonly changed = new Set<Binding>();
  /** Names of attributes that are set on something else than a method's own object. */
  readonly setOutside = new Set<string>();
  private readonly attributes: AttributeSite[] = [];
  private readonly changes: (readonly [string, Scope])[] = [];
  private readonly raws: Raw[] = [];
  private order = 0;

  /** `isModule`: others read its variables, wherever they are set. */
  constructor(module: Module, isModule = false) {
    this.module = new Scope("module", null, null);
    this.block(module.body, this.module.block);
    this.resolve();
    for (const scope of this.all()) for (const b of scope.bindings.values()) place(b, isModule);
    // One that is declared elsewhere takes its companions along, and these theirs.
    for (let isChanged = true; isChanged; ) {
      isChanged = false;
      for (const scope of this.all()) for (const b of scope.bindings.values()) isChanged = alignGroups(b) || isChanged;
    }
  }

  private *all(): Generator<Scope> {
    yield this.module;
    for (const f of this.ofFunction.values()) yield f.scope;
    for (const c of this.ofClass.values()) yield c.scope;
  }

  private child(stmts: readonly StmtNode[], parent: Block, isLoop: boolean): void {
    this.block(stmts, { parent, scope: parent.scope, isInLoop: parent.isInLoop || isLoop, depth: parent.depth + 1 });
  }

  private block(stmts: readonly StmtNode[], block: Block): void {
    this.blocks.set(stmts, block);
    for (const s of stmts) {
      const from = this.order + 1;
      this.statement(s, block);
      this.ranges.set(s, [from, this.order + 1]);
    }
  }

  private statement(s: StmtNode, block: Block): void {
    this.order += 2;
    const { scope } = block;
    const read = (e: ExprNode | null | undefined): void => {
      if (e) this.expression(e, block, new Set(), false);
    };
    switch (s.nodeType) {
      case "Assign":
        read(s.value);
        for (const t of s.targets) this.target(t, s, block, "assign", s.value);
        return;
      case "AnnAssign":
        read(s.value);
        if (s.value) this.target(s.target, s, block, "assign", s.value);
        return;
      case "AugAssign":
        read(s.value);
        read(s.target);
        if (s.target.nodeType === "Name") this.changes.push([s.target.id, scope]);
        this.target(s.target, s, block, "augment", s.value);
        return;
      case "For":
      case "AsyncFor": {
        read(s.iter);
        const body: Block = { parent: block, scope, isInLoop: true, depth: block.depth + 1 };
        this.target(s.target, s, body, "for", s.iter);
        this.block(s.body, body);
        this.child(s.orelse, block, false);
        return;
      }
      case "While":
        read(s.test);
        this.child(s.body, block, true);
        // The condition is read again behind the body.
        this.order += 2;
        read(s.test);
        this.child(s.orelse, block, false);
        return;
      case "If":
        read(s.test);
        this.child(s.body, block, false);
        this.child(s.orelse, block, false);
        return;
      case "With":
      case "AsyncWith": {
        const body: Block = { parent: block, scope, isInLoop: block.isInLoop, depth: block.depth + 1 };
        for (const item of s.items) {
          read(item.context_expr);
          if (item.optional_vars) this.target(item.optional_vars, s, body, "with", item.context_expr);
        }
        this.block(s.body, body);
        return;
      }
      case "Try":
      case "TryStar":
        this.child(s.body, block, false);
        for (const h of s.handlers) {
          read(h.type);
          const body: Block = { parent: block, scope, isInLoop: block.isInLoop, depth: block.depth + 1 };
          if (h.name) this.site(h.name, "except", s, body, h.type ?? null, [], [h.name]);
          this.block(h.body, body);
        }
        this.child(s.orelse, block, false);
        this.child(s.finalbody, block, false);
        return;
      case "FunctionDef":
      case "AsyncFunctionDef":
        s.decorator_list.forEach(read);
        this.site(s.name, "def", s, block, null, [], [s.name]);
        this.functionScope(s as FunctionDef, block);
        return;
      case "ClassDef": {
        s.bases.forEach(read);
        this.site(s.name, "class", s, block, null, [], [s.name]);
        const inner = new Scope("class", scope, { block, order: this.order });
        const info: ClassInfo = {
          node: s,
          scope: inner,
          methods: new Map(),
          isException: s.bases.some(looksLikeException),
          isOwnBase: true,
          fields: new Map(),
        };
        this.ofClass.set(s, info);
        for (const d of s.decorator_list) read(d);
        this.block(s.body, inner.block);
        for (const m of s.body) {
          if (m.nodeType !== "FunctionDef") continue;
          const fn = this.ofFunction.get(m)!;
          fn.isMethod = true;
          info.methods.set(m.name, fn);
        }
        return;
      }
      case "Import":
      case "ImportFrom":
        this.imports.push([s, scope]);
        for (const a of s.names) {
          const name = a.asname ?? (s.nodeType === "Import" ? a.name.split(".")[0]! : a.name);
          if (name !== "*") this.site(name, "import", s, block, null, [], [name]);
        }
        return;
      case "Global":
        for (const n of s.names) scope.globals.add(n);
        return;
      case "Nonlocal":
        for (const n of s.names) scope.nonlocals.add(n);
        return;
      case "Return":
        read(s.value);
        scope.returns.push(s.value ?? null);
        return;
      case "Delete":
        s.targets.forEach(read);
        return;
      case "Expr":
        read(s.value);
        return;
      case "Raise":
        read(s.exc);
        read(s.cause);
        return;
      case "Assert":
        read(s.test);
        read(s.msg);
        return;
      default:
        return;
    }
  }

  private functionScope(f: FunctionDef, block: Block): void {
    const { args } = f;
    for (const d of [...args.defaults, ...args.kw_defaults]) if (d) this.expression(d, block, new Set(), false);
    const inner = new Scope("function", block.scope, { block, order: this.order });
    for (const p of parametersOf(args)) inner.bind(p).isParameter = true;
    const info: FunctionInfo = {
      name: f.name,
      args,
      scope: inner,
      given: new Map(),
      result: null,
      isMethod: false,
      decorators: f.decorator_list,
      binding: null,
      get isGenerator() {
        return inner.hasYield;
      },
      isRecursive: () => info.binding?.references.some((r) => isWithin(r.block, inner)) === true,
    };
    this.ofFunction.set(f, info);
    this.block(f.body, inner.block);
  }

  private target(
    t: ExprNode,
    stmt: StmtNode,
    block: Block,
    kind: SiteKind,
    value: ExprNode | null,
    path: readonly number[] = [],
    group: readonly string[] = namesIn(t),
  ): void {
    if (t.nodeType === "Name") this.site(t.id, kind, stmt, block, value, path, group);
    else if (t.nodeType === "Tuple" || t.nodeType === "List")
      t.elts.forEach((e, i) => {
        this.target(e, stmt, block, kind, value, [...path, i], group);
      });
    else if (t.nodeType === "Starred") this.target(t.value, stmt, block, "other", value, path, group);
    else {
      if (t.nodeType === "Attribute") {
        const isPlain = kind === "assign";
        this.attributes.push({ owner: t.value, name: t.attr, value, scope: block.scope, path, isPlain });
      }
      if (t.nodeType === "Subscript" && t.value.nodeType === "Name") this.changes.push([t.value.id, block.scope]);
      this.expression(t, block, new Set(), false);
    }
  }

  private site(
    name: string,
    kind: SiteKind,
    stmt: StmtNode,
    block: Block,
    value: ExprNode | null,
    path: readonly number[],
    group: readonly string[],
  ): void {
    let { scope } = block;
    if (scope.globals.has(name) || scope.nonlocals.has(name)) {
      // It belongs to a scope further out, which sees it as written from there.
      const origin = scope;
      const isGlobal = scope.globals.has(name);
      do scope = scope.parent!;
      while (scope.parent && (isGlobal || !scope.bindings.has(name)));
      const binding = scope.bind(name);
      binding.isWrittenElsewhere = true;
      binding.sites.push({ kind: "other", stmt, block, order: this.order + 1, value, path, group });
      this.raws.push({ name, scope: origin, block, order: this.order, isDeferred: true, isCalled: true });
      return;
    }
    scope.bind(name).sites.push({ kind, stmt, block, order: this.order + 1, value, path, group });
  }

  private expression(e: ExprNode, block: Block, local: ReadonlySet<string>, isDeferred: boolean): void {
    const go = (x: ExprNode | null | undefined): void => {
      if (x) this.expression(x, block, local, isDeferred);
    };
    switch (e.nodeType) {
      case "Name":
        if (!local.has(e.id))
          this.raws.push({ name: e.id, scope: block.scope, block, order: this.order, isDeferred, isCalled: false });
        return;
      case "Call":
        this.calls.push({ call: e, scope: block.scope, local });
        if (e.func.nodeType === "Attribute" && e.func.value.nodeType === "Name" && CHANGING.has(e.func.attr))
          this.changes.push([e.func.value.id, block.scope]);
        if (e.func.nodeType === "Name" && !local.has(e.func.id))
          this.raws.push({
            name: e.func.id,
            scope: block.scope,
            block,
            order: this.order,
            isDeferred,
            isCalled: true,
          });
        else go(e.func);
        e.args.forEach(go);
        for (const k of e.keywords) go(k.value);
        return;
      case "Lambda": {
        for (const d of [...e.args.defaults, ...e.args.kw_defaults]) go(d);
        this.expression(e.body, block, new Set([...local, ...parametersOf(e.args)]), true);
        return;
      }
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
      case "DictComp": {
        const inner = this.comprehension(e.generators, block, local, isDeferred);
        const isLater = isDeferred;
        if (e.nodeType === "DictComp") {
          this.expression(e.key, block, inner, isLater);
          this.expression(e.value, block, inner, isLater);
        } else this.expression(e.elt, block, inner, isLater);
        return;
      }
      case "NamedExpr":
        go(e.value);
        if (e.target.nodeType === "Name") this.site(e.target.id, "other", WALRUS, block, e.value, [], [e.target.id]);
        return;
      case "Yield":
      case "YieldFrom":
        block.scope.hasYield = true;
        go(e.value);
        return;
      default:
        for (const child of childrenOf(e)) go(child);
    }
  }

  private comprehension(
    generators: readonly Comprehension[],
    block: Block,
    outer: ReadonlySet<string>,
    isDeferred: boolean,
  ): ReadonlySet<string> {
    let local = outer;
    for (const g of generators) {
      this.expression(g.iter, block, local, isDeferred);
      local = new Set([...local, ...namesIn(g.target)]);
      for (const c of g.ifs) this.expression(c, block, local, isDeferred);
    }
    return local;
  }

  private resolve(): void {
    for (const raw of this.raws) {
      const binding = raw.scope.lookup(raw.name);
      if (!binding) continue;
      let { scope } = raw;
      let place: { readonly block: Block; readonly order: number } = raw;
      let isCaptured = raw.isDeferred;
      while (scope !== binding.scope) {
        isCaptured ||= scope.kind === "function";
        place = scope.at!;
        scope = scope.parent!;
      }
      binding.references.push({ block: place.block, order: place.order, isCaptured });
      if (!raw.isCalled) binding.escapes = true;
      if (raw.scope !== binding.scope) this.inner.push([binding, raw.block]);
    }
    for (const [def, info] of this.ofFunction) {
      const binding = info.scope.parent!.bindings.get(def.name);
      if (binding && !info.isMethod && binding.sites.length === 1) info.binding = binding;
    }
    for (const [name, scope] of this.changes) {
      const binding = scope.lookup(name);
      if (binding) this.changed.add(binding);
    }
    for (const site of this.attributes) {
      const of = site.owner.nodeType === "Name" ? this.classOfSelf(site.owner.id, site.scope) : null;
      if (!of) this.setOutside.add(site.name);
      else of.fields.set(site.name, [...(of.fields.get(site.name) ?? []), site]);
    }
  }
  /** The class whose method's first parameter the name is. */
  classOfSelf(name: string, scope: Scope): ClassInfo | null {
    const binding = scope.lookup(name);
    if (!binding?.isParameter || binding.sites.length > 0) return null;
    for (const of of this.ofClass.values()) {
      for (const m of of.methods.values()) {
        if (
          m.scope === binding.scope &&
          m.args.args[0]?.arg === name &&
          m.decorators.every((d) => !isNamed(d, "staticmethod", "classmethod"))
        )
          return of;
      }
    }
    return null;
  }
  /** Reads from within other functions, with the block where they stand. */
  readonly inner: (readonly [Binding, Block])[] = [];
}

type CallNode = Extract<ExprNode, { nodeType: "Call" }>;

/** Methods that change a list or a dict. */
const CHANGING = new Set("append extend insert pop remove sort reverse clear update setdefault add discard".split(" "));

export function isNamed(e: ExprNode, ...names: readonly string[]): boolean {
  return e.nodeType === "Name" && names.includes(e.id);
}

const WALRUS: StmtNode = { nodeType: "Pass", lineno: 0, col_offset: 0 };

function isWithin(block: Block, scope: Scope): boolean {
  for (let s: Scope | null = block.scope; s; s = s.parent) if (s === scope) return true;
  return false;
}

function looksLikeException(base: ExprNode): boolean {
  const name = base.nodeType === "Name" ? base.id : base.nodeType === "Attribute" ? base.attr : "";
  return /(?:Error|Exception|Warning|StopIteration|KeyboardInterrupt)$/.test(name);
}

/** Names that a target binds. */
export function namesIn(t: ExprNode): string[] {
  if (t.nodeType === "Name") return [t.id];
  if (t.nodeType === "Tuple" || t.nodeType === "List") return t.elts.flatMap(namesIn);
  return t.nodeType === "Starred" ? namesIn(t.value) : [];
}

export function parametersOf(a: Arguments): string[] {
  const all = [...a.posonlyargs, ...a.args, ...(a.vararg ? [a.vararg] : []), ...a.kwonlyargs];
  return [...all, ...(a.kwarg ? [a.kwarg] : [])].map((p) => p.arg);
}

/** Expressions directly below an expression. */
export function childrenOf(e: ExprNode): ExprNode[] {
  switch (e.nodeType) {
    case "BoolOp":
    case "JoinedStr":
    case "TemplateStr":
      return e.values;
    case "BinOp":
      return [e.left, e.right];
    case "UnaryOp":
      return [e.operand];
    case "IfExp":
      return [e.test, e.body, e.orelse];
    case "Dict":
      return [...e.keys.filter((k) => k !== null), ...e.values];
    case "Set":
    case "List":
    case "Tuple":
      return e.elts;
    case "Compare":
      return [e.left, ...e.comparators];
    case "Call":
      return [e.func, ...e.args, ...e.keywords.map((k) => k.value)];
    case "FormattedValue":
      return e.format_spec ? [e.value, e.format_spec] : [e.value];
    case "Attribute":
    case "Starred":
    case "Await":
      return [e.value];
    case "Subscript":
      return [e.value, e.slice];
    case "Slice":
      return [e.lower, e.upper, e.step].filter((x) => x !== undefined && x !== null);
    default:
      return [];
  }
}

/** The innermost block around both. */
function common(a: Block, b: Block): Block {
  let [x, y] = [a, b];
  while (x !== y) {
    if (x.depth >= y.depth) x = x.parent!;
    else y = y.parent!;
  }
  return x;
}

function isInside(block: Block, outer: Block): boolean {
  for (let b: Block | null = block; b; b = b.parent) if (b === outer) return true;
  return false;
}

/** Sites and references that belong together: all below one block. */
interface Part {
  readonly block: Block;
  readonly sites: Site[];
  readonly references: Reference[];
}

/** The parts that have nothing to do with each other; null where something stands outside of all. */
function partsOf(b: Binding, own: readonly Site[]): Part[] | null {
  const blocks = new Set(own.map((s) => s.block));
  const roots = [...blocks].filter((x) => ![...blocks].some((y) => y !== x && isInside(x, y)));
  const parts: Part[] = roots.map((block) => ({ block, sites: [], references: [] }));
  for (const s of own) parts.find((p) => isInside(s.block, p.block))!.sites.push(s);
  for (const r of b.references) {
    const part = parts.find((p) => isInside(r.block, p.block));
    if (!part) return null;
    part.references.push(r);
  }
  return parts;
}

/** The first site of a part, where it can declare the variable. */
function declares(part: Part): Site | null {
  const first = part.sites.toSorted((x, y) => x.order - y.order)[0]!;
  const isEarly = part.references.some((r) => !r.isCaptured && r.order < first.order);
  // Python's loop has one variable for all passes, which functions made in it share.
  const isShared = part.references.some((r) => r.isCaptured) && first.block.isInLoop;
  const isPlain = first.kind !== "other" && first.kind !== "augment";
  const isFunction = first.kind === "def" && part.sites.length === 1;
  return isPlain && first.block === part.block && (isFunction || !isEarly) && !isShared ? first : null;
}

/** Decides where a variable is declared. */
function place(b: Binding, isModule: boolean): void {
  if (b.isParameter || b.scope.kind === "class") return;
  const own = b.sites.filter((s) => s.block.scope === b.scope);
  const parts = own.length > 0 ? partsOf(b, own) : null;
  const firsts = parts?.map(declares) ?? [];
  const isInside = isModule && b.scope.kind === "module" && parts?.some((p) => p.block.depth > 0) === true;
  const isFree = (!b.isWrittenElsewhere || parts?.length === 1) && !isInside;
  if (parts && isFree && firsts.every((f) => f !== null)) {
    b.declaring = new Map(
      parts.map((p, i) => [firsts[i]!, p.sites.length === 1 && !b.isWrittenElsewhere ? "const" : "let"] as const),
    );
  }
  // What a loop's pass leaves, the next one finds.
  const blocks = [...own.map((s) => s.block), ...b.references.map((r) => r.block)];
  let outside = blocks.reduce<Block | null>((x, y) => (x ? common(x, y) : y), null);
  while (outside?.isInLoop || (isInside && outside?.parent)) outside = outside.parent;
  b.home = outside;
}

/** Names that one statement unpacks are declared together or not at all. */
function alignGroups(b: Binding): boolean {
  for (const site of b.declaring.keys()) {
    if (site.group.length < 2) continue;
    const all = site.group.map((n) => b.scope.bindings.get(n));
    if (all.every((o) => o?.wordIn(site.stmt, site.block))) continue;
    b.declaring = new Map();
    return true;
  }
  return false;
}
