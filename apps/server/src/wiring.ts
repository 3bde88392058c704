// Every adapter is chosen here, by name, once. What is built: the memory, the clock, chance, the
// sessions, the lists of registers, the services of the loop, the hub, the reactor and the timers.

import { mkdirSync } from 'node:fs';
import { addS, createIdSource, createRng } from '@anlan/kernel';
import type { Clock, IdSource } from '@anlan/kernel';
import type { RouteId } from '@anlan/contracts';
import { createIngestCounter, folds, handleCheckIn, handleSeedRecords, handleUploadDocument, recordKey, registers } from '@anlan/domain';
import type { Context, IngestCount, RecordBody, Realm } from '@anlan/domain';
import { openPgStores } from '@anlan/adapter-postgres';
import { createSystemIds, hashPassword, systemClock, verifyPassword } from '@anlan/adapter-system';
import { regionPack } from '@anlan/region-zhoushan';
import { createSeats } from './accounts/seats.ts';
import { createSessions } from './accounts/sessions.ts';
import { readDemonstrationAccounts, seedDemonstrationAccounts } from './accounts/demonstration.ts';
import { checkInstalledMode } from './accounts/installed-mode.ts';
import { createLoginWaits } from './accounts/login-waits.ts';
import { systemContext } from './actors.ts';
import type { App, AppMode } from './app.ts';
import type { Config } from './config.ts';
import type { Database } from './database.ts';
import { seedDemonstrationDevice } from './devices/demonstration-device.ts';
import type { DeviceCredentials } from './devices/demonstration-device.ts';
import { createDeviceDoor } from './devices/device-door.ts';
import { toWire } from './http/to-wire.ts';
import { announcing } from './jobs/announce.ts';
import type { AnnouncingLog } from './jobs/announce.ts';
import { announceToHub, splitStream } from './jobs/live-announcements.ts';
import { withdrawnSensors } from './jobs/withdrawn-sensors.ts';
import { createReactor } from './jobs/reactor.ts';
import { createLiveHub } from './live/hub.ts';
import { createNotes } from './notes.ts';
import { createRegisterLists } from './register-lists.ts';
import { createServices } from './services.ts';
import { createBelonging } from './services/belonging.ts';
import { simulatedSources } from './sources.ts';

export interface WiringOptions {
  readonly config: Config;
  readonly database: Database;
  readonly databaseName: string;
  readonly mode: AppMode;
  readonly realm: Realm;
  readonly clock?: Clock;
  readonly clockRateRatio?: number;
  /** Seed of ids in a play; left out, ids come from the machine's chance. */
  readonly idSeed?: number;
  readonly extraOrigins?: readonly string[];
  readonly checkAnswer?: (id: RouteId, answer: unknown) => void;
}

/** What the parts behind the doors ask of them. */
export interface KnownDoors {
  counts(): readonly IngestCount[];
  closeDevice(deviceId: string): void;
}

export interface Wired {
  readonly app: App;
  /** Told once the doors are open. */
  knowDoors(doors: KnownDoors): void;
  close(): Promise<void>;
}

