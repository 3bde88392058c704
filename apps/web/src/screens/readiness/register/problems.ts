// What the server found wrong with a record, put into words at the field it is about: the field by
// its title, its type and its check in words, amounts of money in yuan.

import type { FieldProblem } from '@anlan/contracts';
import type { Locale } from '@anlan/messages';
import { errorText, messages } from '@anlan/messages';
import type { Field } from './declared.ts';
import { fieldAt } from './declared.ts';
import { groupDigits, yuanText } from './money.ts';
import { fieldQuantity } from './units.ts';

export interface PlacedProblems {
  /** Sentences by path of the field: `capacityM3`, `years[0].salesFen`. */
  readonly byPath: ReadonlyMap<string, readonly string[]>;
  /** About something that the form does not show. */
  readonly elsewhere: readonly string[];
  readonly problemCount: number;
}

export const NO_PROBLEMS: PlacedProblems = { byPath: new Map(), elsewhere: [], problemCount: 0 };

export function placeProblems(problems: readonly FieldProblem[], fields: readonly Field[], locale: Locale): PlacedProblems {
  const byPath = new Map<string, readonly string[]>();
  const elsewhere: string[] = [];
  for (const problem of problems) {
    const sentence = problemText(problem, fields, locale);
    if (fieldAt(fields, problem.fieldId) === undefined) elsewhere.push(sentence);
    else byPath.set(problem.fieldId, [...(byPath.get(problem.fieldId) ?? []), sentence]);
  }
  return { byPath, elsewhere, problemCount: problems.length };
}

/** What is wrong and what to do; for a row of an import as well, where the path is a parameter. */
export function problemText(problem: Pick<FieldProblem, 'code' | 'params'>, fields: readonly Field[], locale: Locale): string {
  const path = String(problem.params['field'] ?? '');
  const placed = fieldAt(fields, path);
  const params = { ...problem.params, ...(placed === undefined ? {} : { field: pathTitle(fields, path, locale) }), ...words(problem, placed?.field, locale) };
  const byType = messages[locale][`web.readiness.problem.${problem.code}.${String(problem.params['type'] ?? '')}`];
  const said = errorText(locale, problem.code, params);
  if (typeof byType === 'string') return byType.replace('{field}', String(params['field']));
  return said === undefined ? problem.code : locale === 'en' ? `${said.happened} ${said.next}` : `${said.happened}${said.next}`;
}

/** `年度数据 第1行 · 销售收入` */
export function pathTitle(fields: readonly Field[], path: string, locale: Locale): string {
  const placed = fieldAt(fields, path);
  if (placed === undefined) return path;
  return placed.path.map(({ field, rowIndex }) => {
    const name = locale === 'en' ? field.titles.en : field.titles.zh;
    return rowIndex === null ? name : locale === 'en' ? `${name} ${rowIndex + 1}` : `${name} 第${rowIndex + 1}项`;
  }).join(' · ');
}

/** Every path at or below a field: a problem of a row also marks the field that holds it. */
export function problemsWithin(problems: PlacedProblems, path: string): readonly string[] {
  return [...problems.byPath].filter(([known]) => known === path || known.startsWith(`${path}[`) || known.startsWith(`${path}.`)).flatMap(([, sentences]) => sentences);
}

function words({ params }: Pick<FieldProblem, 'params'>, field: Field | undefined, locale: Locale): Record<string, string> {
  const out: Record<string, string> = {};
  const check = messages[locale][`web.readiness.check.${String(params['check'])}`];
  if (typeof check === 'string') out['check'] = check;
  for (const name of ['min', 'max']) {
    const limit = params[name];
    if (typeof limit === 'number') out[name] = field?.type === 'money' ? groupDigits(yuanText(limit)) : fieldQuantity({ id: field?.id ?? '', unitCode: null }, limit, locale);
  }
  return out;
}
