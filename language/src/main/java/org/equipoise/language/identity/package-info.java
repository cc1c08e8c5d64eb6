/// Names that stand for someone or something (participant, kit, arm code, item) and bytes that say nothing (sealed,
/// confidential, digest, signature). They encode neither arm nor order. Every room may use them.
@NullMarked
package org.equipoise.language.identity;

import org.jspecify.annotations.NullMarked;
