// What a failed call gives: always an ErrorAnswer with its three sentences in both languages, whether
// the server wrote it or the server could not be reached.

import type { ErrorAnswer } from '@anlan/contracts';
import { errorText } from '@anlan/messages';
import type { WebErrorCode } from '../errors.ts';

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly answer: ErrorAnswer;
  /** HTTP status, 0 when no answer came. */
  readonly statusCode: number;
  constructor(answer: ErrorAnswer, statusCode: number) {
    super(answer.code);
    this.answer = answer;
    this.statusCode = statusCode;
  }
}

/** An error of the web itself, in the shape of the server's. */
export function webError(code: WebErrorCode, params: Record<string, string | number> = {}, statusCode = 0): ApiError {
  const zh = errorText('zh-CN', code, params) ?? { happened: code, means: '', next: '' };
  const en = errorText('en', code, params) ?? { happened: code, means: '', next: '' };
  return new ApiError({ code, params, zh: { ...zh }, en: { ...en }, reference: '' }, statusCode);
}

/** The answer of a refused call, or WEB_ANSWER_UNREADABLE when the body is not one. */
export function errorFromBody(body: unknown, statusCode: number): ApiError {
  return isErrorAnswer(body) ? new ApiError(body, statusCode) : webError('WEB_ANSWER_UNREADABLE', { status: statusCode }, statusCode);
}

/** True when somebody else changed the thing first: the person must look again before acting. */
export function isVersionConflict(error: unknown): boolean {
  return error instanceof ApiError && error.answer.code === 'LOG_VERSION_CONFLICT';
}

/** Anything thrown, as an ApiError. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return webError('WEB_SCREEN_FAILED', { detail: error instanceof Error ? error.message : String(error) });
}

function isErrorAnswer(body: unknown): body is ErrorAnswer {
  if (typeof body !== 'object' || body === null) return false;
  const candidate = body as Partial<ErrorAnswer>;
  return typeof candidate.code === 'string' && typeof candidate.zh?.happened === 'string' && typeof candidate.en?.happened === 'string';
}
