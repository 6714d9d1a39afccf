/**
 * Training: loss, optimiser, learning-rate schedule, the loop, its state and
 * its listeners. Patches come from {@code data}, passes from {@code network};
 * files and windows are elsewhere.
 */

package org.unetlens.train;
