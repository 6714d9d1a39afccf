
package org.unetlens.ij;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;

import javax.imageio.ImageIO;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;

import org.unetlens.data.Field;
import org.unetlens.data.MembraneField;
import org.unetlens.data.NucleiField;
import org.unetlens.engine.Progress;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;

/** The cover picture of a model: what it makes of a generated image. */
public final class ModelCover {

	private static final int SIDE = 320;

	private ModelCover() {}

	/**
	 * Outlines of the objects found in a generated field of nuclei, or of cells
	 * between membranes.
	 *
	 * @return the bytes of a PNG file
	 */
	public static byte[] png(final ModelBundle model) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(draw(model), "png", bytes);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}

	private static BufferedImage draw(final ModelBundle model) {
		final boolean membranes = model.rule().kind() == ObjectRule.Kind.ENCLOSED;
		final Field field = membranes ? MembraneField.default2d().withSize(SIDE,
			SIDE).generate() : NucleiField.default2d().withSize(SIDE, SIDE)
				.generate();
		final RandomAccessibleInterval<UnsignedShortType> image = Views.stack(
			Collections.nCopies(model.spec().channels(), field.image()));
		try (Segmenter segmenter = Segmenter.of(model, SegmenterOptions
			.defaults()))
		{
			return OverlayPicture.draw(ImagePlusImages.wrap(field.image(), "field")
				.getProcessor(), segmenter.segment(image, Progress.NONE).labels());
		}
	}
}
