/// Attempts on the record, by who has the file and by who has the database, and what two verifiers say of them.
package org.equipoise.app.tamper;
