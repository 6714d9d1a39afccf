/**
 * Runs the commands in plain ImageJ, which knows nothing of SciJava: one plugin
 * class, named in {@code plugins.config}, makes a small SciJava context, fills
 * a command's inputs from the macro or a dialog, runs it, shows its outputs and
 * records it, in the same words as Fiji does. Not used inside Fiji. No command
 * lives here.
 */

package org.unetlens.ij.bridge;
