/// Tests of checkpoints, their witness and the proofs.
package org.equipoise.journal.checkpoint;
