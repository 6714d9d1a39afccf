/*-
 * #%L
 * Trains and runs U-Nets inside ImageJ, and shows what each skip connection contributes.
 * %%
 * Copyright (C) 2026 U-Net Lens developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package org.unetlens.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.infer.ClassPlanes;
import org.unetlens.infer.Segmentation;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.Weights;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;
import org.unetlens.tensor.Scaling;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;

/**
 * Tests {@link ImageSegmenter} and {@link SegmentedImage} without a network.
 */
public class ImageSegmenterTest {

	private static final int W = 19, H = 13;

	@TempDir
	private Path folder;

	/**
	 * Labels the pixels above the middle of the normalised range with 1 on the
	 * left and 2 on the right.
	 */
	private static final class Threshold implements PlaneSegmenter {

		private final List<Scaling> scalings = new ArrayList<>();

		@Override
		public <T extends RealType<T>> Segmentation segment(
			final RandomAccessibleInterval<T> image, final Scaling scaling,
			final Progress progress)
		{
			scalings.add(scaling);
			progress.update(1, 2, "tile");
			final Img<IntType> labels = ArrayImgs.ints(image.dimension(0), image
				.dimension(1));
			final PlanarImg<FloatType, FloatArray> probabilities = PlanarImgs.floats(
				image.dimension(0), image.dimension(1), 2);
			for (int y = 0; y < image.dimension(1); y++)
				for (int x = 0; x < image.dimension(0); x++) {
					final float v = scaling.apply(0, image.getAt(x, y, 0).getRealFloat());
					probabilities.getAt(x, y, 1).set(v);
					if (v > 0.5) labels.getAt(x, y).set(x < image.dimension(0) / 2 ? 1
						: 2);
				}
			return new Segmentation(new ClassPlanes(probabilities, 2), labels);
		}
	}

	private static ModelBundle model(final int channels) {
		return new ModelBundle(null, UNetSpec.default2d(channels, 2), new Weights(
			List.of()), Normalization.of(Normalization.Kind.MIN_MAX),
			PixelSize.UNCALIBRATED, List.of("background", "cell"), ObjectRule.of(
				ObjectRule.Kind.FOREGROUND));
	}

	private static SegmentedImage segment(final ImagePlus image) {
		return new ImageSegmenter(model(1), new Threshold()).segment(image,
			Progress.NONE);
	}

	/** Bright boxes 3 x 4 at (2, 3) and 5 x 2 at (12, 7). */
	private static ShortProcessor plane(final int brightness) {
		final ShortProcessor plane = new ShortProcessor(W, H);
		for (int y = 0; y < H; y++)
			for (int x = 0; x < W; x++)
				plane.set(x, y, x >= 2 && x < 5 && y >= 3 && y < 7 || x >= 12 &&
					x < 17 && y >= 7 && y < 9 ? brightness : 10);
		return plane;
	}

	private static ImagePlus stack(final int channels, final int slices,
		final int frames)
	{
		final ImageStack stack = new ImageStack(W, H);
		for (int i = 0; i < channels * slices * frames; i++)
			stack.addSlice("section " + i, plane(1000 + i));
		final ImagePlus image = new ImagePlus("cells.tif", stack);
		image.setDimensions(channels, slices, frames);
		image.setOpenAsHyperStack(true);
		image.getCalibration().pixelWidth = 0.5;
		image.getCalibration().pixelHeight = 2;
		image.getCalibration().setUnit("um");
		return image;
	}

	private static String refusal(final ImagePlus image, final int channels) {
		return assertThrows(IllegalArgumentException.class,
			() -> new ImageSegmenter(model(channels), new Threshold()).segment(image,
				Progress.NONE)).getMessage();
	}

