// Part of every result; raised when a result can change.
export const MODEL_VERSION = 'allocation-0.1.0';
