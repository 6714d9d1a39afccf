
package org.unetlens.tensor;

/** What an axis of an image or tensor stands for. */
public enum Axis {

		/** Columns; the width of a tensor. */
		X('x', 'W'),
		/** Rows; the height of a tensor. */
		Y('y', 'H'),
		/** Slices; the depth of a tensor. */
		Z('z', 'D'),
		/** Channels of an image, classes or features of a tensor. */
		CHANNEL('c', 'C'),
		/** Frames of an image, the batch of a tensor. */
		TIME('t', 'N');

	private final char imageLetter;
	private final char tensorLetter;

	Axis(final char imageLetter, final char tensorLetter) {
		this.imageLetter = imageLetter;
		this.tensorLetter = tensorLetter;
	}

	/** x, y, z, c or t. */
	public char imageLetter() {
		return imageLetter;
	}

	/** W, H, D, C or N. */
	public char tensorLetter() {
		return tensorLetter;
	}

	static Axis of(final char letter) {
		for (final Axis axis : values())
			if (letter == axis.imageLetter || letter == axis.tensorLetter)
				return axis;
		throw new IllegalArgumentException("The axis '" + letter +
			"' is unknown; images have x, y, z, c and t, tensors W, H, D, C and N");
	}
}
