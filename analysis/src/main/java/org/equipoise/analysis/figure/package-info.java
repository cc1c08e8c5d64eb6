/// Figures as SVG, drawn by the house: axes, marks and words, the same bytes for the same results. The report asks and
/// places them; a figure knows where each of its marks comes from.
@NullMarked
package org.equipoise.analysis.figure;

import org.jspecify.annotations.NullMarked;
