/**
 * Applies trained networks to images of any size: tiles with their halo,
 * several at a time, within a memory budget. How probabilities become objects
 * is in {@code label}; files and windows are elsewhere.
 */

package org.unetlens.infer;
