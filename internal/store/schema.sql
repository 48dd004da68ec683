-- The first schema. Ids are those of the records; a user may read every table
-- and the views at the end with any SQLite client.

CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;

CREATE TABLE articles (
  id         TEXT PRIMARY KEY, -- a:…
  path       TEXT NOT NULL,    -- below the folder given
  member     TEXT NOT NULL,
  source_id  TEXT NOT NULL,
  outlet     TEXT NOT NULL,
  title      TEXT NOT NULL,
  published  TEXT NOT NULL,    -- 2006-01-02 or ''
  lang       TEXT NOT NULL,
  sha256     TEXT NOT NULL,    -- of the source text
  checksum   TEXT NOT NULL,    -- over source text and records, see checksum()
  event      TEXT NOT NULL DEFAULT '',
  copy_group TEXT NOT NULL DEFAULT '',
  linked     INTEGER NOT NULL DEFAULT 0, -- its link columns are those of the links
  seq        INTEGER NOT NULL, -- of the last commit that changed what is searched
  last_quote INTEGER NOT NULL, -- highest running number ever used by a quotation,
  last_number INTEGER NOT NULL -- by a number: the index deletes up to here
);
CREATE INDEX articles_seq ON articles (seq);
CREATE INDEX articles_unlinked ON articles (id) WHERE linked = 0;
CREATE INDEX articles_event ON articles (event);
CREATE INDEX articles_copies ON articles (copy_group) WHERE copy_group <> '';
CREATE INDEX articles_date ON articles (published, outlet);

-- What is large lies apart, so that lists of articles are read quickly.
CREATE TABLE texts (
  article TEXT PRIMARY KEY,
  source  TEXT NOT NULL,
  view    TEXT,               -- repaired; NULL when that is the same
  claims  BLOB NOT NULL       -- the article's records as JSON lines, zstd
);

CREATE TABLE quotes (
  id           TEXT PRIMARY KEY, -- q:…
  article      TEXT NOT NULL,
  start        INTEGER NOT NULL, -- bytes of the source text
  end          INTEGER NOT NULL,
  kind         TEXT NOT NULL,
  status       TEXT NOT NULL,
  speech       INTEGER NOT NULL,
  zone         TEXT NOT NULL,
  shown        INTEGER NOT NULL, -- without being asked for
  text         TEXT NOT NULL,
  speaker      TEXT NOT NULL,    -- the article's own entity
  speaker_name TEXT NOT NULL,
  speaker_kind TEXT NOT NULL,
  mention      TEXT NOT NULL,
  cue          TEXT NOT NULL,
  rule         TEXT NOT NULL,
  confidence   REAL NOT NULL,
  person       TEXT NOT NULL,    -- across articles; the entity until linked
  cluster      TEXT NOT NULL DEFAULT '',
  fold         TEXT NOT NULL DEFAULT '' -- shared with the same quotation in near-copies
) WITHOUT ROWID;
CREATE INDEX quotes_person ON quotes (person);