export async function wire(options: WiringOptions): Promise<Wired> {
  const { config, mode, realm } = options;
  mkdirSync(config.dataDir, { recursive: true });
  const note = createNotes(config.logLevel);
  const stores = await openPgStores({
    server: options.database.server, databaseName: options.databaseName, folds, onFlushFailure: (error) => note('warn', 'latest values not flushed', { error: String(error) }),
  });
  const clock = options.clock ?? systemClock;
  const ids: IdSource = options.idSeed === undefined ? createSystemIds() : createIdSource(createRng(options.idSeed));
  const log = announcing(stores.memory);
  const views = stores.memory;
  const sessions = createSessions({ views, accounts: stores.accounts, realm, allowDemonstration: mode !== 'production', wallClock: systemClock, verifyPassword });
  const lists = createRegisterLists(views, realm);
  const hub = createLiveHub({ nowIso: () => new Date(clock.now()).toISOString(), toWire });
  const reactor = createReactor({
    modelRunCount: Math.max(2, config.workerCount), single: mode === 'play',
    onFailure: (name, error) => note('error', 'reaction failed', { name, error: String(error), stack: (error as Error).stack ?? '' }),
  });
  const isDemonstration = mode !== 'production';
  // Before anything is written into the folder: a start in the wrong mode leaves no passwords behind.
  if (mode !== 'play') await checkInstalledMode(views, realm, regionPack(), mode).catch(async (error: unknown) => { await stores.close(); throw error; });
  const demonstrationAccounts = isDemonstration ? readDemonstrationAccounts(config.dataDir) : [];
  const late: Late = { doors: { counts: () => [], closeDevice: () => undefined }, device: undefined };
  const deviceDeps = { views, realm, deviceTokens: stores.deviceTokens, allowDemonstration: isDemonstration };
  const base = {
    config, mode, realm, clock, wallClock: systemClock, clockRateRatio: options.clockRateRatio ?? 1, ids, log, views, observations: stores.observations, observationCare: stores.observations,
    artefacts: stores.artefacts, accounts: stores.accounts, deviceTokens: stores.deviceTokens, sessions, loginWaits: createLoginWaits(systemClock), seats: createSeats({ accounts: stores.accounts, wallClock: systemClock }), lists, ingest: createIngestCounter(), registers, alongside: withdrawnSensors(createBelonging({ views, region: regionPack() })), region: regionPack(), hub, reactor,
    sources: isDemonstration ? simulatedSources : [], demonstrationAccounts, extraOrigins: options.extraOrigins ?? [], note,
    ...(options.checkAnswer === undefined ? {} : { checkAnswer: options.checkAnswer }),
    doorCounts: (): readonly IngestCount[] => late.doors.counts(),
    closeDevice: (deviceId: string): void => late.doors.closeDevice(deviceId),
    devices: createDeviceDoor(deviceDeps, (...given) => services.takeReadings(...given)),
    get demonstrationDevice() { return late.device; },
    newReference: () => ids.newId('request'),
    databaseIsThere: () => stores.pool.query('SELECT 1').then(() => true, () => false),
  };
  const services = createServices(base);
  const app: App = Object.assign(base, { services });

  await seed(app);
  await lists.reload();
  if (mode === 'demonstration') late.device = await seedDemonstrationDevice(app, lists, systemContext(realm, clock.now()));
  const unlisten = hear(app, log);
  await services.start();
  return {
    app,
    knowDoors: (doors) => { late.doors = doors; },
    async close() {
      services.interrupt();
      services.interruptStress();
      await reactor.stop();
      unlisten();
      await services.stop();
      hub.stop();
      await stores.close();
    },
  };
}

/** What follows from an event at once: screens, lists, closed connections, the next step of the loop. */
function hear(app: App, log: AnnouncingLog): () => void {
  const { hub, views, note, reactor, services } = app;
  return log.listen((events) => {
    void announceToHub(hub, views, events).catch((error: unknown) => note('warn', 'not announced', { error: String(error) }));
    const touched = events.map((event) => splitStream(event.stream)).filter(([kind]) => kind === 'record').map(([, id]) => id);
    if (touched.some((id) => id.startsWith('sensors/') || id.startsWith('alert-rules/') || id.startsWith('vessels/'))) reactor.push({ lane: 'lists', name: 'reload lists', work: () => services.reloadLists() });
    for (const { type, stream } of events) if (type === 'device.revoked') app.closeDevice(splitStream(stream)[1]);
    services.react(events);
  });
}

/** Known only once the rest stands. */
interface Late {
  doors: KnownDoors;
  device: DeviceCredentials | undefined;
}

/** The region's facts, and in demonstration mode its invented records and the accounts; doing it again changes nothing. */
async function seed(app: App): Promise<void> {
  const context = systemContext(app.realm, app.clock.now());
  const command = app.mode === 'production' ? app.region.seedFacts : app.region.seed;
  for (const document of app.mode === 'production' ? [] : app.region.seedDocuments) {
    const kept = await handleUploadDocument(app, document, context);
    if (!kept.ok) throw new Error(`the region pack holds a document that is refused: ${kept.refusal.code}`);
  }
  const seeded = await handleSeedRecords(app, command, context);
  if (!seeded.ok) throw new Error(`the region pack does not fit its registers: ${JSON.stringify(seeded.refusal)}`);
  if (app.mode === 'demonstration') await seedCheckIns(app, context);
  await seedDemonstrationAccounts(app, app.demonstrationAccounts, hashPassword, context);
}

/** What units of the demonstration said at its first start; a unit that ever checked in speaks for itself. */
async function seedCheckIns(app: App, context: Context): Promise<void> {
  for (const { registerId, id, validHours, ...said } of app.region.demonstrationCheckIns) {
    const view = await app.views.find<RecordBody>(app.realm, 'record', recordKey(registerId, id));
    if (view === undefined || view.body.archived || typeof view.body.values['checkedInAt'] === 'number') continue;
    const taken = await handleCheckIn(app, { registerId, id, ...said, dutySinceAt: null, readyUntilAt: addS(context.now, validHours * 3600) }, context);
    if (!taken.ok) throw new Error(`the region pack holds a check-in that is refused: ${id} ${taken.refusal.code}`);
  }
}
