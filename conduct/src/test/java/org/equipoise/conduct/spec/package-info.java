/// Given, when, then: what conduct promises, run as tests and printed as the manual page docs/reference/conduct.md.
package org.equipoise.conduct.spec;
