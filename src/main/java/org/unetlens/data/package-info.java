/**
 * Annotated images and what training draws from them: samples, the class and
 * weight of every pixel, augmentation, patches, and splits by image. It also
 * holds the generators of artificial fields whose truth is known. Reading files
 * of a certain format, networks and training steps are not here.
 */

package org.unetlens.data;
