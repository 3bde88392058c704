// What every control of the form is given.

import type { Field } from '../declared.ts';
import type { Draft } from '../draft.ts';
import type { PlacedProblems } from '../problems.ts';

export interface InputProps {
  readonly field: Field;
  /** Also the id of the control: `f-years[0].salesFen`. */
  readonly path: string;
  readonly draft: Draft | undefined;
  readonly problems: PlacedProblems;
  readonly onChange: (draft: Draft) => void;
}

export function controlId(path: string): string {
  return `f-${path}`;
}
