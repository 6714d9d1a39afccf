/**
 * From class probabilities to objects: label images, what is measured on them,
 * their outlines and distances between them. Everything here works on single
 * (x, y) planes with ImgLib2 and plain arrays. Not here: scores against a truth
 * (see {@code org.unetlens.metrics}), and ROIs, overlays and result tables of
 * ImageJ (see {@code org.unetlens.ij}).
 */

package org.unetlens.label;
