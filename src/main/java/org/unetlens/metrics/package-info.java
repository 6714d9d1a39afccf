/**
 * Scores of label images and class images against a truth: pixels, objects,
 * boundaries and enclosed regions, each as counts that add up over images, and
 * the search for the object rule that scores best. Scores are values without
 * state; images are only read. Not here: the making of label images
 * ({@code org.unetlens.label}) and losses of the training.
 */

package org.unetlens.metrics;
