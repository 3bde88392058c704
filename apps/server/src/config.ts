// Settings from the environment, read once at start. Defaults are safe: loopback only. A wrong
// value stops the start with a sentence; nothing is guessed. docs/reference/config.md is generated.

import { AdapterError } from '@anlan/kernel';

export interface ConfigEntry {
  readonly name: string;
  readonly default: string;
  readonly text: string;
}

export const configEntries: readonly ConfigEntry[] = [
  { name: 'ANLAN_DATA', default: './.anlan', text: 'Folder for the database, files and generated secrets.' },
  { name: 'ANLAN_MODE', default: 'demonstration', text: '`demonstration` (simulated feed, demonstration accounts, invented records) or `production` (facts of the region only). A database made in one does not open in the other.' },
  { name: 'ANLAN_HOST', default: '127.0.0.1', text: 'Address that the web and the API listen on.' },
  { name: 'ANLAN_PORT', default: '8080', text: 'Port of the web and the API; 0 takes a free one.' },
  { name: 'ANLAN_PUBLIC_ORIGIN', default: '', text: 'Origin under which browsers see the server, such as `https://anlan.example.org`, when a proxy stands before it.' },
  { name: 'DATABASE_URL', default: '', text: 'PostgreSQL 15 or later to use instead of the embedded one.' },
  { name: 'ANLAN_AIS_TCP_PORT', default: '10110', text: 'AIS sentences over TCP; 0 takes a free port, `off` closes the door.' },
  { name: 'ANLAN_AIS_UDP_PORT', default: '10110', text: 'AIS sentences over UDP; 0 takes a free port, `off` closes the door.' },
  { name: 'ANLAN_MQTT_PORT', default: '1883', text: 'Embedded MQTT listener for sensors; 0 takes a free port, `off` closes it.' },
  { name: 'ANLAN_DOOR_HOST', default: '127.0.0.1', text: 'Address that the AIS and MQTT doors listen on.' },
  { name: 'ANLAN_WORKERS', default: '2', text: 'Threads for forecasts, 1 to 64.' },
  { name: 'ANLAN_FEED', default: 'auto', text: '`auto` runs the simulated feed in demonstration mode, `off` never.' },
  { name: 'ANLAN_WEB', default: 'apps/web/dist', text: 'Folder of the built web.' },
  { name: 'ANLAN_KEEP_DAYS', default: '400', text: 'Days for which readings and ship positions are kept; older whole days are dropped once a day. 0 keeps everything. The default is a year and a month, so that a season can be held against the same season of last year. The event log is never shortened.' },
  { name: 'ANLAN_LOG_LEVEL', default: 'warn', text: 'error, warn, info or debug; one JSON line each on standard error.' },
];

export type Port = number | 'off';

export interface Config {
  readonly dataDir: string;
  readonly mode: 'demonstration' | 'production';
  readonly host: string;
  readonly port: number;
  readonly publicOrigin: string;
  readonly databaseUrl: string;
  readonly aisTcpPort: Port;
  readonly aisUdpPort: Port;
  readonly mqttPort: Port;
  readonly doorHost: string;
  readonly workerCount: number;
  readonly feed: boolean;
  readonly webDir: string;
  /** 0: everything. */
  readonly keepDays: number;
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug';
}

/** Throws SERVER_CONFIG_INVALID {name, value, expected}. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = (name: string): string => env[name] ?? configEntries.find((entry) => entry.name === name)?.default ?? '';
  const mode = oneOf('ANLAN_MODE', read('ANLAN_MODE'), ['demonstration', 'production'] as const);
  const feed = oneOf('ANLAN_FEED', read('ANLAN_FEED'), ['auto', 'off'] as const);
  return {
    dataDir: read('ANLAN_DATA'),
    mode,
    host: read('ANLAN_HOST'),
    port: whole('ANLAN_PORT', read('ANLAN_PORT'), 0, 65535),
    publicOrigin: read('ANLAN_PUBLIC_ORIGIN'),
    databaseUrl: read('DATABASE_URL'),
    aisTcpPort: door('ANLAN_AIS_TCP_PORT', read('ANLAN_AIS_TCP_PORT')),
    aisUdpPort: door('ANLAN_AIS_UDP_PORT', read('ANLAN_AIS_UDP_PORT')),
    mqttPort: door('ANLAN_MQTT_PORT', read('ANLAN_MQTT_PORT')),
    doorHost: read('ANLAN_DOOR_HOST'),
    workerCount: whole('ANLAN_WORKERS', read('ANLAN_WORKERS'), 1, 64),
    feed: mode === 'demonstration' && feed === 'auto',
    webDir: read('ANLAN_WEB'),
    keepDays: whole('ANLAN_KEEP_DAYS', read('ANLAN_KEEP_DAYS'), 0, 36_500),
    logLevel: oneOf('ANLAN_LOG_LEVEL', read('ANLAN_LOG_LEVEL'), ['error', 'warn', 'info', 'debug'] as const),
  };
}

function oneOf<const T extends readonly string[]>(name: string, value: string, allowed: T): T[number] {
  if (!allowed.includes(value)) throw invalid(name, value, allowed.join(' | '));
  return value;
}

function whole(name: string, value: string, min: number, max: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < min || number > max) throw invalid(name, value, `${min} … ${max}`);
  return number;
}

function door(name: string, value: string): Port {
  return value === 'off' ? 'off' : whole(name, value, 0, 65535);
}

function invalid(name: string, value: string, expected: string): AdapterError {
  return new AdapterError('SERVER_CONFIG_INVALID', { retryable: false, params: { name, value, expected } });
}
