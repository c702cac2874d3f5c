/**
 * The text of docs/api.txt: the public names as the compiler sees them, one a line.
 *
 * A function made from Python's signature shows that. Another shows how its parameters may be named: `name?` may be left out,
 * `name=text` is what it is then, what follows `*` is given by name only. Of several overloads one is shown, the one with the most
 * positional parameters. Members
 * whose names are camelCase are internal and not listed.
 */
import { fileURLToPath } from "node:url";
import { type Node, SyntaxKind, type TypeNode, type TypeReferenceNode } from "typescript/unstable/ast";
import {
  isNamedTupleMember,
  isObjectBindingPattern,
  isParameterDeclaration,
  isTupleTypeNode,
  isTypeAliasDeclaration,
  isTypeParameterDeclaration,
  isTypeReferenceNode,
  isUnionTypeNode,
} from "typescript/unstable/ast/is";
import {
  API,
  type Checker,
  type Symbol as Name,
  NodeBuilderFlags,
  ObjectFlags,
  type Project,
  type Signature,
  SignatureKind,
  SymbolFlags,
  type Type,
} from "typescript/unstable/sync";

const root = fileURLToPath(new URL("../..", import.meta.url));
const NAMESPACES = ["tf", "np", "py", "sparse"];
/** Entries whose exports stand for Python's own modules: their names are Python's, camelCase too. */
const MODULES = ["src/python/index.ts", "src/pyplot/index.ts"];
const CAMEL_CASE = /^[a-z]\w*[A-Z]/;
/** Names of a parameter that collects keywords. */
const KEYWORDS = /^(options|kwargs|keywords)$/;

interface Parameter {
  readonly name: string;
  /** As it is shown. */
  readonly text: string;
  readonly byNameOnly?: boolean;
}

class Surface {
  readonly lines: string[] = [];
  /** Python's own modules have public names in camelCase. */
  withCamelCase = false;
  private readonly checker: Checker;
  private readonly project: Project;
  /** The public classes: a member is listed with the class that declares it. */
  private readonly classes = new Set<Name>();
  private readonly listed = new Set<Name>();

  constructor(project: Project) {
    this.project = project;
    this.checker = project.checker;
  }

  /** Lists a namespace and those in it. */
  namespace(path: string, symbol: Name): void {
    const names = this.values(path, symbol);
    for (const [, type] of names) {
      const instance = this.instanceOf(type)?.getSymbol();
      if (instance) this.classes.add(instance);
    }
    for (const [name, type] of names) this.value(name, type);
  }

  private values(path: string, symbol: Name): [string, Type][] {
    return this.checker
      .getExportsOfModule(symbol)
      .toSorted(byName)
      .flatMap((name): [string, Type][] => {
        const target = this.target(name)!;
        if (target.flags & SymbolFlags.ValueModule) return this.values(inside(path, name.name), target);
        return target.flags & SymbolFlags.Value
          ? [[inside(path, name.name), this.checker.getTypeOfSymbol(target)!]]
          : [];
      });
  }

  private instanceOf(type: Type): Type | undefined {
    const python = this.pythonSignature(type);
    if (python) return python.isClass ? python.result : undefined;
    const [construct] = this.checker.getSignaturesOfType(type, SignatureKind.Construct);
    return construct && this.checker.getReturnTypeOfSignature(construct);
  }

  private value(path: string, type: Type): void {
    if (type.getSymbol()?.name === "Missing") {
      this.lines.push(`${path}: Missing`);
      return;
    }
    const instance = this.instanceOf(type);
    const kind = this.kind(type);
    if (kind.startsWith(":") && isWrittenOut(type)) {
      this.properties(path, type);
      return;
    }
    this.lines.push(path + kind);
    if (!instance) return;
    if (!this.pythonSignature(type)) this.properties(path, type);
    const itself = instance.getSymbol();
    if (itself && this.listed.has(itself)) return;
    if (itself) this.listed.add(itself);
    this.properties(path, instance);
  }

  /** "(signature) -> result" of a function or class, ": type" of anything else. */
  private kind(type: Type): string {
    const python = this.pythonSignature(type);
    const kept = this.keptSignature(type);
    if (python) return `${python.text} -> ${this.text(python.result)}`;
    for (const kind of [SignatureKind.Construct, SignatureKind.Call]) {
      const forms = this.checker.getSignaturesOfType(type, kind).map((s) => [s, this.parameters(s)] as const);
      if (forms.length === 0) continue;
      const bound = forms.map(([s]) => ({ s, text: this.boundSignature(s) })).find((b) => b.text !== null);
      if (bound) return `${bound.text} -> ${this.text(this.checker.getReturnTypeOfSignature(bound.s)!)}`;
      const [signature, parameters] = forms.toSorted(([, a], [, b]) => length(b) - length(a))[0]!;
      const positional = parameters.filter((p) => !p.byNameOnly).map((p) => p.text);
      const named = parameters.filter((p) => p.byNameOnly).map((p) => p.text);
      const shown = [...positional, ...(named.length > 0 ? ["*", ...named] : [])].join(", ");
      return `${kept ?? `(${shown})`} -> ${this.text(this.checker.getReturnTypeOfSignature(signature)!)}`;
    }
    return `: ${this.text(type)}`;
  }

