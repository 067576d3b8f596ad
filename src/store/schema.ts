/** `sans`: tells a store of sansou from any other SQLite file (PRAGMA application_id). */
export const APPLICATION_ID = 0x73616e73;

/**
 * How the store came to look as it does: step n leads from version n to n + 1 (PRAGMA user_version). A step that was
 * released is never changed; tests/store keeps a filled store of each older version.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE run (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    finished INTEGER NOT NULL,
    result TEXT NOT NULL,
    clauses TEXT NOT NULL,
    packets INTEGER NOT NULL,
    flows INTEGER NOT NULL,
    findings TEXT NOT NULL,
    doubts INTEGER NOT NULL,
    evidence TEXT,
    report BLOB
  );
  CREATE TABLE finding (
    id TEXT PRIMARY KEY,
    status TEXT NOT NULL,
    severity TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    first_run TEXT NOT NULL,
    last_run TEXT NOT NULL,
    runs INTEGER NOT NULL,
    worst TEXT NOT NULL,
    body TEXT NOT NULL
  );
  CREATE INDEX finding_by_status ON finding (status, last_seen);
  CREATE TABLE run_finding (
    run TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    finding TEXT NOT NULL,
    PRIMARY KEY (run, finding)
  ) WITHOUT ROWID;
  CREATE TABLE quality (
    run TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    "check" TEXT NOT NULL,
    point TEXT,
    value TEXT,
    effect TEXT NOT NULL,
    PRIMARY KEY (run, position)
  ) WITHOUT ROWID;
  CREATE TABLE conduit_day (
    run TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    conduit TEXT NOT NULL,
    flows INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (run, day, conduit)
  ) WITHOUT ROWID;
  CREATE TABLE traffic_day (
    run TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    from_area TEXT NOT NULL,
    to_area TEXT NOT NULL,
    flows INTEGER NOT NULL,
    packets INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    verdicts TEXT NOT NULL,
    PRIMARY KEY (run, day, from_area, to_area)
  ) WITHOUT ROWID;
  `,
  `
  -- runs over the same captures are counted once in the sums by day
  ALTER TABLE run ADD COLUMN inputs TEXT;
  ALTER TABLE run ADD COLUMN counted INTEGER NOT NULL DEFAULT 1;
  CREATE INDEX run_by_inputs ON run (inputs, id);
  -- the worst that was told of a finding since it appeared; null: nothing was told
  ALTER TABLE finding ADD COLUMN told_verdict TEXT;
  ALTER TABLE finding ADD COLUMN told_severity TEXT;
  UPDATE finding SET told_verdict = json_extract(body, '$.verdict'), told_severity = severity
    WHERE status IN ('new', 'ongoing', 'gone-unobserved');
  CREATE TABLE service_day (
    run TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    from_area TEXT NOT NULL,
    to_area TEXT NOT NULL,
    proto INTEGER NOT NULL,
    port INTEGER NOT NULL,
    flows INTEGER NOT NULL,
    packets INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (run, day, from_area, to_area, proto, port)
  ) WITHOUT ROWID;
  -- what runs changed, in the order in which it became known
  CREATE TABLE change (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    run TEXT NOT NULL,
    change TEXT NOT NULL,
    finding TEXT NOT NULL,
    body TEXT NOT NULL
  );
  -- messages that wait to be sent, and the notes of who sends them
  CREATE TABLE outbox (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    channel TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    problem TEXT,
    body TEXT NOT NULL
  );
  CREATE INDEX outbox_by_due ON outbox (channel, due_at);
  CREATE TABLE note (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  );
  `,
  `
  -- where the run looked, for later runs that ask whether a finding is gone; null: an older sansou saved it, ask the report
  ALTER TABLE run ADD COLUMN look TEXT;
  `,
];

/** The version that this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;
