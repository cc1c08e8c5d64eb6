/// The stand-alone verifier: reads a journal archive and says whether it is whole, or where it first fails.
///
/// Written from `docs/reference/journal-format.md` alone, with nothing but the JDK; it shares no code with the room
/// that writes archives, so that one mistake cannot hide in both. Not null-marked: even annotations would be a
/// dependency.
/// Anyone may call [org.equipoise.verifier.ArchiveVerifier]; nothing goes on from here but the verdict.
package org.equipoise.verifier;
