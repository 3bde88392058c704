// A file: 300 lines is a warning, 500 an error. A function: 60 lines. Tests may group many short
// cases in one long `describe`, so functions of test files are not measured.

import ts from 'typescript';
import type { Finding } from '../gate.ts';
import type { Tree } from '../../lib/tree.ts';
import { isTest } from '../../lib/tree.ts';

const FILE_LINES_SOFT = 300;
const FILE_LINES_HARD = 500;
const FUNCTION_LINES = 60;
const SOURCE = /\.(tsx?|mjs|js)$/;

export function sizes(tree: Tree): Finding[] {
  return tree.paths.filter((path) => SOURCE.test(path)).flatMap((path) => [...fileSize(tree, path), ...functionSizes(tree, path)]);
}

function fileSize(tree: Tree, path: string): Finding[] {
  const lineCount = tree.read(path).split('\n').length - 1;
  if (lineCount > FILE_LINES_HARD) return [{ where: path, what: `${lineCount} lines; the limit is ${FILE_LINES_HARD}` }];
  if (lineCount > FILE_LINES_SOFT) return [{ where: path, what: `${lineCount} lines; aim below ${FILE_LINES_SOFT}`, warning: true }];
  return [];
}

function functionSizes(tree: Tree, path: string): Finding[] {
  if (isTest(path)) return [];
  const text = tree.read(path);
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const findings: Finding[] = [];
  const visit = (node: ts.Node): void => {
    if (isFunctionWithBody(node)) {
      const first = source.getLineAndCharacterOfPosition(node.getStart()).line;
      const lineCount = source.getLineAndCharacterOfPosition(node.getEnd()).line - first + 1;
      if (lineCount > FUNCTION_LINES) findings.push({ where: `${path}:${first + 1}`, what: `function ${nameOf(node)} has ${lineCount} lines; the limit is ${FUNCTION_LINES}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return findings;
}

function isFunctionWithBody(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (node.name !== undefined) return node.name.getText();
  const { parent } = node;
  return (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) ? parent.name.getText() : '(unnamed)';
}
