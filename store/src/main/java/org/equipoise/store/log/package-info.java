/// Logs in files, for what must remember apart from the study's journal. App opens one and hands it to the vault.
@NullMarked
package org.equipoise.store.log;

import org.jspecify.annotations.NullMarked;
