-- An epoch is begun, so that the program that runs can write no more
-- running: yes
-- program: superseded
INSERT INTO journal.epoch (study, epoch) VALUES ('trial', 99);