	@Test
	public void labelsHaveCalibrationTitleAndColors() {
		final ImagePlus image = stack(1, 1, 1);
		final byte[] before = bytes(image);
		final ImagePlus labels = segment(image).labels();
		assertEquals("cells.tif-labels", labels.getTitle());
		assertEquals(16, labels.getBitDepth());
		assertEquals(1, labels.getProcessor().get(2, 3));
		assertEquals(2, labels.getProcessor().get(16, 8));
		assertEquals(0, labels.getProcessor().get(5, 3));
		assertEquals(0.5, labels.getCalibration().pixelWidth);
		assertEquals(GlasbeyLut.rgb(2), labels.getProcessor().convertToRGB().get(16,
			8) & 0xffffff);
		assertArrayEquals(before, bytes(image));
		ImageFiles.saveTiff(labels, folder.resolve("labels.tif"),
			OnExisting.REFUSE);
		final ImagePlus opened = ImageFiles.open(folder.resolve("labels.tif"));
		assertEquals(GlasbeyLut.rgb(2), opened.getProcessor().convertToRGB().get(16,
			8) & 0xffffff);
		assertEquals(255, opened.getDisplayRangeMax());
	}

	private static byte[] bytes(final ImagePlus image) {
		return new ij.io.FileSaver(image).serialize();
	}

	@Test
	public void hyperstackIsSegmentedPlaneByPlaneWithOneScaling() {
		final Threshold planes = new Threshold();
		final ImagePlus image = stack(1, 3, 2);
		final SegmentedImage result = new ImageSegmenter(model(1), planes).segment(
			image, Progress.NONE);
		assertEquals(6, planes.scalings.size());
		assertEquals(1, planes.scalings.stream().distinct().count());
		final ImagePlus labels = result.labels();
		assertArrayEquals(new int[] { W, H, 1, 3, 2 }, labels.getDimensions());
		assertEquals("section 4", labels.getStack().getSliceLabel(5));
		final ImagePlus probabilities = result.probabilities();
		assertArrayEquals(new int[] { W, H, 2, 3, 2 }, probabilities
			.getDimensions());
		assertEquals("cell", probabilities.getStack().getSliceLabel(4));
		// NB: Minimum 10 and maximum 1005 over the whole stack.
		assertEquals((1001 - 10) / 995f, probabilities.getStack().getVoxel(2, 3, 3),
			1e-5);
		final ResultsTable table = ObjectTables.of(result.measurements());
		assertEquals(12, table.size());
		assertEquals(2, table.getValue("slice", 3), 0);
		assertEquals(1, table.getValue("frame", 3), 0);
		assertEquals(2, table.getValue("frame", 6), 0);
	}

	@Test
	public void planesHaveTheirOwnScalingWhereTheModelSaysSo() {
		final Threshold planes = new Threshold();
		final ModelBundle m = model(1);
		new ImageSegmenter(new ModelBundle(null, m.spec(), m.weights(), m
			.normalization().withScope(Normalization.Scope.PLANE), m.pixelSize(), m
				.classes(), m.rule()), planes).segment(stack(1, 3, 1), Progress.NONE);
		// NB: The maximum of plane i is 1000 + i, the minimum 10.
		assertEquals(List.of(1 / 990f, 1 / 991f, 1 / 992f), planes.scalings.stream()
			.map(s -> s.factor()[0]).toList());
	}

	@Test
	public void measurementsAreCalibrated() {
		final ResultsTable table = ObjectTables.of(segment(stack(1, 1, 1))
			.measurements());
		assertEquals(2, table.size());
		assertEquals(1, table.getValue("label", 0), 0);
		assertEquals(12, table.getValue("area (micron^2)", 0), 1e-9);
		assertEquals(14.5 * 0.5, table.getValue("x (micron)", 1), 1e-9);
		assertEquals(8 * 2, table.getValue("y (micron)", 1), 1e-9);
		assertEquals(1000, table.getValue("mean", 1), 1e-9);
	}

