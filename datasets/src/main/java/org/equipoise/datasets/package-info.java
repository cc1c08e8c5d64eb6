/// The record as tables: participants, visits, items, scores, doses, endpoints, and each as CSV. Every row names the
/// events it came from; rows follow participants and the schedule, never anything an arm could be told by.
/// Analysis, exchange and the screens ask for them with the events and a treatment view; values stay text as recorded,
/// CDISC names are metadata of columns.
@NullMarked
package org.equipoise.datasets;

import org.jspecify.annotations.NullMarked;
