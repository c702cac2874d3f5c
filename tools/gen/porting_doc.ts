/**
 * docs/porting.md: Python and TypeScript side by side, from the translator's own table of constructs.
 */
import { readFileSync } from "node:fs";
import { port } from "../../src/port/index.js";

const HEAD = `# Python and TypeScript side by side

For people who port by hand, and for reading what \`tf1 port\` writes. This page is made from the translator's test table
(\`test/port/*.py\`, by \`npm run gen\`): every block on the right is its output for the block on the left, and a test runs it
and compares what it prints with what CPython, or TensorFlow 1.15.5, printed.

A scope is one program: later parts use names of earlier ones. \`docs/python-in-typescript.md\` explains the conventions.
`;

/** The parts of a file between \`== Title\` comments. */
export function sections(text: string, comment: string): { readonly title: string; readonly code: string }[] {
  const pieces = text.split(new RegExp(`^${comment} == (.*)\n`, "m"));
  const out: { title: string; code: string }[] = [];
  for (let i = 1; i < pieces.length; i += 2) out.push({ title: pieces[i]!, code: pieces[i + 1]!.trim() });
  return out;
}

/** Comments at the top of a part are prose. */
function prose(code: string): [string, string] {
  const lines = code.split("\n");
  const at = lines.findIndex((l) => !l.startsWith("# "));
  return [
    lines
      .slice(0, at)
      .map((l) => l.slice(2))
      .join(" "),
    lines.slice(at).join("\n"),
  ];
}

export function portingDoc(): string {
  const parts = ["constructs", "graph_constructs"].flatMap((name) => {
    const source = readFileSync(new URL(`../../test/port/${name}.py`, import.meta.url), "utf8");
    const { code } = port(source, { filename: `${name}.py` });
    const translated = new Map(sections(code, "//").map((s) => [s.title, s.code]));
    return sections(source, "#").map(({ title, code: python }) => {
      const [text, body] = prose(python);
      const typescript = translated
        .get(title)!
        .split("\n")
        .filter(
          (l, i, all) =>
            !(l.startsWith("// ") && text.includes(l.slice(3)) && all.slice(0, i).every((x) => x.startsWith("//"))),
        )
        .join("\n")
        .trim();
      return `## ${title}\n${text === "" ? "" : `\n${text}\n`}\n\`\`\`python\n${body}\n\`\`\`\n\n\`\`\`ts\n${typescript}\n\`\`\`\n`;
    });
  });
  return `${HEAD}\n${parts.join("\n")}`;
}
