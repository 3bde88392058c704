// What the parts of the running server share. Built once in wiring.ts; nothing else makes adapters.

import type { FastifyInstance } from 'fastify';
import type { RouteId } from '@anlan/contracts';
import type { AccountStore, ArtefactStore, DeviceTokenStore, EventLog, IngestCount, IngestCounter, ObservationStore, Realm, Register, RegisterDeps, SignalSource, ViewStore } from '@anlan/domain';
import type { Clock, IdSource } from '@anlan/kernel';
import type { LoginWaits } from './accounts/login-waits.ts';
import type { Seats } from './accounts/seats.ts';
import type { Sessions } from './accounts/sessions.ts';
import type { DemonstrationAccount } from './accounts/demonstration.ts';
import type { Config } from './config.ts';
import type { DeviceCredentials } from './devices/demonstration-device.ts';
import type { DeviceDoor } from './devices/device-door.ts';
import type { Reactor } from './jobs/reactor.ts';
import type { Services } from './services.ts';
import type { ObservationCare } from './services/retention.ts';
import type { RegisterLists } from './register-lists.ts';
import type { LiveHub } from './live/hub.ts';
import type { RegionPack } from '@anlan/region-zhoushan';

export type AppMode = 'demonstration' | 'production' | 'play';

export interface App {
  readonly config: Config;
  readonly mode: AppMode;
  readonly realm: Realm;
  /** Scenario time in a play, else the machine's. */
  readonly clock: Clock;
  readonly wallClock: Clock;
  readonly clockRateRatio: number;
  readonly ids: IdSource;
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly observations: ObservationStore;
  readonly observationCare: ObservationCare;
  readonly artefacts: ArtefactStore;
  readonly accounts: AccountStore;
  readonly deviceTokens: DeviceTokenStore;
  readonly sessions: Sessions;
  readonly loginWaits: LoginWaits;
  readonly seats: Seats;
  readonly lists: RegisterLists;
  readonly ingest: IngestCounter;
  readonly registers: readonly Register[];
  /** Alerts that are recorded together with a change of a record. */
  readonly alongside: NonNullable<RegisterDeps['alongside']>;
  readonly region: RegionPack;
  readonly services: Services;
  readonly devices: DeviceDoor;
  readonly hub: LiveHub;
  readonly reactor: Reactor;
  readonly sources: readonly SignalSource[];
  readonly demonstrationAccounts: readonly DemonstrationAccount[];
  /** The simulated gauges' own, in demonstration mode. */
  readonly demonstrationDevice: DeviceCredentials | undefined;
  /** Origins besides the server's own that may write, such as the development server of the web. */
  readonly extraOrigins: readonly string[];
  /** Set in tests: throws when an answer does not fit the contract. */
  readonly checkAnswer?: (id: RouteId, answer: unknown) => void;
  /** Closes the live connections of a device; nothing before the doors are open. */
  closeDevice(deviceId: string): void;
  /** What the open doors' decoders counted; nothing before they are open. */
  doorCounts(): readonly IngestCount[];
  newReference(): string;
  databaseIsThere(): Promise<boolean>;
  note(level: 'error' | 'warn' | 'info' | 'debug', text: string, fields?: Readonly<Record<string, unknown>>): void;
}

export interface RunningServer {
  readonly app: App;
  readonly http: FastifyInstance;
  readonly address: string;
  stop(): Promise<void>;
}
