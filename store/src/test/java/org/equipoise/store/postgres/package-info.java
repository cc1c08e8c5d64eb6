/// The journal in PostgreSQL, tried where it could fail.
package org.equipoise.store.postgres;
