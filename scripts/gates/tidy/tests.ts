// A test that is switched off proves nothing and looks as if it did: no only, skip or todo, no
// conditional skipping, no expected failures. Found in the syntax tree, so that strings are free.
// A test file outside the lanes of vitest.config.ts would never run, which is the same.

import ts from 'typescript';
import type { Finding } from '../gate.ts';
import type { Tree } from '../../lib/tree.ts';
import { isTest } from '../../lib/tree.ts';

const RUNNERS = new Set(['it', 'test', 'describe', 'suite', 'bench']);
const SWITCHES = new Set(['only', 'skip', 'todo', 'skipIf', 'runIf', 'fails']);
const CONTEXT = new Set(['context', 'ctx', 'task', 't']);
const LANES = /^(packages|regions|apps|scripts)\/|^test\/(gates|docs|integration|browser)\//;
const OLD_FORMS = new Set(['xit', 'xtest', 'xdescribe', 'fit', 'fdescribe']);

export function switchedOffTests(tree: Tree): Finding[] {
  const tests = tree.paths.filter(isTest);
  const unreached = tests.filter((path) => !LANES.test(path)).map((where) => ({ where, what: 'no lane of vitest.config.ts runs this test' }));
  return [...unreached, ...tests.flatMap((path) => scan(path, tree.read(path)))];
}

function scan(path: string, text: string): Finding[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const findings: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const found = switchIn(node);
    if (found !== undefined) {
      findings.push({ where: `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`, what: `${found}: a test runs, or it is removed` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return findings;
}

function switchIn(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && OLD_FORMS.has(node.expression.text)) return node.expression.text;
  if (!ts.isPropertyAccessExpression(node) || !SWITCHES.has(node.name.text)) return undefined;
  const root = rootName(node.expression);
  if (root === undefined) return undefined;
  if (RUNNERS.has(root)) return `${root}.${node.name.text}`;
  return CONTEXT.has(root) && node.name.text === 'skip' ? `${root}.skip` : undefined;
}

function rootName(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) return rootName(node.expression);
  return undefined;
}
