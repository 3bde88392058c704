// A refusal on the command line is an error with its code, told in both languages by main.ts.

import type { Refusal } from '@anlan/kernel';
import { AdapterError } from '@anlan/kernel';

export function refused(refusal: Refusal): AdapterError {
  return new AdapterError(refusal.code, { retryable: false, params: refusal.params });
}
