-- The journal. The application adds to it and reads it; nobody changes it.
CREATE SCHEMA journal;

-- Each time a study's journal is opened for writing, an epoch begins; the writer of an earlier one can add nothing more.
CREATE TABLE journal.epoch (
    study text   NOT NULL,
    epoch bigint NOT NULL CHECK (epoch > 0),
    PRIMARY KEY (study, epoch)
);

-- The body is the event's canonical bytes; the rest stands there to be found by. Steps count the events of one command,
-- so that a command's key can have one effect only.
CREATE TABLE journal.event (
    study   text    NOT NULL,
    seq     bigint  NOT NULL CHECK (seq > 0),
    epoch   bigint  NOT NULL CHECK (epoch > 0),
    command text    NOT NULL,
    step    integer NOT NULL CHECK (step > 0),
    body    bytea   NOT NULL,
    PRIMARY KEY (study, seq),
    UNIQUE (study, command, step)
);

-- The projections: what the journal says, as tables that are quick to ask. Written with it, and made anew from it.
CREATE SCHEMA projection;

CREATE TABLE projection.participant (
    study     text   NOT NULL,
    id        text   NOT NULL,
    site      text   NOT NULL,
    consented date   NOT NULL,
    standing  text   NOT NULL,
    seq       bigint NOT NULL,
    PRIMARY KEY (study, id)
);

CREATE TABLE projection.item (
    study       text    NOT NULL,
    participant text    NOT NULL,
    encounter   text    NOT NULL,
    form        text    NOT NULL,
    entry       integer NOT NULL,
    item        text    NOT NULL,
    value       text,
    missing     text,
    sealed      boolean NOT NULL,
    seq         bigint  NOT NULL,
    ordinal     integer NOT NULL,
    PRIMARY KEY (study, participant, encounter, form, entry, item)
);

CREATE TABLE projection.query (
    study       text    NOT NULL,
    participant text    NOT NULL,
    number      integer NOT NULL,
    edit_check  text    NOT NULL,
    encounter   text    NOT NULL,
    form        text    NOT NULL,
    entry       integer NOT NULL,
    asked       text    NOT NULL,
    stage       text    NOT NULL,
    PRIMARY KEY (study, participant, number)
);

GRANT USAGE ON SCHEMA journal, projection TO "${application}";
GRANT SELECT, INSERT ON journal.epoch, journal.event TO "${application}";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA projection TO "${application}";
