-- The versions of a study's protocol as files, so that what is kept can be understood without the folder it was run from.
-- A version is known by the hash of what conduct depends on, which the journal activates it by.
CREATE TABLE journal.protocol_file (
    study    text  NOT NULL,
    protocol text  NOT NULL,
    name     text  NOT NULL,
    body     bytea NOT NULL,
    PRIMARY KEY (study, protocol, name)
);

GRANT SELECT, INSERT ON journal.protocol_file TO "${application}";
