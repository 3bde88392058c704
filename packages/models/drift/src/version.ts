// Version of the model's figures: raised when the same inputs may give other numbers.

export const DRIFT_MODEL_VERSION = 'drift-1.1.0';
