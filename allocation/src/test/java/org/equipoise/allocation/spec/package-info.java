/// Given, when, then: what the locked room promises, run as tests and printed as the manual page
/// docs/reference/allocation.md.
package org.equipoise.allocation.spec;
