// What the command line and the tests take from the server.
export { administer } from './administer.ts';
export type { Administration } from './administer.ts';
export { drawPassword } from './accounts/secrets.ts';
export type { App, RunningServer } from './app.ts';
export { auditLog } from './audit-log.ts';
export type { LogAudit } from './audit-log.ts';
export { checkpointPath, readCheckpoints } from './checkpoints.ts';
export { configEntries, readConfig } from './config.ts';
export type { Config } from './config.ts';
export { borrowDatabase, openDatabase } from './database.ts';
export type { Database } from './database.ts';
export { openMemory } from './open-memory.ts';
export { openKeptDrill, playScenario } from './play/play-scenario.ts';
export { runServer } from './run-server.ts';
export { startServer } from './server.ts';
export type { StartedServer, StartOptions } from './server.ts';
export { stressFacts } from './services/stress/stress-world.ts';
export { sendAisFile, sendSimulatedShips } from './feed/send.ts';
