// What only the real store can show: append-only by the database itself, a full disk, visible
// back-pressure, warm start, partitions, migrations, and the DATABASE_URL path.
import type { AdapterError } from '@anlan/kernel';
import { addS } from '@anlan/kernel';
import { SAMPLE_AT, sampleEvent, sampleFolds, sampleReading } from '@anlan/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { createPgObservations } from './observations/observations.ts';
import type { PgStores } from './open.ts';
import { createPgPool } from './pool.ts';
import { connectDatabaseUrl } from './server.ts';
import type { TestCluster } from './test-cluster.ts';
import { startTestCluster } from './test-cluster.ts';

let cluster: TestCluster;
let stores: PgStores;
beforeAll(async () => { cluster = await startTestCluster(); });
afterAll(async () => { await cluster.stop(); });
beforeEach(async () => { stores = await cluster.openStores(sampleFolds); });
afterEach(async () => { await stores.close(); });

const open = { realm: 'real', recordedAt: SAMPLE_AT, appends: [{ stream: 'incident:a', expectedVersion: 0, events: [sampleEvent('sample.opened', { title: 'a' })] }] } as const;
const withHolding = { ...open, appends: [{ ...open.appends[0], events: [{ ...open.appends[0].events[0], moves: [{ holdingId: 'h', move: 'open', quantityValue: 1 }] }] }] } as const;

describe('event log in PostgreSQL', () => {
  it('the database itself refuses to change, delete or truncate what was recorded', async () => {
    await stores.memory.append(withHolding);
    for (const sql of ['UPDATE event SET type = \'x\'', 'DELETE FROM event', 'TRUNCATE event']) {
      await expect(stores.pool.query(sql)).rejects.toMatchObject({ code: 'POSTGRES_FAILED', params: { sqlState: 'AN001' } });
    }
    expect(await stores.memory.verify('real')).toMatchObject({ eventCount: 1, brokenAtPositionIndex: undefined });
  });

  it('S-447: the database itself refuses a holding below zero', async () => {
    await stores.memory.append(withHolding);
    await expect(stores.pool.query('UPDATE holding SET on_hand = -1')).rejects.toMatchObject({ params: { sqlState: '23514' } });
    await expect(stores.pool.query('UPDATE holding SET held = 2')).rejects.toMatchObject({ params: { sqlState: '23514' } });
  });

  it('a full disk keeps nothing of the append, says so, and the next append works once there is space', async () => {
    await breakTable('event');
    await expect(stores.memory.append(open)).rejects.toMatchObject({ code: 'POSTGRES_DISK_FULL', retryable: true });
    await stores.pool.query('DROP TRIGGER disk_full ON event');
    expect(await stores.memory.find('real', 'incident', 'a')).toBeUndefined();
    expect((await stores.memory.append(open)).ok).toBe(true);
  });

  it('a programmer error inside a fold rolls everything back', async () => {
    const broken = { incident: { kind: 'incident' as const, apply: () => { throw new Error('fold is broken'); } } };
    const { createPgMemory } = await import('./memory/memory.ts');
    const memory = createPgMemory({ pool: stores.pool, folds: broken });
    await expect(memory.append(open)).rejects.toThrow();
    expect(await stores.memory.readStream('real', 'incident:a')).toEqual([]);
  });
});

