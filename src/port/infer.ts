/**
 * Types of expressions and variables: from literals, assignments, calls of the program's own functions, and what the
 * public API's declarations say. What is not known is `any`, and decided while running.
 */
import type { Comprehension, ExprNode, FunctionDef } from "py-ast";
import { isClass, isKnown, memberOf, resultOf, valueAt } from "./api.js";
import { BUILTIN_METHODS, BUILTIN_RESULTS, METHOD_RESULTS } from "./builtins.js";
import { isFloatLiteral } from "./literals.js";
import {
  type Binding,
  type ClassInfo,
  childrenOf,
  type FunctionInfo,
  isNamed,
  type Scope,
  type Scopes,
  type Site,
} from "./scope.js";
import type { Source } from "./source.js";
import {
  ANY,
  BOOL,
  BYTES,
  DICT,
  elementOf,
  FLOAT,
  hasOperators,
  INT,
  intOf,
  isNumber,
  isPlainNumber,
  join,
  listOf,
  NATURAL,
  NONE,
  NUM,
  objectOf,
  SET,
  STR,
  stored,
  type Type,
  tupleOf,
} from "./types.js";

type CallNode = Extract<ExprNode, { nodeType: "Call" }>;

/** Types of names that an expression binds itself: of comprehensions and lambdas. */
export type Local = ReadonlyMap<string, Type>;
export const NO_LOCALS: Local = new Map();

const ROUNDS = 4;
const COUNTER_BITS = 40;

export class Inference {
  readonly scopes: Scopes;
  /** Paths of imported names: `tf` of "import tensorflow as tf". */
  readonly imported: ReadonlyMap<Binding, string>;
  private readonly source: Source;
  private readonly cyclic = new Map<Binding, boolean>();
  private readonly isPython2: boolean;
  private readonly stars: readonly string[];
  /** Types of what is assigned to attributes, as of the round before. */
  private readonly fieldTypes = new Map<ExprNode, Type>();

  constructor(
    scopes: Scopes,
    imported: ReadonlyMap<Binding, string>,
    stars: readonly string[],
    source: Source,
    isPython2: boolean,
  ) {
    this.stars = stars;
    this.scopes = scopes;
    this.imported = imported;
    this.source = source;
    this.isPython2 = isPython2;
  }

  /** Types of all variables. What is assigned in a loop may change what was known before it. */
  run(): void {
    const all: Scope[] = [this.scopes.module];
    for (const f of this.scopes.ofFunction.values()) all.push(f.scope);
    for (let round = 0; round < ROUNDS; round++) {
      for (const scope of all) for (const b of scope.bindings.values()) b.type = this.typeOfBinding(b);
      for (const f of this.scopes.ofFunction.values()) f.result = this.resultOfFunction(f);
      for (const of of this.scopes.ofClass.values()) {
        for (const sites of of.fields.values()) {
          for (const x of sites) if (x.value) this.fieldTypes.set(x.value, stored(this.typeOf(x.value, x.scope)));
        }
      }
      this.calls();
    }
  }

  /** Collects what each function is called with. */
  private calls(): void {
    for (const f of this.scopes.ofFunction.values()) f.given.clear();
    for (const { call, scope, local } of this.scopes.calls) {
      if (call.func.nodeType !== "Name" || local.has(call.func.id)) continue;
      const type = scope.lookup(call.func.id)?.type;
      if (type?.kind !== "function") continue;
      const own = new Map([...local].map((n) => [n, ANY]));
      const of = (e: ExprNode): Type => (e.nodeType === "Starred" ? ANY : this.typeOf(e, scope, own));
      const isOpen = call.args.some((a) => a.nodeType === "Starred") || call.keywords.some((k) => !k.arg);
      const named = new Map(call.keywords.map((k) => [k.arg ?? "", of(k.value)]));
      if (isOpen) recordCall(type.fn, [], new Map());
      else recordCall(type.fn, call.args.map(of), named);
    }
  }

