/// What a backup says of itself: which journals it holds and how far each had come, under one signature. The journals
/// themselves are archives. App writes backups and restores from them.
@NullMarked
package org.equipoise.journal.backup;

import org.jspecify.annotations.NullMarked;