	@Test
	public void outlinesCoverTheirObjects() throws IOException {
		final ImagePlus image = stack(1, 3, 2);
		final SegmentedImage result = segment(image);
		final List<Roi> rois = result.outlines(image);
		assertEquals(12, rois.size());
		final Roi second = rois.get(1);
		assertEquals(10, second.getContainedPoints().length);
		assertEquals(new java.awt.Rectangle(12, 7, 5, 2), second.getBounds());
		assertEquals(GlasbeyLut.color(2), second.getStrokeColor());
		final Roi last = rois.get(11);
		assertEquals(3, last.getZPosition());
		assertEquals(2, last.getTPosition());
		final Path zip = folder.resolve("rois.zip");
		ObjectRois.saveZip(rois, zip, OnExisting.REFUSE);
		try (java.util.zip.ZipFile file = new java.util.zip.ZipFile(zip.toFile())) {
			assertEquals(12, file.size());
			final byte[] bytes = file.getInputStream(file.getEntry(last.getName() +
				".roi")).readAllBytes();
			assertEquals(last.getBounds(), ij.io.RoiDecoder.openFromByteArray(bytes)
				.getBounds());
		}
	}

	@Test
	public void simpleStackPositionsAreSlices() {
		final ImagePlus image = stack(1, 4, 1);
		image.setOpenAsHyperStack(false);
		final List<Roi> rois = segment(image).outlines(image);
		assertEquals(4, rois.get(7).getPosition());
	}

	@Test
	public void moreThan65535ObjectsNeedFloat() {
		final Img<IntType> labels = ArrayImgs.ints(3, 1);
		labels.getAt(1, 0).set(65_536);
		assertArrayEquals(new float[] { 0, 65_536, 0 }, (float[]) LabelPixels.of(
			labels, 65_536));
		labels.getAt(1, 0).set(65_535);
		assertArrayEquals(new short[] { 0, -1, 0 }, (short[]) LabelPixels.of(labels,
			65_535));
	}

	@Test
	public void greyPictureInColorIsTakenAsGrey() {
		final ImagePlus color = new ImagePlus("c", plane(200).convertToByte(false)
			.convertToRGB());
		assertEquals(2, segment(color).measurements().rows().size());
	}

	@Test
	public void indexedColorIsColor() {
		final ByteProcessor indexed = new ByteProcessor(W, H);
		indexed.set(3, 3, 7);
		final ImagePlus image = new ImagePlus("indexed", indexed);
		image.setLut(ij.process.LUT.createLutFromColor(java.awt.Color.RED));
		final ImagePlus palette = new ImagePlus("palette", new ColorProcessor(image
			.getImage()));
		palette.getProcessor().set(1, 1, 0xff0000);
		new ij.process.ImageConverter(palette).convertRGBtoIndexedColor(8);
		assertTrue(refusal(palette, 1).contains("3 channels"), "indexed");
	}

	@Test
	public void refusalsSayWhatToDo() {
		assertTrue(refusal(null, 1).contains("Open one first"));
		assertTrue(refusal(new ImagePlus(), 1).contains("Open one first"));
		final ColorProcessor rgb = new ColorProcessor(W, H);
		rgb.set(3, 4, 0xff0000);
		assertTrue(refusal(new ImagePlus("rgb", rgb), 1).contains(
			"Image > Type > 8-bit"));
		assertTrue(refusal(stack(2, 1, 1), 1).contains("2 channels"));
		assertTrue(refusal(stack(1, 1, 1), 3).contains("RGB Color"));
		assertTrue(refusal(stack(2, 1, 1), 4).contains("takes 4"));
		assertTrue(refusal(new ImagePlus("flat", new ByteProcessor(W, H)), 1)
			.contains("same value"));
		final FloatProcessor nan = new FloatProcessor(W, H);
		nan.setf(5, 5, Float.NaN);
		assertTrue(refusal(new ImagePlus("nan", nan), 1).contains("NaN"));
	}

	@Test
	public void cancelEndsWithinAPlane() {
		final Threshold planes = new Threshold();
		final Progress cancelAfterFirst = new Progress() {

			@Override
			public void update(final long done, final long total,
				final String message)
			{
				assertEquals(12, total);
			}

			@Override
			public boolean isCanceled() {
				return !planes.scalings.isEmpty();
			}
		};
		assertThrows(CancellationException.class, () -> new ImageSegmenter(model(1),
			planes).segment(stack(1, 3, 2), cancelAfterFirst));
		assertEquals(1, planes.scalings.size());
	}
}