describe('observations in PostgreSQL', () => {
  it('a full disk refuses readings with a code and keeps them out whole', async () => {
    await breakTable('reading');
    await expect(stores.observations.appendReadings([sampleReading()])).rejects.toMatchObject({ code: 'POSTGRES_DISK_FULL', retryable: true });
    await stores.pool.query('DROP TRIGGER disk_full ON reading');
    expect(await stores.observations.latestReadings()).toEqual([]);
    await stores.observations.appendReadings([sampleReading()]);
    expect(await stores.observations.countReadings()).toBe(1);
  });

  it('a full queue refuses visibly and what it took is all there', async () => {
    const observations = await createPgObservations({ pool: stores.pool, queueLimitCount: 250 });
    const batch = (sensorId: string) => Array.from({ length: 100 }, (_unused, i) => sampleReading({ sensorId, observedAt: addS(SAMPLE_AT, i) }));
    const results = await Promise.allSettled(Array.from({ length: 10 }, (_unused, i) => observations.appendReadings(batch(`sensor-${i}`))));
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as AdapterError] : []));
    expect(refused.length).toBeGreaterThan(0);
    for (const error of refused) expect(error).toMatchObject({ code: 'POSTGRES_INGEST_BUSY', retryable: true, params: { limitCount: 250 } });
    expect(await observations.countReadings()).toBe((10 - refused.length) * 100);
    await observations.close();
  });

  it('one unstorable submission does not take its neighbours with it', async () => {
    await expect(stores.observations.appendReadings([sampleReading({ sensorId: 'a\0b' })])).rejects.toMatchObject({ code: 'POSTGRES_VALUE_UNSTORABLE', retryable: false });
    await stores.pool.query(`ALTER TABLE reading ADD CONSTRAINT odd CHECK (sensor_id <> 'odd')`);
    const results = await Promise.allSettled(['first', 'even', 'odd', 'also even'].map((sensorId) => stores.observations.appendReadings([sampleReading({ sensorId })])));
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  it('the latest are there after a restart, flushed or not', async () => {
    await stores.observations.appendReadings([sampleReading({ sensorId: 'flushed' })]);
    await stores.observations.flushLatest();
    await stores.observations.appendReadings([sampleReading({ sensorId: 'unflushed', receivedAt: addS(SAMPLE_AT, 1) })]);
    const again = await createPgObservations({ pool: stores.pool });
    expect((await again.latestReadings()).map((reading) => reading.sensorId).sort()).toEqual(['flushed', 'unflushed']);
    await again.close();
  });

  it('days have partitions of their own, closed ones get their index, old ones can be dropped whole', async () => {
    await stores.observations.appendReadings([0, 1, 5].map((day) => sampleReading({ observedAt: addS(SAMPLE_AT, -86_400 * day) })));
    expect(await stores.observations.sealClosed(SAMPLE_AT)).toEqual(['reading_20261118']);
    expect(await stores.observations.sealClosed(SAMPLE_AT)).toEqual([]);
    expect(await stores.observations.dropBefore(addS(SAMPLE_AT, -86_400))).toEqual(['reading_20261118']);
    expect(await stores.observations.countReadings()).toBe(2);
  });
});

describe('schema and servers', () => {
  it('migrating twice changes nothing; a changed or unknown step stops the start', async () => {
    expect(await migrate(stores.pool)).toEqual([]);
    const changed = MIGRATIONS.map((step) => (step.version === 2 ? { ...step, sql: `${step.sql} ` } : step));
    await expect(migrate(stores.pool, changed)).rejects.toMatchObject({ code: 'POSTGRES_MIGRATION_CHANGED', params: { version: 2 } });
    await expect(migrate(stores.pool, MIGRATIONS.slice(0, 1))).rejects.toMatchObject({ code: 'POSTGRES_MIGRATION_NEWER', params: { known: 1 } });
  });

  it('a database whose moves of stock are outside its chain is refused and left as it is; an unused one is taken', async () => {
    for (const name of ['old_used', 'old_unused']) {
      await cluster.server.createDatabase(name);
      const pool = createPgPool({ connectionString: cluster.server.connectionString(name) });
      try {
        await migrate(pool, MIGRATIONS.filter((step) => step.version < 7));
        if (name === 'old_unused') {
          expect(await migrate(pool)).toContain(7);
          continue;
        }
        await pool.query("INSERT INTO holding_move (realm, holding_id, move, quantity, recorded_at) VALUES ('real', 'h', 'open', 1, now())");
        await expect(migrate(pool)).rejects.toMatchObject({ code: 'POSTGRES_MOVES_OUTSIDE_LOG', retryable: false });
        expect(await pool.query('SELECT * FROM holding_move')).toHaveLength(1);
      } finally {
        await pool.close();
      }
    }
  });

  it('a DATABASE_URL names a server and a database; one that is away is a retryable failure', async () => {
    const external = await connectDatabaseUrl(cluster.server.connectionString('postgres'));
    expect(external.databaseName).toBe('postgres');
    expect(await external.listDatabases()).toContain('postgres');
    await expect(connectDatabaseUrl('postgres://nobody@127.0.0.1:1/none')).rejects.toMatchObject({ code: 'POSTGRES_UNAVAILABLE', retryable: true });
  });
});

/** Every insert fails as on a full disk (SQLSTATE 53100) until the trigger is dropped. */
async function breakTable(table: string): Promise<void> {
  await stores.pool.query(`CREATE FUNCTION say_disk_full() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$`);
  await stores.pool.query(`CREATE TRIGGER disk_full BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION say_disk_full()`);
}
