// Web: forecast.
import type { Messages } from '../types.ts';

export const webForecast = {
} as const satisfies Messages;
