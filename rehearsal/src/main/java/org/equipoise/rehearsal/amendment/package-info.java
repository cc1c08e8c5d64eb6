/// An amendment, rehearsed: what is recorded under one version of the protocol, judged and derived under the next
/// before anyone approves it.
@NullMarked
package org.equipoise.rehearsal.amendment;

import org.jspecify.annotations.NullMarked;
