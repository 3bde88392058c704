// The server's own notes: one JSON line each on standard error. No password, token or phone number.

import pino from 'pino';
import type { App } from './app.ts';
import type { Config } from './config.ts';

export function createNotes(level: Config['logLevel']): App['note'] {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
  return (severity, text, fields) => logger[severity](fields ?? {}, text);
}
