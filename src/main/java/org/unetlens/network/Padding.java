
package org.unetlens.network;

/** What a 3x3 convolution does at the border of its input. */
public enum Padding {
		/** The border is padded with zeros, the size is kept. */
		SAME,
		/** Nothing is padded; each 3x3 convolution takes 2 pixels off each axis. */
		VALID
}
