/// Programs that measure. They assert nothing and are no tests: docs/reference/performance.md says how to run them and
/// what they gave.
package org.equipoise.app.benchmark;
