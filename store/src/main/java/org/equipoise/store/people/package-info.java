/// Where the keys of participants are kept: a folder of one file each, apart from the database and from the vault. App
/// opens one and hands it to the sequencer.
@NullMarked
package org.equipoise.store.people;

import org.jspecify.annotations.NullMarked;
