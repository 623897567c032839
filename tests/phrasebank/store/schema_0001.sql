CREATE TABLE aliases (
	id VARCHAR(16) NOT NULL,
	"into" VARCHAR(16) NOT NULL,
	PRIMARY KEY (id)
);
CREATE INDEX ix_aliases_into ON aliases ("into");
CREATE TABLE bank_version (
	version_num VARCHAR(32) NOT NULL,
	PRIMARY KEY (version_num)
);
CREATE TABLE clauses (
	document INTEGER NOT NULL,
	size INTEGER NOT NULL,
	counted INTEGER NOT NULL,
	text BLOB NOT NULL,
	PRIMARY KEY (document)
);
CREATE TABLE decisions (
	number INTEGER NOT NULL,
	batch INTEGER NOT NULL,
	phrase VARCHAR(16) NOT NULL,
	became VARCHAR(16) NOT NULL,
	"by" TEXT NOT NULL,
	at TEXT NOT NULL,
	action VARCHAR(16) NOT NULL,
	"before" TEXT,
	"after" TEXT,
	undoes INTEGER,
	PRIMARY KEY (number),
	CONSTRAINT decisions_once UNIQUE (batch, phrase, action)
);
CREATE INDEX ix_decisions_became ON decisions (became);
CREATE INDEX ix_decisions_phrase ON decisions (phrase);
CREATE INDEX ix_decisions_undoes ON decisions (undoes);
CREATE TABLE documents (
	number INTEGER NOT NULL,
	digest VARCHAR(64) NOT NULL,
	source TEXT NOT NULL,
	kind TEXT NOT NULL,
	topics TEXT NOT NULL,
	level TEXT NOT NULL,
	place TEXT NOT NULL,
	run INTEGER NOT NULL,
	PRIMARY KEY (number),
	UNIQUE (digest)
);
CREATE TABLE given_sources (
	phrase INTEGER NOT NULL,
	sources TEXT NOT NULL,
	PRIMARY KEY (phrase)
);
CREATE TABLE meta (
	"key" VARCHAR(40) NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY ("key")
);
CREATE TABLE phrases (
	number INTEGER NOT NULL,
	id VARCHAR(16) NOT NULL,
	text TEXT NOT NULL,
	unit VARCHAR(12) NOT NULL,
	move VARCHAR(24) NOT NULL,
	slots TEXT NOT NULL,
	topics TEXT NOT NULL,
	kinds TEXT NOT NULL,
	levels TEXT NOT NULL,
	themes TEXT NOT NULL,
	family TEXT NOT NULL,
	moves TEXT NOT NULL,
	groups TEXT NOT NULL,
	doubts TEXT NOT NULL,
	status VARCHAR(10) NOT NULL,
	score FLOAT NOT NULL,
	quality FLOAT NOT NULL,
	occurrences INTEGER NOT NULL,
	sample_count INTEGER NOT NULL,
	note TEXT NOT NULL,
	decided_by TEXT NOT NULL,
	decided_at TEXT NOT NULL,
	used INTEGER NOT NULL,
	origin VARCHAR(8) NOT NULL,
	revision INTEGER NOT NULL,
	"into" VARCHAR(16) NOT NULL,
	run INTEGER NOT NULL,
	PRIMARY KEY (number),
	UNIQUE (id)
);
CREATE INDEX phrases_by_move ON phrases (move, status, score DESC, id);
CREATE INDEX phrases_by_run ON phrases (run);
CREATE INDEX phrases_by_status ON phrases (status, score DESC, id);
CREATE INDEX phrases_merged ON phrases ("into") WHERE "into" <> '';
CREATE TABLE runs (
	number INTEGER NOT NULL,
	version VARCHAR(20) NOT NULL,
	finished INTEGER NOT NULL,
	PRIMARY KEY (number)
);
CREATE TABLE signatures (
	part INTEGER NOT NULL,
	rows BLOB NOT NULL,
	PRIMARY KEY (part)
);
CREATE TABLE sources (
	phrase INTEGER NOT NULL,
	document INTEGER NOT NULL,
	paragraph INTEGER NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	PRIMARY KEY (phrase, document, paragraph, start)
)
 WITHOUT ROWID;
CREATE TABLE facets (
	number INTEGER NOT NULL,
	move VARCHAR(24) NOT NULL,
	unit VARCHAR(12) NOT NULL,
	topic TEXT NOT NULL,
	kind TEXT NOT NULL,
	level TEXT NOT NULL,
	score FLOAT NOT NULL,
	slots BIGINT NOT NULL,
	FOREIGN KEY(number) REFERENCES phrases (number) ON DELETE CASCADE
);
CREATE INDEX facets_by_phrase ON facets (number);
CREATE INDEX facets_by_topic ON facets (topic);
CREATE INDEX facets_to_pick ON facets (move, unit, topic, kind, level, score, slots, number);