CREATE TABLE numbers (
  id         TEXT PRIMARY KEY, -- n:…
  article    TEXT NOT NULL,
  start      INTEGER NOT NULL,
  end        INTEGER NOT NULL,
  text       TEXT NOT NULL,
  value      REAL NOT NULL,    -- for comparing; the records hold it exactly
  value_max  REAL,
  decimal    TEXT NOT NULL,    -- the exact digits
  unit       TEXT NOT NULL,
  modifier   TEXT NOT NULL,
  change     TEXT NOT NULL,
  role       TEXT NOT NULL,
  base       TEXT NOT NULL,
  concept    TEXT NOT NULL,
  time       TEXT NOT NULL,
  time_from  TEXT NOT NULL,
  time_to    TEXT NOT NULL,
  modality   TEXT NOT NULL,
  zone       TEXT NOT NULL,
  quote      TEXT NOT NULL,
  speaker    TEXT NOT NULL,
  confidence REAL NOT NULL,
  person     TEXT NOT NULL,
  cluster    TEXT NOT NULL DEFAULT '',
  fold       TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX numbers_unit ON numbers (unit, value);

-- What links articles, one record each; members and person_of say the same in
-- a form that can be joined.
CREATE TABLE links (
  id     TEXT PRIMARY KEY, -- p: e: c: qc: nc:
  kind   TEXT NOT NULL,    -- person, event, copy_group, quote_cluster, number_cluster
  name   TEXT NOT NULL,    -- of a person or event, '' for the rest
  sort   TEXT NOT NULL,    -- of a person: person, org, role …
  record TEXT NOT NULL,    -- the JSON line; a person's leaves out where it occurs, see person_of
  sum    TEXT NOT NULL     -- SHA-256 of record and person_of
) WITHOUT ROWID;
CREATE INDEX links_kind ON links (kind);
CREATE TABLE link_members (
  link TEXT NOT NULL, member TEXT NOT NULL, PRIMARY KEY (link, member)
) WITHOUT ROWID;
CREATE INDEX link_members_member ON link_members (member);
CREATE TABLE person_of (
  article TEXT NOT NULL, entity TEXT NOT NULL, person TEXT NOT NULL,
  PRIMARY KEY (article, entity)
) WITHOUT ROWID;
CREATE INDEX person_of_person ON person_of (person);
CREATE TABLE person_names (
  form   TEXT NOT NULL, -- folded, see Fold
  person TEXT NOT NULL,
  what   TEXT NOT NULL, -- name, alias, role, word
  since  TEXT NOT NULL, -- of a role: first and last day seen
  until  TEXT NOT NULL,
  PRIMARY KEY (form, person, what)
) WITHOUT ROWID;
CREATE INDEX person_names_person ON person_names (person);

-- The ingest journal.
CREATE TABLE inputs (
  key       INTEGER PRIMARY KEY,
  path      TEXT NOT NULL UNIQUE, -- absolute; '' stands for stdin
  size      INTEGER NOT NULL DEFAULT 0,
  mtime     INTEGER NOT NULL DEFAULT 0,
  hash      TEXT NOT NULL DEFAULT '',
  done      INTEGER NOT NULL DEFAULT 0, -- read to its end
  forgotten INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE article_inputs (
  input INTEGER NOT NULL, article TEXT NOT NULL,
  pending INTEGER NOT NULL, -- put by the reading that is under way
  PRIMARY KEY (input, article)
) WITHOUT ROWID;
CREATE INDEX article_inputs_article ON article_inputs (article);
CREATE INDEX article_inputs_pending ON article_inputs (pending) WHERE pending = 1;
CREATE TABLE skipped (
  input INTEGER NOT NULL, path TEXT NOT NULL, member TEXT NOT NULL, reason TEXT NOT NULL,
  pending INTEGER NOT NULL,
  PRIMARY KEY (input, path, member)
) WITHOUT ROWID;

CREATE TABLE gone ( -- articles removed, for the index
  id TEXT PRIMARY KEY, seq INTEGER NOT NULL, last_quote INTEGER NOT NULL, last_number INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX gone_seq ON gone (seq);
CREATE TABLE forgotten (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE published ( -- which states of this store an index was made of
  n INTEGER PRIMARY KEY, token TEXT NOT NULL UNIQUE, seq INTEGER NOT NULL
);

CREATE VIEW quotes_view AS
  SELECT q.id, q.text, coalesce(nullif(p.name, ''), q.speaker_name) AS speaker, q.person,
         a.outlet, a.published, a.title, q.kind, q.status, q.zone, q.cue, q.cluster, a.event, a.path, q.shown
  FROM quotes q JOIN articles a ON a.id = q.article LEFT JOIN links p ON p.id = q.person;
CREATE VIEW numbers_view AS
  SELECT n.id, n.text, n.decimal, n.value, n.value_max, n.unit, n.modifier, n.change, n.concept, n.modality,
         coalesce(nullif(p.name, ''), q.speaker_name) AS speaker, n.quote,
         a.outlet, a.published, a.title, n.zone, n.cluster, a.event, a.path
  FROM numbers n JOIN articles a ON a.id = n.article LEFT JOIN quotes q ON q.id = n.quote
       LEFT JOIN links p ON p.id = q.person;
CREATE VIEW persons AS
  SELECT id, name, sort AS kind, record FROM links WHERE kind = 'person';
CREATE VIEW events AS
  SELECT id, name AS label, record ->> '$.from' AS first, record ->> '$.to' AS last, record
  FROM links WHERE kind = 'event';
CREATE VIEW copy_groups AS SELECT id, record ->> '$.original' AS original, record FROM links WHERE kind = 'copy_group';
CREATE VIEW quote_clusters AS SELECT id, record ->> '$.relation' AS relation, record FROM links WHERE kind = 'quote_cluster';
CREATE VIEW number_clusters AS SELECT id, record ->> '$.verdict' AS verdict, record FROM links WHERE kind = 'number_cluster';

INSERT INTO meta VALUES ('seq', 0), ('content_seq', 0), ('links_seq', 0);