  private typeOfBinding(b: Binding): Type {
    const path = this.imported.get(b);
    if (path !== undefined && b.sites.length === 1) return { kind: "name", path };
    let type: Type | null = b.isParameter ? this.parameterType(b) : null;
    for (const site of b.sites) type = join(type, this.typeOfSite(b, site));
    // What counts on has no bound that is written down.
    if (type?.kind === "int" && this.reaches(b, b, new Set()))
      return intOf(Math.max(type.bits, COUNTER_BITS), type.isNatural);
    return type ?? ANY;
  }

  /** What all calls give for it; only where every use of the function is a call. */
  private parameterType(b: Binding): Type {
    for (const f of this.scopes.ofFunction.values()) {
      if (f.scope !== b.scope) continue;
      if (f.isMethod) {
        const of = this.scopes.classOfSelf(b.name, f.scope);
        return of ? { kind: "instance", of } : ANY;
      }
      if (!f.binding || f.binding.escapes || f.args.vararg || f.args.kwarg) return ANY;
      const given = this.withDefault(f, b.name, f.given.get(b.name));
      return given && isCertain(given) ? given : ANY;
    }
    return ANY;
  }

  /** What is not given is the default. */
  private withDefault(f: FunctionInfo, name: string, given: Type | undefined): Type | undefined {
    const all = [...f.args.posonlyargs, ...f.args.args];
    const at = all.findIndex((a) => a.arg === name) - (all.length - f.args.defaults.length);
    const value =
      at >= 0 ? f.args.defaults[at] : f.args.kw_defaults[f.args.kwonlyargs.findIndex((a) => a.arg === name)];
    return given && value ? join(given, stored(this.typeOf(value, f.scope.parent!))) : given;
  }

  private typeOfSite(b: Binding, site: Site): Type {
    const scope = site.block.scope;
    if (site.kind === "def") {
      const fn = this.scopes.ofFunction.get(site.stmt as FunctionDef);
      return fn?.binding && (site.stmt as FunctionDef).decorator_list.length === 0 ? { kind: "function", fn } : ANY;
    }
    if (site.kind === "class" && site.stmt.nodeType === "ClassDef") {
      const of = this.scopes.ofClass.get(site.stmt);
      return of && b.sites.length === 1 ? { kind: "class", of } : ANY;
    }
    if (site.value === null || site.kind === "except" || site.kind === "import") return ANY;
    const value = this.typeOf(site.value, scope);
    if (site.kind === "augment" && site.stmt.nodeType === "AugAssign")
      return this.binary(site.stmt.op.nodeType, b.type ?? value, value, [site.stmt.target, site.value], scope);
    if (site.kind === "with") return this.entered(site.value, value);
    if (site.kind === "other") return ANY;
    let type = site.kind === "for" ? elementOf(value) : value;
    if (site.kind === "for") type = this.elementOfCall(site.value, scope) ?? type;
    for (const i of site.path) type = part(type, i);
    return type;
  }

  /** What `for` gets from enumerate, zip and dict.items. */
  private elementOfCall(e: ExprNode, scope: Scope): Type | null {
    return elementOfIterable(
      e,
      (x) => this.typeOf(x, scope),
      (name) => this.isBuiltin(name, scope),
    );
  }

  private entered(_e: ExprNode, value: Type): Type {
    return value.kind === "object" && !value.ts.includes("Context") ? value : ANY;
  }

  private resultOfFunction(f: FunctionInfo): Type {
    if (f.isGenerator) return ANY;
    let type: Type | null = null;
    for (const r of f.scope.returns) type = join(type, r ? stored(this.typeOf(r, f.scope)) : NONE);
    // Falling off the end gives None: with any other result too, as far as we look.
    return type ?? NONE;
  }

  isBuiltin(name: string, scope: Scope): boolean {
    return scope.lookup(name) === null;
  }

  /** The dotted path that an expression stands for: "tf.nn.relu"; null for anything else. */
  pathOf(e: ExprNode, scope: Scope, local: Local = NO_LOCALS): string | null {
    if (e.nodeType === "Name") {
      if (local.has(e.id)) return null;
      const type = scope.lookup(e.id)?.type;
      return type?.kind === "name" ? type.path : null;
    }
    if (e.nodeType !== "Attribute") return null;
    const inner = this.pathOf(e.value, scope, local);
    return inner === null ? null : `${inner}.${e.attr}`;
  }

