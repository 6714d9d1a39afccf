/**
 * ImageJ's side: its images, results and commands over the core. The only
 * package (with those below it) that knows {@code ij}. Nothing is computed
 * here.
 */

package org.unetlens.ij;
