/**
 * The model file: a bioimage.io package (format 0.5) with ONNX weights, written
 * and read here, and the models that come with the plugin. It holds a network's
 * numbers and all that is needed to use them rightly, as plain values that need
 * no native memory. Running a network on images, training it and turning its
 * output into objects are not here.
 */

package org.unetlens.model;