  private properties(path: string, type: Type): void {
    const itself = type.getSymbol();
    for (const property of this.checker.getPropertiesOfType(type).toSorted(byName)) {
      const declaring = property.getParent();
      if (declaring && declaring !== itself && this.classes.has(declaring)) continue;
      if (this.isPublic(property))
        this.lines.push(`${path}.${property.name}${this.kind(this.checker.getTypeOfSymbol(property)!)}`);
    }
  }

  private isPublic({ name, declarations }: Name): boolean {
    if ((CAMEL_CASE.test(name) && !this.withCamelCase) || name.startsWith("__@") || name === "prototype") return false;
    return declarations.some((d) => d.path.includes("/src/") && !isPrivate(d.resolve(this.project)));
  }

  private pythonSignature(type: Type): { text: string; result: Type; isClass: boolean } | null {
    // A class or function with static members besides.
    if (type.isIntersectionType() && type.getAliasSymbol()?.name !== "PyClass") {
      const parts = type.getTypes().map((t) => this.pythonSignature(t));
      return parts.find((t) => t !== null) ?? null;
    }
    const isClass = type.getAliasSymbol()?.name === "PyClass";
    if (!isClass && type.getSymbol()?.name !== "PyFunction") return null;
    const of = isClass
      ? type.getAliasTypeArguments()
      : type.isTypeReference()
        ? this.checker.getTypeArguments(type)
        : [];
    const [text, , result] = of;
    return text?.isStringLiteralType() && result ? { text: text.value, result, isClass } : null;
  }

  /** Python's text of a function with overloads, `signed(SIGNATURE, …)`. */
  private keptSignature(type: Type): string | null {
    const property = this.checker.getPropertiesOfType(type).find((p) => p.name === "signature");
    const text = property && this.checker.getTypeOfSymbol(property);
    return text?.isStringLiteralType() ? text.value : null;
  }

  /** Python's text behind `...args: CallsOf<typeof SIGNATURE>`; null for any other parameters. */
  private boundSignature(signature: Signature): string | null {
    const [only, ...more] = signature.getParameters();
    const node = only?.valueDeclaration?.resolve(this.project);
    if (more.length > 0 || !node || !isParameterDeclaration(node) || !node.type || !isTypeReferenceNode(node.type))
      return null;
    const [of] = node.type.typeArguments ?? [];
    if (node.type.typeName.getText() !== "CallsOf" || !of) return null;
    const type = this.checker.getTypeFromTypeNode(of);
    const [text] = type?.isTypeReference() ? this.checker.getTypeArguments(type) : [];
    return text?.isStringLiteralType() ? text.value : null;
  }

  private parameters(signature: Signature): Parameter[] {
    const out: Parameter[] = [];
    for (const symbol of signature.getParameters()) {
      const node = symbol.valueDeclaration?.resolve(this.project);
      const type = this.checker.getTypeOfSymbol(symbol)!;
      if (!node || !isParameterDeclaration(node)) {
        out.push({ name: symbol.name, text: symbol.name });
        continue;
      }
      const optional = node.questionToken !== undefined || node.initializer !== undefined;
      if (node.dotDotDotToken) out.push(...this.rest(symbol.name, node.type));
      else if (
        isObjectBindingPattern(node.name) ||
        (KEYWORDS.test(symbol.name) && optional && this.keywords(type, out).length > 0)
      )
        out.push(...this.keywords(type, out));
      else out.push({ name: symbol.name, text: symbol.name + shownDefault(node.initializer?.getText(), optional) });
    }
    return out;
  }

  /** `...args` whose type is Call<[labels], keywords> or a tuple, behind any number of names. */
  private rest(name: string, node: TypeNode | undefined): Parameter[] {
    const form = node && this.form(node, []);
    if (!form) return [{ name, text: `...${name}` }];
    return form.options ? [...form.labels, ...this.keywords(form.options, form.labels)] : form.labels;
  }

