
package org.unetlens.data;

/** Continues a line of pixels beyond its ends. */
final class Mirror {

	private Mirror() {}

	/** The pixel that stands for i: mirrored at the first and last pixel. */
	static int index(final int i, final int length) {
		if (i >= 0 && i < length) return i;
		if (length == 1) return 0;
		final int period = 2 * (length - 1);
		final int k = Math.floorMod(i, period);
		return k < length ? k : period - k;
	}
}
