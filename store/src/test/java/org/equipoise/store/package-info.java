/// Tests with a real PostgreSQL, started once for all of them.
package org.equipoise.store;