  typeOf(e: ExprNode, scope: Scope, local: Local = NO_LOCALS): Type {
    const of = (x: ExprNode): Type => this.typeOf(x, scope, local);
    switch (e.nodeType) {
      case "Constant":
        return this.constant(e);
      case "Name": {
        const known = local.get(e.id);
        if (known) return known;
        const binding = scope.lookup(e.id);
        if (binding) return binding.type ?? ANY;
        return ANY;
      }
      case "JoinedStr":
        return STR;
      case "List":
        return e.elts.some((x) => x.nodeType === "Starred")
          ? listOf(ANY)
          : listOf(e.elts.map(of).reduce<Type | null>((a, b) => join(a, stored(b)), null) ?? ANY, e.elts.length);
      case "Tuple":
        return tupleOf(e.elts.some((x) => x.nodeType === "Starred") ? null : e.elts.map(of));
      case "Dict":
      case "DictComp":
        return DICT;
      case "Set":
      case "SetComp":
        return SET;
      case "ListComp":
        return listOf(this.typeOf(e.elt, scope, this.comprehensionLocals(e.generators, scope, local)));
      case "BoolOp": {
        const parts = e.values.map(of);
        if (parts.every((t) => t.kind === "bool")) return BOOL;
        return parts.reduce<Type | null>((a, b) => join(a, stored(b)), null) ?? ANY;
      }
      case "BinOp":
        return this.binary(e.op.nodeType, of(e.left), of(e.right), [e.left, e.right], scope, local);
      case "UnaryOp": {
        const t = of(e.operand);
        if (e.op.nodeType === "Not") return BOOL;
        if (e.op.nodeType === "Invert" && isNumber(t)) return NUM;
        if (t.kind === "int") return e.op.nodeType === "USub" ? intOf(t.bits) : t;
        return t.kind === "bool" ? NUM : t.kind === "float" || t.kind === "num" || hasOperators(t) ? t : ANY;
      }
      case "Compare":
        return this.comparison(e, of);
      case "IfExp":
        return of(e.body).kind === "float" && of(e.orelse).kind === "float"
          ? FLOAT
          : join(stored(of(e.body)), stored(of(e.orelse)));
      case "Attribute":
        return this.attribute(e, scope, local);
      case "Subscript":
        return this.subscript(e, of);
      case "Call":
        return this.call(e, scope, local);
      case "NamedExpr":
        return stored(of(e.value));
      default:
        return ANY;
    }
  }

  private constant(e: Extract<ExprNode, { nodeType: "Constant" }>): Type {
    const v: unknown = e.value;
    if (v === null || v === undefined) return NONE;
    if (typeof v === "boolean") return BOOL;
    if (typeof v === "bigint") return NUM;
    if (typeof v === "number") {
      if (isFloatLiteral(this.source.segment(e))) return FLOAT;
      return intOf(Math.ceil(Math.log2(Math.abs(v) + 1)), true);
    }
    if (typeof v === "string") return /^[bB]|^[rR][bB]/.test(e.quote_style ?? "") ? BYTES : STR;
    return ANY;
  }

  /** `parts`: the operands, to see whether an int may grow without limit. */
  binary(op: string, a: Type, b: Type, parts: readonly ExprNode[], scope: Scope, local: Local = NO_LOCALS): Type {
    if (hasOperators(a) || hasOperators(b)) {
      const tensor = [a, b].find((t) => t.kind === "object" && t.ts !== "NDArray" && hasOperators(t));
      if (a.kind === "any" || b.kind === "any") return tensor ? { kind: "object", ts: "Tensor" } : ANY;
      return tensor
        ? { kind: "object", ts: tensor.kind === "object" && tensor.ts === "SparseTensor" ? "SparseTensor" : "Tensor" }
        : { kind: "object", ts: "NDArray" };
    }
    if (isNumber(a) && isNumber(b)) {
      return this.arithmetic(op, a, b, parts, scope, local);
    }
    if (op === "Mod" && (a.kind === "str" || a.kind === "bytes")) return a;
    if (op === "Add" && a.kind === "str" && b.kind === "str") return STR;
    if (op === "Add" && a.kind === "list" && b.kind === "list")
      return listOf(join(a, { ...b, size: null }).kind === "list" ? joinElements(a, b) : ANY);
    if (op === "Mult" && a.kind === "list" && isNumber(b)) return listOf(a.of);
    if (op === "Mult" && (a.kind === "str" || b.kind === "str")) return isNumber(a) || isNumber(b) ? STR : ANY;
    return ANY;
  }

