/**
 * Images as numbers: intensities on a common scale, blocks of any image as
 * floats, ImgLib2 images as tensors and back, and {@code .npy} files. Nothing
 * here knows a network, a file format of images or ImageJ. What copies and what
 * shares memory is said at each method.
 */

package org.unetlens.tensor;