  /** `literals`: string arguments of the alias that is being followed; they name its elements that have no label. */
  private form(
    node: TypeNode,
    literals: readonly string[],
  ): { labels: Parameter[]; options?: Type | undefined } | null {
    if (isTupleTypeNode(node)) {
      const labels = [...node.elements].map((e, i): Parameter => {
        const name = isNamedTupleMember(e) ? e.name.getText() : (literals[i] ?? `arg${i}`);
        return { name, text: isNamedTupleMember(e) && e.questionToken ? `${name}?` : name };
      });
      return { labels };
    }
    if (isUnionTypeNode(node)) {
      const forms = [...node.types].map((t) => this.form(t, literals)).filter((f) => f !== null);
      return forms.toSorted((a, b) => b.labels.length - a.labels.length)[0] ?? null;
    }
    if (!isTypeReferenceNode(node)) return null;
    const [first, second] = node.typeArguments ?? [];
    const name = this.target(this.checker.getSymbolAtLocation(node.typeName));
    if (name?.name === "Call" && first && second) {
      const labels = (this.form(first, literals)?.labels ?? []).map((p) => ({ name: p.name, text: `${p.name}?` }));
      return { labels, options: this.checker.getTypeFromTypeNode(second) };
    }
    const declaration = name?.declarations[0]?.resolve(this.project);
    if (!declaration) return null;
    if (isTypeAliasDeclaration(declaration)) return this.form(declaration.type, stringArguments(node));
    if (isTypeParameterDeclaration(declaration) && declaration.constraint)
      return this.form(declaration.constraint, literals);
    return null;
  }

  private target(name: Name | undefined): Name | undefined {
    return name && name.flags & SymbolFlags.Alias ? this.checker.getAliasedSymbol(name) : name;
  }

  private keywords(type: Type, positional: readonly Parameter[]): Parameter[] {
    return this.checker
      .getPropertiesOfType(this.checker.getNonNullableType(type) ?? type)
      .filter((p) => !positional.some((q) => q.name === p.name))
      .map((p) => ({ name: p.name, text: p.name + (p.flags & SymbolFlags.Optional ? "?" : ""), byNameOnly: true }));
  }

  private text(type: Type): string {
    return this.checker.typeToString(type, undefined, NodeBuilderFlags.NoTruncation).replace(/\s+/g, " ");
  }
}

/** Of several forms the one with the most positional parameters is shown, then the one with the most. */
const length = (parameters: readonly Parameter[]): number =>
  parameters.reduce((n, p) => n + (p.byNameOnly ? 1 : 100), 0);

const inside = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);

const byName = (a: Name, b: Name): number => (a.name < b.name ? -1 : 1);

/** An object whose properties are the public names. */
function isWrittenOut(type: Type): boolean {
  const alias = type.getAliasSymbol()?.name;
  if (!type.isObjectType() || (alias !== undefined && alias !== "Readonly")) return false;
  return (type.objectFlags & (ObjectFlags.Anonymous | ObjectFlags.Mapped)) !== 0;
}

function isPrivate(declaration: Node | undefined): boolean {
  const modifiers =
    declaration && "modifiers" in declaration ? (declaration.modifiers as readonly Node[] | undefined) : [];
  return (modifiers ?? []).some((m) => m.kind === SyntaxKind.PrivateKeyword || m.kind === SyntaxKind.ProtectedKeyword);
}

const PYTHON: Readonly<Record<string, string>> = { null: "None", true: "True", false: "False" };

/** "=None" for null, "=1e-8", "?" where the default is not said here. */
function shownDefault(text: string | undefined, optional: boolean): string {
  if (text === undefined) return optional ? "?" : "";
  const shown = PYTHON[text] ?? text.replace(/^"(.*)"$/, "'$1'");
  return `=${shown}`;
}

/** `Pair<"low", "high">` -> ["low", "high"]. */
function stringArguments(node: TypeReferenceNode): string[] {
  return [...(node.typeArguments ?? [])].map((a) => /^"(\w+)"$/.exec(a.getText())?.[1]).filter((s) => s !== undefined);
}

export function apiText(): string {
  const api = new API({});
  try {
    const snapshot = api.updateSnapshot({ openProjects: [`${root}tsconfig.build.json`] });
    const project = snapshot.getProjects()[0]!;
    const entry = project.program.getSourceFile(`${root}src/compat/index.ts`);
    const module_ = entry && project.checker.getSymbolAtLocation(entry);
    if (!module_) throw new Error("the compiler does not see src/compat/index.ts");
    const surface = new Surface(project);
    const all = project.checker.getExportsOfModule(module_);
    for (const name of NAMESPACES) {
      const symbol = all.find((s) => s.name === name)!;
      surface.namespace(name, symbol.flags & SymbolFlags.Alias ? project.checker.getAliasedSymbol(symbol) : symbol);
    }
    surface.withCamelCase = true;
    for (const path of MODULES) {
      const file = project.program.getSourceFile(root + path);
      const symbol = file && project.checker.getSymbolAtLocation(file);
      if (!symbol) throw new Error(`the compiler does not see ${path}`);
      surface.namespace("", symbol);
    }
    return `${surface.lines.join("\n")}\n`;
  } finally {
    api.close();
  }
}
