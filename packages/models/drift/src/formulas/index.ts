// Every formula of the drift model, callable on its own.

import type { Formula } from '@anlan/kernel';
import { fateFormulas } from './fate.ts';
import { oilFormulas } from './oil.ts';
import { transportFormulas } from './transport.ts';

export const formulas: readonly Formula[] = [...transportFormulas, ...fateFormulas, ...oilFormulas];
