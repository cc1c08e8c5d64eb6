/// The trial's whole vocabulary of events: one file a family, nothing else. Events hold language types only and record
/// consequences, so that folding them never asks the protocol. Conduct and allocation decide them; datasets read them.
@NullMarked
package org.equipoise.journal.event;

import org.jspecify.annotations.NullMarked;