  /** Plain numbers where TypeScript's own operator does the same; the rest says itself what it is. */
  private arithmetic(op: string, a: Type, b: Type, parts: readonly ExprNode[], scope: Scope, local: Local): Type {
    if (!isPlainNumber(a) || !isPlainNumber(b))
      return a.kind === "bool" && b.kind === "bool" && /^Bit/.test(op) ? BOOL : NUM;
    const isLinear = op === "Add" || op === "Sub" || op === "Mult";
    const divisor = positiveLiteral(parts[1]!);
    if (a.kind === "float" || b.kind === "float") return isLinear || (op === "Div" && divisor) ? FLOAT : NUM;
    if (a.kind !== "int" || b.kind !== "int") return NUM;
    if (op === "Div") return divisor && !this.isPython2 ? FLOAT : NUM;
    if (op === "Mod") return divisor && a.isNatural ? b : NUM;
    if (op === "FloorDiv") return divisor && a.bits <= 45 ? a : NUM;
    if (!isLinear) return NUM;
    const grows = parts.filter((p) => this.mayGrow(p, scope, local)).length;
    if ((op === "Mult" && grows > 0) || grows > 1) return NUM;
    // Zero times a negative number is a negative zero for JavaScript.
    const isSigned = !(a.isNatural && b.isNatural) && !parts.some(positiveLiteral);
    if (op === "Mult" && isSigned) return NUM;
    const isNatural = op !== "Sub" && a.isNatural && b.isNatural;
    return intOf(op === "Mult" ? a.bits + b.bits : Math.max(a.bits, b.bits) + 1, isNatural);
  }

  /** Reads a variable that its own assignments feed, by more than a constant a time. */
  private mayGrow(e: ExprNode, scope: Scope, local: Local): boolean {
    if (e.nodeType === "Name") {
      if (local.has(e.id)) return false;
      const b = scope.lookup(e.id);
      return b !== null && this.isCyclic(b);
    }
    if (e.nodeType === "Call") return false;
    return childrenOf(e).some((c) => this.mayGrow(c, scope, local));
  }

  private isCyclic(b: Binding): boolean {
    let known = this.cyclic.get(b);
    if (known === undefined) {
      this.cyclic.set(b, false);
      known = !b.sites.every((s) => isStep(s, b.name)) && this.reaches(b, b, new Set());
      this.cyclic.set(b, known);
    }
    return known;
  }

  private reaches(from: Binding, target: Binding, seen: Set<Binding>): boolean {
    if (seen.has(from)) return false;
    seen.add(from);
    for (const site of from.sites) {
      if (site.kind === "augment" && from === target) return true;
      if (site.value === null || (site.kind !== "assign" && site.kind !== "augment")) continue;
      for (const name of variablesIn(site.value)) {
        const next = site.block.scope.lookup(name);
        if (next && (next === target || this.reaches(next, target, seen))) return true;
      }
    }
    return false;
  }

  private comparison(e: Extract<ExprNode, { nodeType: "Compare" }>, of: (x: ExprNode) => Type): Type {
    const types = [e.left, ...e.comparators].map(of);
    const isPlain = e.ops.every((o) => /^(?:Is|IsNot|In|NotIn)$/.test(o.nodeType));
    if (isPlain || types.every((t) => t.kind !== "any" && !hasOperators(t) && t.kind !== "instance")) return BOOL;
    if (types.some((t) => t.kind === "object" && t.ts === "NDArray")) return { kind: "object", ts: "NDArray" };
    if (types.some((t) => t.kind === "object" && t.ts === "Tensor") && e.ops.every((o) => /^[LG]t/.test(o.nodeType)))
      return { kind: "object", ts: "Tensor" };
    return ANY;
  }

