// Reads `export const NAME = ['a', 'b'] as const` from a source without running it, so that rules
// can be generated from the code that owns a list (stages, unit suffixes).

import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** The strings of one const array. Throws when the file does not declare it that way. */
export function readConstArray(path, name) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2023);
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    const declaration = statement.declarationList.declarations.find((d) => ts.isIdentifier(d.name) && d.name.text === name);
    const list = declaration?.initializer && unwrap(declaration.initializer);
    if (list && ts.isArrayLiteralExpression(list)) return list.elements.map((element) => textOf(element, path, name));
  }
  throw new Error(`${path} declares no const array ${name}`);
}

function unwrap(node) {
  return ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node) ? unwrap(node.expression) : node;
}

function textOf(element, path, name) {
  if (ts.isStringLiteral(element)) return element.text;
  throw new Error(`${path}: ${name} holds something else than strings`);
}
