package org.equipoise.allocation.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.equipoise.allocation.vault.EmergencyUnblinding.Outcome;
import org.equipoise.conduct.desk.CodeBreak;
import org.equipoise.conduct.desk.Reveal;
import org.equipoise.conduct.desk.SealedItem;
import org.equipoise.conduct.desk.VaultRoot;
import org.equipoise.conduct.desk.Warrant;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.AllocationEvent;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.history.Citation;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;

/// All that can be asked of a vault that runs elsewhere, each with how it answers. None lists anything. One more verb
/// is one more constant here, and a method of [DistantVault] that asks it.
enum Verb {
    PROCEDURE {
        @Override
        List<String> answer(VaultDoor door, List<String> words, Instant now) {
            return List.of(door.vault().procedure());
        }
    },
    COMMITMENT {
        @Override
        List<String> answer(VaultDoor door, List<String> words, Instant now) {
            return List.of(door.vault().commitment().hex());
        }
    },
    ALLOCATE {
        @Override
        List<String> answer(VaultDoor door, List<String> words, Instant now) {
            return List.of(door.vault()
                    .allocate(new ParticipantId(words.get(0)), words.get(1))
                    .hex());
        }
    },
    DISPENSE {
        @Override
        List<String> answer(VaultDoor door, List<String> words, Instant now) {
            return List.of(door.vault()
                    .dispense(new ParticipantId(words.get(0)), words.get(1))
                    .text());
        }
    },
    LABEL {
        @Override
        List<String> answer(VaultDoor door, List<String> words, Instant now) {
            return texts(door.vault().label(Integer.parseInt(words.get(0)), Integer.parseInt(words.get(1))));
        }
    },
    SETS {
        @Override
        List<String> answer(VaultDoor door, List<String> words, Instant now) {
            return List.of(Integer.toString(door.vault().sets(kits(words))));
        }
    },
    SHIP {
        @Override
        List<String> answer(VaultDoor door, List<String> words, Instant now) {
            SortedSet<KitNumber> stock = kits(words.subList(2, words.size()));
            return texts(door.vault().ship(Integer.parseInt(words.get(0)), stock, Integer.parseInt(words.get(1))));
        }
    },
    DISPENSE_FROM {
        @Override
        List<String> answer(VaultDoor door, List<String> words, Instant now) {
            SortedSet<KitNumber> shelf = kits(words.subList(2, words.size()));
            return door.vault().dispense(new ParticipantId(words.get(0)), words.get(1), shelf).stream()
                    .map(KitNumber::text)
                    .toList();
        }
    },
    REPLACE {
        @Override
        List<String> answer(VaultDoor door, List<String> words, Instant now) {
            SortedSet<KitNumber> shelf = kits(words.subList(2, words.size()));
            KitNumber kit = new KitNumber(words.get(1));
            return door.vault().replace(new ParticipantId(words.get(0)), kit, shelf).stream()
                    .map(KitNumber::text)
                    .toList();
        }
    },
    SEAL {
        @Override
        List<String> answer(VaultDoor door, List<String> words, Instant now) {
            return List.of(door.vault()
                    .seal(new ParticipantId(words.get(0)), place(words, 1), words.get(3))
                    .hex());
        }
    },
    ROOT {
        @Override
        List<String> answer(VaultDoor door, List<String> words, Instant now) {
            VaultRoot root = door.vault().root();
            return List.of(Long.toString(root.entries()), root.root().hex());
        }
    },
    GREW_FROM {
        @Override
        List<String> answer(VaultDoor door, List<String> words, Instant now) {
            VaultRoot earlier = new VaultRoot(Long.parseLong(words.get(0)), new Digest(words.get(1)));
            return List.of(Boolean.toString(door.vault().grewFrom(earlier)));
        }
    },
    CODE_BREAK {
        @Override
        List<String> answer(VaultDoor door, List<String> words, Instant now) {
            return door.vault()
                    .codeBreak(Integer.parseInt(words.getFirst()))
                    .map(Verb::words)
                    .orElse(List.of());
        }
    },
    FORGET {
        @Override
        List<String> answer(VaultDoor door, List<String> words, Instant now) {
            door.vault().forget(new ParticipantId(words.getFirst()));
            return List.of();
        }
    },
    /// Tells one treatment, in an emergency; by its own second factor and its own clock.
    BREAK_CODE {
        @Override
        List<String> answer(VaultDoor door, List<String> words, Instant now) {
            EmergencyUnblinding.Request request = new EmergencyUnblinding.Request(
                    new ParticipantId(words.get(0)), words.get(1), words.get(2), words.get(3));
            return switch (door.emergency().ask(request, now)) {
                case Outcome.Told(var _, var arm, var at) -> List.of(arm, at.toString());
                case Outcome.Refused(var why) -> List.of(why);
            };
        }
    },
    /// Takes somebody's own word that everything may be opened; by its own second factor.
    AUTHORIZE {
        @Override
        List<String> answer(VaultDoor door, List<String> words, Instant now) {
            VaultEntry.Authorized word = new VaultEntry.Authorized(
                    words.get(0),
                    words.get(1),
                    new Digest(words.get(2)),
                    new Digest(words.get(3)),
                    new Digest(words.get(4)));
            door.authorize(word, words.get(5), now);
            return List.of();
        }
    },
    REVEAL {
        @Override
        List<String> answer(VaultDoor door, List<String> words, Instant now) {
            return door.reveal(warrant(words), now).events().stream()
                    .map(Verb::words)
                    .toList();
        }
    },
    /// The arm code of a kit, for virtual bodies.
    SUBSTANCE {
        @Override
        List<String> answer(VaultDoor door, List<String> words, Instant now) {
            return List.of(
                    door.nature().substance(new KitNumber(words.getFirst())).text());
        }
    };