  private attribute(e: Extract<ExprNode, { nodeType: "Attribute" }>, scope: Scope, local: Local): Type {
    const path = this.pathOf(e, scope, local);
    if (path !== null) {
      return VALUES.get(path) ?? valueAt(path) ?? { kind: "name", path };
    }
    const owner = this.typeOf(e.value, scope, local);
    if (owner.kind === "instance") return this.field(owner.of, e.attr);
    if (owner.kind === "object") {
      if (e.attr === "shape" && owner.ts === "NDArray") return tupleOf(null);
      return memberOf(owner.ts, e.attr) ?? ANY;
    }
    return ANY;
  }

  private subscript(e: Extract<ExprNode, { nodeType: "Subscript" }>, of: (x: ExprNode) => Type): Type {
    const owner = of(e.value);
    const isSlice = e.slice.nodeType === "Slice";
    if (owner.kind === "str" || owner.kind === "bytes") return isSlice || owner.kind === "str" ? owner : INT;
    if (owner.kind === "list") return isSlice ? listOf(owner.of) : owner.size === 0 ? ANY : owner.of;
    if (owner.kind === "tuple") {
      const i = literalIndex(e.slice);
      if (owner.items && i !== null) return owner.items.at(i) ?? ANY;
      return isSlice ? tupleOf(null) : ANY;
    }
    if (owner.kind === "object") {
      if (owner.ts === "Variable") return { kind: "object", ts: "Tensor" };
      if (owner.ts === "Tensor" || owner.ts === "NDArray" || owner.ts === "TensorShape")
        return owner.ts === "TensorShape" && !isSlice ? { kind: "object", ts: "Dimension" } : owner;
    }
    return ANY;
  }

  private call(e: Extract<ExprNode, { nodeType: "Call" }>, scope: Scope, local: Local): Type {
    const { func } = e;
    if (func.nodeType === "Name" && !local.has(func.id) && this.isBuiltin(func.id, scope)) {
      const known = BUILTIN_RESULTS[func.id];
      if (func.id === "open") return objectOf(isBinaryMode(e) ? "BinaryFile" : "TextFile");
      if (func.id === "list" && e.args.length === 1) return listOf(elementOf(this.typeOf(e.args[0]!, scope, local)));
      if (func.id === "abs" && e.args.length === 1) {
        const t = this.typeOf(e.args[0]!, scope, local);
        if (t.kind === "int") return intOf(t.bits, true);
        return t.kind === "float" || hasOperators(t) ? t : t.kind === "any" ? ANY : NUM;
      }
      return known ?? ANY;
    }
    const path = this.pathOf(func, scope, local);
    if (path !== null) {
      const name = path.split(".").at(-1)!;
      if (path === "tf.train.Saver") return ANY;
      if (/^np\.(?:float|double|int|bool|str|object)$/.test(path)) return NUM;
      return /^np\.random\./.test(path) ? this.drawn(name, e, resultOf(path)) : resultOf(path);
    }
    const callee = this.typeOf(func, scope, local);
    if (callee.kind === "function") return callee.fn.isGenerator ? ANY : (callee.fn.result ?? ANY);
    if (callee.kind === "class") return { kind: "instance", of: callee.of };
    if (func.nodeType !== "Attribute") return ANY;
    const owner = this.typeOf(func.value, scope, local);
    if (owner.kind === "object") {
      if (func.attr === "run" && /Session$/.test(owner.ts))
        return e.args[0] ? this.fetched(e.args[0], scope, local) : ANY;
      const type = memberOf(owner.ts, func.attr) ?? ANY;
      return owner.ts === "RandomState" ? this.drawn(func.attr, e, type) : type;
    }
    if (owner.kind === "instance") {
      const method = this.methodOf(owner.of, func.attr);
      return method && !method.isGenerator ? (method.result ?? ANY) : ANY;
    }
    return METHOD_RESULTS[owner.kind]?.[func.attr] ?? ANY;
  }

