/**
 * The command line: options into one call of the core, results into files,
 * failures into a sentence and an exit code. It computes nothing itself.
 */

package org.unetlens.cli;