    private static final Actor VAULT = new Actor("vault", "vault");
    private static final int WORDS_BEFORE = 4;
    private static final int WORDS_OF_AN_ITEM = 4;

    abstract List<String> answer(VaultDoor door, List<String> words, Instant now);

    private static Citation place(List<String> words, int from) {
        return new Citation(Long.parseLong(words.get(from)), Integer.parseInt(words.get(from + 1)));
    }

    static List<String> texts(SortedSet<KitNumber> kits) {
        return kits.stream().map(KitNumber::text).toList();
    }

    static SortedSet<KitNumber> kits(List<String> texts) {
        SortedSet<KitNumber> kits = new TreeSet<>();
        texts.forEach(text -> kits.add(new KitNumber(text)));
        return kits;
    }

    private static List<String> words(CodeBreak told) {
        return List.of(
                told.participant().text(), told.to(), told.reason(), told.at().toString());
    }

    /// Who asks, why, the lock, how many authorisations, these, and the sealed items.
    static List<String> words(Warrant warrant) {
        List<String> words = new ArrayList<>(List.of(
                warrant.authorizedBy(),
                warrant.reason(),
                text(warrant.lock()),
                Integer.toString(warrant.authorizations().size())));
        warrant.authorizations().forEach(each -> words.add(text(each)));
        warrant.items()
                .forEach(item -> words.addAll(List.of(
                        item.participant().text(),
                        Long.toString(item.place().seq()),
                        Integer.toString(item.place().ordinal()),
                        item.value().hex())));
        return words;
    }

    private static Warrant warrant(List<String> words) {
        int items = WORDS_BEFORE + Integer.parseInt(words.get(WORDS_BEFORE - 1));
        List<SealedItem> sealed = new ArrayList<>();
        for (int at = items; at < words.size(); at += WORDS_OF_AN_ITEM) {
            sealed.add(new SealedItem(
                    new ParticipantId(words.get(at)), place(words, at + 1), new Sealed(words.get(at + 3))));
        }
        return new Warrant(
                words.get(0),
                words.get(1),
                event(words.get(2)),
                words.subList(WORDS_BEFORE, items).stream().map(Verb::event).toList(),
                sealed);
    }

    private static String words(AllocationEvent event) {
        return text(new JournalledEvent(1, 0, VAULT, "", 0, event));
    }

    static Reveal reveal(List<String> words) {
        List<AllocationEvent> events = words.stream()
                .map(Verb::event)
                .map(each -> (AllocationEvent) each.event())
                .toList();
        return new Reveal(
                (AllocationEvent.TreatmentsRevealed) events.getFirst(),
                events.stream()
                        .skip(1)
                        .flatMap(event -> event instanceof AllocationEvent.SealedItemsOpened opened
                                ? Stream.of(opened)
                                : Stream.empty())
                        .toList());
    }

    private static String text(JournalledEvent event) {
        return new String(EventCodec.write(event), UTF_8);
    }

    private static JournalledEvent event(String text) {
        return EventCodec.read(text.getBytes(UTF_8));
    }
}
