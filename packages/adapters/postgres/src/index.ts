// The only door of the PostgreSQL adapter.
export { createPgAccounts } from './accounts.ts';
export { createPgArtefacts } from './artefacts.ts';
export { createPgDeviceTokens } from './device-tokens.ts';
export type { EmbeddedPostgres, LaunchOptions } from './embedded/launch.ts';
export { connectToRunning, launchEmbeddedPostgres } from './embedded/launch.ts';
export { postgresErrors } from './errors.ts';
export type { PostgresErrorCode } from './errors.ts';
export { createPgMemory } from './memory/memory.ts';
export { migrate } from './migrate.ts';
export { MIGRATIONS } from './migrations.ts';
export type { PgObservations } from './observations/observations.ts';
export { createPgObservations } from './observations/observations.ts';
export type { PgStores } from './open.ts';
export { openPgStores } from './open.ts';
export type { PgPool } from './pool.ts';
export { createPgPool } from './pool.ts';
export type { DatabaseServer, ExternalDatabase } from './server.ts';
export { connectDatabaseUrl, createDatabaseServer } from './server.ts';