  /** Draws are arrays where a size is given, else numbers. */
  private drawn(name: string, e: CallNode, type: Type): Type {
    if (type.kind !== "object" || type.ts !== "NDArray") return type;
    if (/^(?:permutation|choice|shuffle|multinomial|dirichlet|multivariate_normal)$/.test(name))
      return name === "choice" ? ANY : type;
    const sized = e.keywords.find((k) => k.arg === "size");
    const isSized = sized ? !(sized.value.nodeType === "Constant" && sized.value.value === null) : false;
    if (isSized || (/^randn?$/.test(name) && e.args.length > 0)) return type;
    const parameters =
      /^(?:uniform|normal|randint|beta|gamma|binomial|laplace|logistic|lognormal|gumbel|f|vonmises|wald)$/.test(name)
        ? 2
        : /^(?:random|random_sample|ranf|sample|standard_)/.test(name)
          ? 0
          : 1;
    return e.args.length > parameters ? type : ANY;
  }

  /** What a session gives for something fetched. */
  private fetched(e: ExprNode, scope: Scope, local: Local): Type {
    if (e.nodeType === "List" || e.nodeType === "Tuple")
      return tupleOf(e.elts.map((x) => this.fetched(x, scope, local)));
    const t = this.typeOf(e, scope, local);
    if (t.kind !== "object") return ANY;
    if (t.ts === "Tensor" || t.ts === "Variable") return objectOf("NDArray");
    return t.ts === "Operation" ? NONE : ANY;
  }

  /** Type of what methods set on their own object; ANY where others set it, too. */
  private field(of: ClassInfo, name: string): Type {
    if (this.scopes.setOutside.has(name)) return ANY;
    let type: Type | null = null;
    for (const c of this.family(of)) {
      if (c.scope.bindings.has(name)) return ANY;
      for (const site of c.fields.get(name) ?? []) {
        const known = site.isPlain && site.value && site.path.length === 0 ? this.fieldTypes.get(site.value) : ANY;
        type = join(type, known ?? ANY);
      }
    }
    return type && (type.kind === "object" || type.kind === "int" || type.kind === "str" || type.kind === "bool")
      ? type
      : ANY;
  }

  /** The class, and those it is based on. */
  private family(of: ClassInfo): ClassInfo[] {
    const out: ClassInfo[] = [];
    for (let c: ClassInfo | null = of; c && !out.includes(c); c = this.baseInfo(c)) out.push(c);
    return out;
  }

