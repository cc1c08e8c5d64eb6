/// What is wrong with a study, or undecided in it: where, why it matters, what to do. Made by readers and checks,
/// printed by the
/// command line.
@NullMarked
package org.equipoise.protocol.finding;

import org.jspecify.annotations.NullMarked;
