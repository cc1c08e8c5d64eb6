/// Findings that someone has accepted, with the reason in writing: read from `acceptances.yaml` and set beside what was
/// found. Whoever gathers findings asks here last.
@NullMarked
package org.equipoise.protocol.acceptance;

import org.jspecify.annotations.NullMarked;
