// What the code raises: refuse('CODE', {…}) and new AdapterError('CODE', …) name codes of a
// catalogue with exactly the declared params; { code: 'CODE', params: {…} } of an assumption or a
// warning has a message. Only literals are judged; a code in a variable is left to the tests.

import ts from 'typescript';
import type { Finding } from '../gate.ts';
import type { CodeEntry, Language, MessageMap } from '../../lib/catalogues.ts';
import type { Tree } from '../../lib/tree.ts';
import { placeholdersOf } from '../../lib/catalogues.ts';
import { isTest, isTypeScript } from '../../lib/tree.ts';

const PRODUCT = /^(packages\/(?!testkit|messages)|regions\/|apps\/)/;
const CODE_FORM = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;

interface Use {
  readonly where: string;
  readonly code: string;
  readonly kind: 'error' | 'note';
  /** undefined when they cannot be read from the source. */
  readonly params: readonly string[] | undefined;
}

export function checkUses(tree: Tree, catalogue: readonly CodeEntry[], given: Readonly<Record<Language, MessageMap>>): Finding[] {
  const byCode = new Map(catalogue.map((entry) => [entry.code, entry]));
  const sources = tree.paths.filter((path) => PRODUCT.test(path) && isTypeScript(path) && !isTest(path));
  const uses = sources.flatMap((path) => usesIn(path, tree.read(path)));
  const findings = uses.flatMap((use) => (use.kind === 'error' ? judgeError(use, byCode.get(use.code)) : judgeNote(use, byCode, given)));
  const raisers = sources.filter((path) => !path.endsWith('/errors.ts'));
  const mentioned = new Set(raisers.flatMap((path) => tree.read(path).match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g) ?? []));
  const unused = catalogue.filter((entry) => !entry.retired && !mentioned.has(entry.code));
  return [...findings, ...unused.map((entry) => ({ where: entry.path, what: `${entry.code} is never raised`, warning: true as const }))];
}

function judgeError(use: Use, entry: CodeEntry | undefined): Finding[] {
  if (entry === undefined) return [{ where: use.where, what: `${use.code} is in no errors.ts` }];
  if (entry.retired) return [{ where: use.where, what: `${use.code} is retired and must not be raised` }];
  return compareParams(use, entry.params);
}

function judgeNote(use: Use, byCode: ReadonlyMap<string, CodeEntry>, given: Readonly<Record<Language, MessageMap>>): Finding[] {
  const message = given.en[use.code];
  if (message === undefined) return [{ where: use.where, what: `${use.code} has no message` }];
  return compareParams(use, byCode.get(use.code)?.params ?? placeholdersOf(message));
}

function compareParams(use: Use, wanted: readonly string[]): Finding[] {
  if (use.params === undefined) return [];
  const [given, needed] = [[...use.params].sort().join(', '), [...wanted].sort().join(', ')];
  return given === needed ? [] : [{ where: use.where, what: `${use.code} is given {${given}} and its sentence needs {${needed}}` }];
}

function usesIn(path: string, text: string): Use[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const uses: Use[] = [];
  const visit = (node: ts.Node): void => {
    const use = useOf(node);
    if (use !== undefined) uses.push({ ...use, where: `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}` });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

function useOf(node: ts.Node): Omit<Use, 'where'> | undefined {
  if (ts.isCallExpression(node) && node.expression.getText() === 'refuse') {
    const code = literalOf(node.arguments[0]);
    return code === undefined ? undefined : { code, kind: 'error', params: keysOf(node.arguments[1]) };
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'AdapterError') {
    const code = literalOf(node.arguments?.[0]);
    return code === undefined ? undefined : { code, kind: 'error', params: adapterParams(node.arguments?.[1]) };
  }
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const code = literalOf(propertyOf(node, 'code'));
  const params = propertyOf(node, 'params');
  if (code === undefined || params === undefined || !CODE_FORM.test(code)) return undefined;
  return { code, kind: 'note', params: keysOf(params) };
}

function adapterParams(options: ts.Expression | undefined): readonly string[] | undefined {
  if (options === undefined || !ts.isObjectLiteralExpression(options) || options.properties.some(ts.isSpreadAssignment)) return undefined;
  return keysOf(propertyOf(options, 'params'), options.properties.some((property) => property.name?.getText() === 'params'));
}

/** Names in an object literal; none when it is absent; undefined when it is not a plain literal. */
function keysOf(node: ts.Expression | undefined, isPresent = node !== undefined): readonly string[] | undefined {
  if (!isPresent) return [];
  if (node === undefined || !ts.isObjectLiteralExpression(node)) return undefined;
  if (node.properties.some((property) => ts.isSpreadAssignment(property) || (property.name !== undefined && ts.isComputedPropertyName(property.name)))) return undefined;
  return node.properties.map((property) => property.name?.getText() ?? '');
}

function propertyOf(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const property = node.properties.find((candidate) => candidate.name?.getText() === name);
  return property !== undefined && ts.isPropertyAssignment(property) ? property.initializer : undefined;
}

function literalOf(node: ts.Expression | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteral(node) ? node.text : undefined;
}
