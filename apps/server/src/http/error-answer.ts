// How a refusal or a failure looks on the wire: code, parameters, and its sentences in both languages.

import type { ErrorCatalogue, Refusal } from '@anlan/kernel';
import type { ErrorAnswer, FieldProblem } from '@anlan/contracts';
import { errorText } from '@anlan/messages';
import { catalogue } from './catalogue.ts';

/** A code that no catalogue knows is a programmer's error and is told as SERVER_FAILED. */
export function errorAnswer(refusal: Refusal, reference: string): { readonly statusCode: number; readonly answer: ErrorAnswer } {
  const entry = (catalogue as ErrorCatalogue)[refusal.code];
  const known = entry === undefined ? { code: 'SERVER_FAILED', params: {} } : refusal;
  const zh = errorText('zh-CN', known.code, known.params) ?? bare(known.code);
  const en = errorText('en', known.code, known.params) ?? bare(known.code);
  const { problems } = known as RefusalWithProblems;
  const told = problems === undefined || problems.length === 0 ? {} : { problems: problems.map(({ fieldId, code, params }) => ({ fieldId, code, params: { ...params } })) };
  return { statusCode: entry?.httpStatus ?? 500, answer: { code: known.code, params: { ...known.params }, zh, en, reference, ...told } };
}

/** A refused record tells all of its fields at once. */
interface RefusalWithProblems extends Refusal { readonly problems?: readonly FieldProblem[] }

function bare(code: string): ErrorAnswer['zh'] {
  return { happened: code, means: '', next: '' };
}
