/// The database in a folder: stopped, started, left behind.
package org.equipoise.store.embedded;
