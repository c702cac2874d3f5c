/**
 * Text put together: f-strings, `%` and `.format`.
 */
import type { ExprNode } from "py-ast";
import type { Doc } from "../doc.js";
import { stringText, templateText } from "../literals.js";
import { bound, type Code, callOf, objectOf, Prec, primary } from "./code.js";
import type { Translator } from "./translator.js";

type Joined = Extract<ExprNode, { nodeType: "JoinedStr" }>;
type Formatted = Extract<ExprNode, { nodeType: "FormattedValue" }>;

/** A template where its parts' texts are the same in both languages, else `py.format`. */
export function formatted(t: Translator, e: Joined): Code {
  const isTemplate = e.values.every(
    (v) => v.nodeType === "Constant" || (v.nodeType === "FormattedValue" && isSameText(t, v)),
  );
  if (isTemplate) {
    const parts: Doc[] = ["`"];
    for (const v of e.values) {
      if (v.nodeType === "Constant") parts.push(templateText(String(v.value)));
      else if (v.nodeType === "FormattedValue") parts.push("${", t.plain(v.value).doc, "}");
    }
    return primary([...parts, "`"]);
  }
  const args: Doc[] = [];
  const text = template(t, e, args);
  return callOf(t.py("format"), [stringText(text), ...args]);
}

function isSameText(t: Translator, v: Formatted): boolean {
  const { kind } = t.typeOf(v.value);
  return !v.format_spec && v.conversion === -1 && (kind === "str" || kind === "int");
}

/** The text for `py.format`; adds the values in order. */
function template(t: Translator, e: Joined, args: Doc[]): string {
  return e.values
    .map((v) => {
      if (v.nodeType === "Constant") return String(v.value).replaceAll("{", "{{").replaceAll("}", "}}");
      if (v.nodeType !== "FormattedValue") return "";
      args.push(t.item(v.value));
      const conversion = v.conversion > 0 ? `!${String.fromCharCode(v.conversion)}` : "";
      const spec = v.format_spec ? `:${specText(t, v.format_spec, args)}` : "";
      return `{${conversion}${spec}}`;
    })
    .join("");
}

function specText(t: Translator, spec: ExprNode, args: Doc[]): string {
  if (spec.nodeType === "Constant") return String(spec.value);
  if (spec.nodeType !== "JoinedStr") return "";
  return spec.values
    .map((v) => {
      if (v.nodeType === "Constant") return String(v.value);
      if (v.nodeType === "FormattedValue") args.push(t.item(v.value));
      return "{}";
    })
    .join("");
}

/** `text % values`. */
export function percent(t: Translator, left: ExprNode, right: ExprNode): Code {
  const text = bound(t.plain(left), Prec.Assign);
  const values =
    right.nodeType === "Tuple"
      ? right.elts.map((x) => t.item(x))
      : [t.typeOf(right).kind === "any" ? t.item(right) : t.item(right)];
  return callOf(t.py("percent"), [text, ...values]);
}

/** `text.format(a, b=c)`. */
export function format(
  t: Translator,
  receiver: ExprNode,
  args: readonly Doc[],
  named: readonly (readonly [string, Doc])[],
): Code {
  return callOf(t.py("format"), [
    bound(t.plain(receiver), Prec.Assign),
    ...args,
    ...(named.length > 0 ? [objectOf(named)] : []),
  ]);
}
