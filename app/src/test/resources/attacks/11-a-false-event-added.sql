-- A false event is added at the end while the program is stopped
-- rebuild: yes
-- why: It looks like any event: only a signature of the person himself could tell, which events do not carry yet.
INSERT INTO journal.event (study, seq, epoch, command, step, body)
SELECT study, 211, epoch, 'false', 1,
       convert_to(regexp_replace(regexp_replace(convert_from(body, 'UTF8'), '"command":"[^"]+"', '"command":"false"'),
                                 ',"seq":[0-9]+,', ',"seq":211,'), 'UTF8')
  FROM journal.event WHERE study = 'trial' AND seq = 210;
