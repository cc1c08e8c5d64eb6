/// The proof of blinding: the same trial twice with what is secret exchanged, and every byte a blinded person can see
/// compared.
package org.equipoise.app.blinding;
