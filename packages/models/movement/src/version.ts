// Part of every result; raised when a result can change.
export const MODEL_VERSION = 'movement-0.1.0';
