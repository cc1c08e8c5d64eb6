/// Crashes: of the database, of the program at every statement. What was answered is there, whole.
package org.equipoise.app.durability;
