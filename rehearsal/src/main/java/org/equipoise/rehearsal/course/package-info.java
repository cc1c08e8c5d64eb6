/// What happens to one person, whoever writes it down: who comes when, what is seen, what is missed and mistaken. The
/// staff in `people` turn it into commands, the kernel into answers; so both rehearse the same trial.
@NullMarked
package org.equipoise.rehearsal.course;

import org.jspecify.annotations.NullMarked;