  baseInfo(of: ClassInfo): ClassInfo | null {
    for (const b of of.node.bases) {
      const type = this.typeOf(b, of.scope.parent!);
      if (type.kind === "class") return type.of;
    }
    return null;
  }
  baseOf(name: string | null): ClassInfo | null {
    for (const of of this.scopes.ofClass.values()) if (of.node.name === name) return this.baseInfo(of);
    return null;
  }
  /** Whether an expression names a base of the class. */
  isBaseOf(e: ExprNode, name: string | null, scope: Scope): boolean {
    const text = this.source.segment(e);
    for (const of of this.scopes.ofClass.values()) {
      if (of.node.name !== name) continue;
      return this.family(of).some((c) => c.node.bases.some((b) => this.source.segment(b) === text)) && scope !== null;
    }
    return false;
  }
  methodOf(of: ClassInfo, name: string): FunctionInfo | null {
    for (const c of this.family(of)) {
      const found = c.methods.get(name);
      if (found) return found.decorators.every((d) => isNamed(d, "staticmethod", "classmethod")) ? found : null;
    }
    return null;
  }
  isStatic(of: ClassInfo, name: string): boolean {
    return this.methodOf(of, name)?.decorators.some((d) => isNamed(d, "staticmethod")) === true;
  }
  /** Some class of the program has it. */
  isOwnMethod(name: string): boolean {
    for (const of of this.scopes.ofClass.values()) if (of.methods.has(name)) return true;
    return false;
  }
  hasOwnBases(of: ClassInfo): boolean {
    return this.family(of).every((c) =>
      c.node.bases.every(
        (b) =>
          isNamed(b, "object") ||
          this.typeOf(b, c.scope.parent!).kind === "class" ||
          (c.isException && b.nodeType === "Name"),
      ),
    );
  }
  fieldsOf(of: ClassInfo): ReadonlySet<string> {
    const names = new Set(of.fields.keys());
    for (const name of this.scopes.setOutside) if (this.isSetOn(of, name)) names.add(name);
    return names;
  }
  /** Anybody may set it on an instance, so every class of the program may have it. */
  private isSetOn(of: ClassInfo, name: string): boolean {
    return !of.methods.has(name);
  }
  hasField(of: ClassInfo, name: string): boolean {
    return this.family(of).some((c) => this.fieldsOf(c).has(name) || c.scope.bindings.has(name));
  }
  /** Classes as values, or objects that can be called: a call has to look. */
  get hasCallableObjects(): boolean {
    for (const of of this.scopes.ofClass.values()) {
      if (of.methods.has("__call__")) return true;
      const binding = of.scope.parent?.bindings.get(of.node.name);
      if (binding?.escapes) return true;
    }
    return false;
  }
  /** The program asks objects what they have. */
  get usesReflection(): boolean {
    return /\b(?:hasattr|getattr|vars)\s*\(|__dict__/.test(this.source.text);
  }
  isChanged(b: Binding): boolean {
    return this.scopes.changed.has(b);
  }
  isBuiltinMethod(name: string): boolean {
    return BUILTIN_METHODS.has(name);
  }
  /** An object of the library, whose class has no such member. */
  isMissing(owner: Type, name: string): boolean {
    return owner.kind === "object" && isClass(owner.ts) && memberOf(owner.ts, name) === null;
  }
  /** The path of a name that came with `from module import *`. */
  starred(name: string): string | null {
    for (const path of this.stars) if (isKnown(`${path}.${name}`)) return `${path}.${name}`;
    return null;
  }
  variablesIn(e: ExprNode): ReadonlySet<string> {
    return namesRead(e);
  }
  namesRead(e: ExprNode): ReadonlySet<string> {
    return namesRead(e);
  }

  /** Types of the names that generators bind, as the element's expression sees them. */
  comprehensionLocals(generators: readonly Comprehension[], scope: Scope, outer: Local): Local {
    let local = outer;
    for (const g of generators) {
      const here = local;
      const iterable = this.typeOf(g.iter, scope, here);
      const type =
        elementOfIterable(
          g.iter,
          (x) => this.typeOf(x, scope, here),
          (name) => this.isBuiltin(name, scope),
        ) ?? elementOf(iterable);
      const next = new Map(here);
      bindTarget(g.target, type, next);
      local = next;
    }
    return local;
  }
}

function joinElements(a: Type, b: Type): Type {
  return a.kind === "list" && b.kind === "list" ? (a.size === 0 ? b.of : b.size === 0 ? a.of : join(a.of, b.of)) : ANY;
}

/** Types of values that are no functions and that the API's text says little of. */
const VALUES = new Map<string, Type>([
  ["tf.app.flags.FLAGS", objectOf("FlagValues")],
  ["tf.flags.FLAGS", objectOf("FlagValues")],
  ["np.pi", FLOAT],
  ["np.e", FLOAT],
  ["math.pi", FLOAT],
  ["math.e", FLOAT],
  ["sys.argv", listOf(STR)],
]);

export function bindTarget(target: ExprNode, type: Type, into: Map<string, Type>): void {
  if (target.nodeType === "Name") into.set(target.id, stored(type));
  else if (target.nodeType === "Tuple" || target.nodeType === "List")
    target.elts.forEach((t, i) => {
      bindTarget(t, part(type, i), into);
    });
  else if (target.nodeType === "Starred") bindTarget(target.value, ANY, into);
}

/** The i-th part in unpacking. */
function part(type: Type, i: number): Type {
  if (type.kind === "tuple") return type.items?.[i] ?? ANY;
  if (type.kind === "list") return type.size === 0 ? ANY : type.of;
  if (type.kind === "str") return STR;
  return ANY;
}

function elementOfIterable(e: ExprNode, of: (x: ExprNode) => Type, isBuiltin: (name: string) => boolean): Type | null {
  if (e.nodeType !== "Call") return null;
  if (e.func.nodeType === "Name" && isBuiltin(e.func.id)) {
    if (e.func.id === "range" || e.func.id === "xrange") {
      const first = e.args.length === 2 ? of(e.args[0]!) : null;
      const isNatural = e.args.length === 1 || (first?.kind === "int" && first.isNatural);
      return intOf(COUNTER_BITS, isNatural);
    }
    const inner = (x: ExprNode): Type => elementOfIterable(x, of, isBuiltin) ?? elementOf(of(x));
    if (e.func.id === "enumerate" && e.args[0]) return tupleOf([e.args.length === 1 ? NATURAL : INT, inner(e.args[0])]);
    if (e.func.id === "zip") return tupleOf(e.args.map(inner));
    if ((e.func.id === "sorted" || e.func.id === "reversed" || e.func.id === "list") && e.args[0])
      return inner(e.args[0]);
  }
  return null;
}

export function literalIndex(e: ExprNode): number | null {
  if (e.nodeType === "Constant" && typeof e.value === "number" && Number.isInteger(e.value)) return e.value;
  if (
    e.nodeType === "UnaryOp" &&
    e.op.nodeType === "USub" &&
    e.operand.nodeType === "Constant" &&
    typeof e.operand.value === "number"
  )
    return -e.operand.value;
  return null;
}

/** A number above zero, written down. */
export function positiveLiteral(e: ExprNode): boolean {
  return e.nodeType === "Constant" && typeof e.value === "number" && e.value > 0;
}

/** `i += 1` and a start: however often, it stays small. */
function isStep(site: Site, name: string): boolean {
  if (site.value === null) return false;
  if (site.kind === "augment")
    return (
      site.value.nodeType === "Constant" &&
      site.stmt.nodeType === "AugAssign" &&
      /^(?:Add|Sub)$/.test(site.stmt.op.nodeType)
    );
  const v = site.value;
  if (v.nodeType === "BinOp" && /^(?:Add|Sub)$/.test(v.op.nodeType) && v.left.nodeType === "Name" && v.left.id === name)
    return v.right.nodeType === "Constant";
  return !variablesIn(v).has(name);
}

/** All names that an expression reads. */
function namesRead(e: ExprNode, into = new Set<string>()): Set<string> {
  if (e.nodeType === "Name") into.add(e.id);
  if (e.nodeType === "Lambda" || /Comp$|GeneratorExp/.test(e.nodeType)) return collected(e, into);
  for (const c of childrenOf(e)) namesRead(c, into);
  return into;
}

/** Every name in it, whoever binds it. */
function collected(e: ExprNode, into: Set<string>): Set<string> {
  JSON.stringify(e, (key, v: unknown) => {
    if (key === "id" && typeof v === "string") into.add(v);
    return typeof v === "bigint" ? String(v) : v;
  });
  return into;
}

function variablesIn(e: ExprNode, into = new Set<string>()): Set<string> {
  if (e.nodeType === "Name") into.add(e.id);
  if (e.nodeType === "Call") return into;
  for (const c of childrenOf(e)) variablesIn(c, into);
  return into;
}

/** `open(file, "rb")`. */
function isBinaryMode(e: CallNode): boolean {
  const mode = e.args[1] ?? e.keywords.find((k) => k.arg === "mode")?.value;
  return mode?.nodeType === "Constant" && typeof mode.value === "string" && mode.value.includes("b");
}

/** Every part of it is known. */
function isCertain(t: Type): boolean {
  if (t.kind === "any" || t.kind === "none" || t.kind === "float" || t.kind === "tuple") return false;
  return t.kind !== "list" || t.of.kind !== "any";
}

/** Records the types of a call's arguments with the function that it calls. */
export function recordCall(fn: FunctionInfo, positional: readonly Type[], named: ReadonlyMap<string, Type>): void {
  const names = [...fn.args.posonlyargs, ...fn.args.args, ...fn.args.kwonlyargs].map((a) => a.arg);
  names.forEach((name, i) => {
    const type = positional[i] ?? named.get(name) ?? ANY;
    fn.given.set(name, join(fn.given.get(name) ?? null, stored(type)));
  });
}

export type { ClassInfo };
