/**
 * ImageJ's side: its images as ImgLib2 images and back, image files, results as
 * ImagePlus, ROIs and tables, and the segmentation of stacks plane by plane.
 * The only package (with those below it) that knows {@code ij}; it holds no
 * network code and computes nothing but pictures to look at. The commands are
 * in {@link org.unetlens.ij.commands}, the way into plain ImageJ in
 * {@link org.unetlens.ij.bridge}.
 */

package org.unetlens.ij;
