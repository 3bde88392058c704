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
  if (ts.isImportSpecifier(node)) return node.propertyName !== undefined && RUNNERS.has(node.propertyName.text) ? `${node.propertyName.text} under another name` : undefined;
  if (ts.isCallExpression(node)) return switchInCall(node);
  const name = switchName(node);
  const root = name === undefined ? undefined : rootName((node as ts.PropertyAccessExpression | ts.ElementAccessExpression).expression);
  if (root === undefined) return undefined;
  if (RUNNERS.has(root)) return `${root}.${name}`;
  return CONTEXT.has(root) && name === 'skip' ? `${root}.skip` : undefined;
}

/** `.skip` and `['skip']` alike. */
function switchName(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && SWITCHES.has(node.name.text)) return node.name.text;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression) && SWITCHES.has(node.argumentExpression.text)) return node.argumentExpression.text;
  return undefined;
}

/** Old names, options that switch off, and a test that skips itself through whatever its context is called. */
function switchInCall(node: ts.CallExpression): string | undefined {
  if (ts.isIdentifier(node.expression) && OLD_FORMS.has(node.expression.text)) return node.expression.text;
  const root = rootName(node.expression);
  if (root === undefined || !RUNNERS.has(root)) return undefined;
  for (const argument of node.arguments) {
    const option = ts.isObjectLiteralExpression(argument) ? argument.properties.find((each) => each.name !== undefined && SWITCHES.has(each.name.getText().replace(/['"]/g, ''))) : undefined;
    if (option !== undefined) return `${root} with { ${option.name!.getText()} }`;
    if ((ts.isArrowFunction(argument) || ts.isFunctionExpression(argument)) && skipsItself(argument)) return `${root} that calls skip`;
  }
  return undefined;
}

function skipsItself(body: ts.ArrowFunction | ts.FunctionExpression): boolean {
  const context = body.parameters[0]?.name;
  if (context === undefined) return false;
  if (ts.isObjectBindingPattern(context)) return context.elements.some((each) => (each.propertyName ?? each.name).getText() === 'skip');
  let found = false;
  const visit = (node: ts.Node): void => {
    const name = switchName(node);
    if (name === 'skip' && rootName((node as ts.PropertyAccessExpression).expression) === context.getText()) found = true;
    ts.forEachChild(node, visit);
  };
  visit(body.body);
  return found;
}

function rootName(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isCallExpression(node)) return rootName(node.expression);
  return undefined;
}
