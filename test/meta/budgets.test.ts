// Short files and short functions: the budgets of CONTRIBUTING.md. Over one of them, argue in review, then here.
import { describe, expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

interface Measured {
  readonly name: string;
  readonly lines: number;
}

const files = globSync('src/**/*.ts').filter((path) => !path.endsWith('.generated.ts'));
const texts = files.map((path) => ({ path, text: readFileSync(path, 'utf8') }));

describe.each([
  ['files', texts.map(measureFile), { median: 80, p90: 200, most: 300 }],
  ['functions', texts.flatMap(measureFunctions), { median: 10, p90: 30, most: 60 }],
])('lines of %s', (what, measured, budget) => {
  const sorted = measured.toSorted((a, b) => b.lines - a.lines);

  test(`median ≤ ${budget.median}, 90 % ≤ ${budget.p90}, none > ${budget.most}`, () => {
    const figures = { median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9), most: quantile(sorted, 1) };
    process.stdout.write(`${what}: ${JSON.stringify(figures)}, the longest: ${list(sorted.slice(0, 5))}\n`);
    expect(sorted.filter(({ lines }) => lines > budget.most).map(({ name }) => name)).toEqual([]);
    expect(figures.median).toBeLessThanOrEqual(budget.median);
    expect(figures.p90).toBeLessThanOrEqual(budget.p90);
  });
});

test('a function is measured from its first to its last line, whatever its form', () => {
  const text =
    'function a() {\n  return 1;\n}\nconst b = () => {\n};\nclass C {\n  d() {\n\n\n  }\n}\nconst e = () => 1;\n';
  expect(measureFunctions({ path: 'x.ts', text })).toEqual([
    { name: 'x.ts:1 a', lines: 3 },
    { name: 'x.ts:4 b', lines: 2 },
    { name: 'x.ts:7 d', lines: 4 },
  ]);
});

function measureFile({ path, text }: { path: string; text: string }): Measured {
  return { name: path, lines: text.split('\n').length - 1 };
}

/** Functions with a body of statements: an arrow that is one expression has no length to speak of. */
function measureFunctions({ path, text }: { path: string; text: string }): Measured[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lineAt = (position: number): number => source.getLineAndCharacterOfPosition(position).line + 1;
  const measured: Measured[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined && ts.isBlock(node.body)) {
      const start = lineAt(node.getStart());
      measured.push({ name: `${path}:${start} ${readName(node)}`, lines: lineAt(node.end) - start + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return measured;
}

function readName(node: ts.SignatureDeclaration): string {
  const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
  return named?.getText() ?? '(no name)';
}

function quantile(descending: readonly Measured[], share: number): number {
  return descending[Math.floor((1 - share) * (descending.length - 1))]?.lines ?? 0;
}

function list(measured: readonly Measured[]): string {
  return measured.map(({ name, lines }) => `${name} (${lines})`).join(', ');
}
