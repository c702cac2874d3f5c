/**
 * `with`: `using` for the library's contexts, try and finally for all others.
 */
import type { ExprNode, StmtNode } from "py-ast";
import { enteredOf } from "../api.js";
import type { Doc } from "../doc.js";
import { safeName } from "../names.js";
import { callOf } from "./code.js";
import { pattern } from "./comprehensions.js";
import { nameCode } from "./names.js";
import type { Translator } from "./translator.js";

type With = Extract<StmtNode, { nodeType: "With" }>;
type Item = With["items"][number];

export function withStatement(t: Translator, s: With): Doc[] {
  const lines = entered(t, s, s.items);
  // At the end of a function its own braces do.
  return t.frame.last === s ? lines : [{ lines }];
}

function entered(t: Translator, s: With, items: readonly Item[]): Doc[] {
  const [item, ...rest] = items;
  if (!item) return t.body(s.body);
  const { context_expr: context, optional_vars: target } = item;
  const how = enteredOf(t.typeOf(context));
  if (how !== null && t.options.using && t.isTyped) return using(t, s, context, target, how, () => entered(t, s, rest));
  const held = t.fresh("context");
  const lines: Doc[] = [[`const ${held} = `, callOf(t.py("enter"), [t.item(context)]).doc, ";"]];
  if (target) lines.push(named(t, s, target, `${held}.value`));
  const error = t.fresh("error");
  const inner = entered(t, s, rest);
  lines.push([
    "try ",
    { lines: inner },
    ` catch (${error}) `,
    { lines: [`${held}.caught(${error});`] },
    " finally ",
    { lines: [`${held}.leave();`] },
  ]);
  t.release(error);
  t.release(held);
  return lines;
}

function using(
  t: Translator,
  s: With,
  context: ExprNode,
  target: ExprNode | undefined,
  how: "itself" | "value",
  rest: () => Doc[],
): Doc[] {
  const binding = target?.nodeType === "Name" ? t.scope.lookup(target.id) : null;
  const isOwn = binding?.wordIn(s) === "const";
  if (target?.nodeType === "Name" && isOwn && how === "itself") {
    return [[`using ${safeName(target.id, true)} = `, t.item(context), ";"], ...rest()];
  }
  const held = t.fresh(target ? "context" : "_scope");
  const lines: Doc[] = [[`using ${held} = `, t.item(context), ";"]];
  if (target) lines.push(named(t, s, target, how === "itself" ? held : `${held}.value!`));
  // The name is taken as long as the block goes on.
  lines.push(...rest());
  t.release(held);
  return lines;
}

/** What stands behind `as`. */
function named(t: Translator, s: With, target: ExprNode, value: string): Doc {
  if (target.nodeType === "Name") {
    const binding = t.scope.lookup(target.id);
    const word = binding?.wordIn(s) ? `${binding.wordIn(s)} ` : "";
    const type = word === "let " ? t.typed("any") : "";
    return [
      word,
      word ? safeName(target.id, true) : nameCode(t, target).doc,
      type,
      ` = ${value}`,
      t.isTyped || !value.endsWith("!") ? "" : "",
      ";",
    ];
  }
  if (target.nodeType === "Tuple") return ["const ", pattern(t, target), t.typed("any"), ` = ${value};`];
  return [t.plain(target).doc, ` = ${value};`];
}
