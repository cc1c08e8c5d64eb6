/// Records of trial registries: the plain text that people copy from a page, and the JSON of ClinicalTrials.gov.
/// Bytes go in, an outline comes out.
@NullMarked
package org.equipoise.exchange.registry;

import org.jspecify.annotations.NullMarked;
