// The schema, as numbered steps that are never edited once released. Only what PostgreSQL 15 and
// 18 share. Instants are timestamptz; event payloads and view bodies are `json`, which keeps their
// text exactly (jsonb would refuse U+0000 and reorder members), `keys` is the queryable part.

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: 'event log',
    sql: `
CREATE TABLE event (
  position bigint PRIMARY KEY,
  realm text NOT NULL CHECK (realm = 'real' OR realm LIKE 'drill-%'),
  stream text NOT NULL,
  stream_version integer NOT NULL CHECK (stream_version > 0),
  type text NOT NULL,
  payload json NOT NULL,
  happened_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  actor json NOT NULL,
  basis json NOT NULL,
  prev_hash character(64) NOT NULL,
  hash character(64) NOT NULL,
  UNIQUE (realm, stream, stream_version)
);
CREATE UNIQUE INDEX event_realm_position ON event (realm, position);
CREATE INDEX event_recorded ON event USING brin (recorded_at);

CREATE TABLE holding_move (
  move_index bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  realm text NOT NULL,
  holding_id text NOT NULL,
  move text NOT NULL CHECK (move IN ('open', 'hold', 'release', 'draw', 'receive')),
  quantity numeric(18, 6) NOT NULL CHECK (quantity >= 0),
  recorded_at timestamptz NOT NULL,
  event_position bigint
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'AN001';
END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER holding_move_append_only BEFORE UPDATE OR DELETE ON holding_move
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER holding_move_no_truncate BEFORE TRUNCATE ON holding_move
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
  },
  {
    version: 2,
    name: 'views and holdings',
    sql: `
CREATE TABLE view (
  realm text NOT NULL,
  kind text NOT NULL,
  id text COLLATE "C" NOT NULL,
  stream_version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_position bigint NOT NULL,
  body json NOT NULL,
  keys jsonb NOT NULL,
  PRIMARY KEY (realm, kind, id)
);
CREATE INDEX view_newest ON view (realm, kind, updated_position);
CREATE INDEX view_keys ON view USING gin (keys jsonb_path_ops);

CREATE TABLE holding (
  realm text NOT NULL,
  holding_id text COLLATE "C" NOT NULL,
  on_hand numeric(18, 6) NOT NULL,
  held numeric(18, 6) NOT NULL DEFAULT 0,
  PRIMARY KEY (realm, holding_id),
  CONSTRAINT holding_never_negative CHECK (held >= 0 AND on_hand >= held)
);`,
  },
  {
    version: 3,
    name: 'observations',
    sql: `
CREATE TABLE reading (
  observed_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  sensor_id text NOT NULL,
  reading_value double precision NOT NULL,
  source_id text NOT NULL,
  simulated boolean NOT NULL
) PARTITION BY RANGE (observed_at);
CREATE INDEX reading_observed ON reading USING brin (observed_at) WITH (pages_per_range = 16);
CREATE INDEX reading_received ON reading USING brin (received_at) WITH (pages_per_range = 16);
CREATE TABLE reading_default PARTITION OF reading DEFAULT;

CREATE TABLE reading_latest (
  sensor_id text PRIMARY KEY,
  observed_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  reading_value double precision NOT NULL,
  source_id text NOT NULL,
  simulated boolean NOT NULL
);

CREATE TABLE vessel_state (
  observed_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  mmsi text NOT NULL,
  state text NOT NULL
) PARTITION BY RANGE (observed_at);
CREATE INDEX vessel_state_observed ON vessel_state USING brin (observed_at) WITH (pages_per_range = 16);
CREATE INDEX vessel_state_received ON vessel_state USING brin (received_at) WITH (pages_per_range = 16);
CREATE INDEX vessel_state_mmsi ON vessel_state (mmsi, observed_at);
CREATE TABLE vessel_state_default PARTITION OF vessel_state DEFAULT;

CREATE TABLE vessel_latest (
  mmsi text PRIMARY KEY,
  observed_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  state text NOT NULL
);
CREATE INDEX vessel_latest_observed ON vessel_latest (observed_at);`,
  },
  {
    version: 4,
    name: 'artefacts',
    sql: `
CREATE TABLE artefact (
  id text PRIMARY KEY,
  media_type text NOT NULL,
  content bytea NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE artefact ALTER COLUMN content SET STORAGE EXTERNAL;`,
  },
  {
    version: 5,
    name: 'accounts',
    sql: `
CREATE TABLE credential (
  account_id text PRIMARY KEY,
  password_hash text NOT NULL
);
CREATE TABLE session (
  token_hash text PRIMARY KEY,
  account_id text NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_account ON session (account_id);
CREATE TABLE preference (
  account_id text PRIMARY KEY,
  body text NOT NULL
);`,
  },
  {
    version: 6,
    name: 'device tokens',
    sql: `
CREATE TABLE device_token (
  device_id text PRIMARY KEY,
  token_hash text NOT NULL UNIQUE
);`,
  },
  {
    version: 7,
    name: 'moves of holdings inside the log',
    sql: `
DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM holding_move) THEN
    RAISE EXCEPTION 'the moves of this database are outside its hash chain' USING ERRCODE = 'AN002';
  END IF;
END $$;
DROP TABLE holding_move;
ALTER TABLE event ADD COLUMN moves json;
CREATE INDEX event_moves ON event (realm, position) WHERE moves IS NOT NULL;`,
  },
  {
    version: 8,
    name: 'a reading is stored once',
    sql: `
DELETE FROM reading r USING (
  SELECT tableoid AS t, ctid AS c, row_number() OVER (PARTITION BY observed_at, sensor_id, reading_value ORDER BY received_at) AS n FROM reading
) d WHERE d.n > 1 AND r.tableoid = d.t AND r.ctid = d.c;
CREATE UNIQUE INDEX reading_once ON reading (observed_at, sensor_id, reading_value);`,
  },
  {
    version: 9,
    name: 'seats at which an account was opened',
    sql: `
CREATE TABLE seat (
  seat_hash text NOT NULL,
  account_id text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (seat_hash, account_id)
);
CREATE INDEX seat_account ON seat (account_id);`,
  },
  {
    version: 10,
    name: 'moves of holdings by time',
    sql: `
CREATE INDEX event_moves_recorded ON event (realm, recorded_at) WHERE moves IS NOT NULL;`,
  },
];
