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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.infer.SegmenterOptions;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.LUT;

/** Tests what {@link SegmentedImage} gives of a hyperstack, and its files. */
public class SegmentationOutputTest {

	private static final int W = 37, H = 23;

	@TempDir
	private Path folder;

	@BeforeAll
	public static void start() {
		Engine.start();
	}

	/** Two channels, three slices, two frames; a box at (5 + z, 6 + t). */
	private static ImagePlus hyperstack() {
		final ImageStack stack = new ImageStack(W, H);
		for (int i = 0; i < 12; i++) {
			final ByteProcessor plane = new ByteProcessor(W, H);
			plane.setColor(i % 2 == 0 ? 200 : 90);
			plane.fill(new Roi(5 + i / 2 % 3, 6 + i / 6, 11, 8));
			stack.addSlice("plane " + i, plane);
		}
		final ImagePlus image = new ImagePlus("cells", stack);
		image.setDimensions(2, 3, 2);
		image.getCalibration().pixelWidth = 0.25;
		image.getCalibration().pixelDepth = 1.5;
		image.getCalibration().frameInterval = 30;
		image.getCalibration().setUnit("micron");
		final CompositeImage composite = new CompositeImage(image,
			CompositeImage.COMPOSITE);
		composite.setRoi(1, 1, 3, 3);
		return composite;
	}

	private static SegmentedImage segment(final ImagePlus image) {
		try (ImageSegmenter segmenter = ImageSegmenter.of(ThresholdModel.of(1),
			SegmenterOptions.defaults().withMemoryBudget(64 << 20)))
		{
			return segmenter.segment(image, ChannelChoice.of(1), Progress.NONE);
		}
	}

	private ImagePlus reopened(final ImagePlus image) {
		final Path file = folder.resolve(image.getTitle() + ".tif");
		ImageFiles.saveTiff(image, file, OnExisting.REFUSE);
		return ImageFiles.open(file);
	}

	@Test
	public void labelsOpenRight() {
		final ImagePlus labels = reopened(segment(hyperstack()).labels());
		assertArrayEquals(new int[] { W, H, 1, 3, 2 }, labels.getDimensions());
		assertEquals("plane 10", labels.getStack().getSliceLabel(6));
		assertEquals(1, labels.getStack().getVoxel(7, 7, 5));
		assertEquals(0, labels.getStack().getVoxel(6, 7, 5));
		assertEquals(0.25, labels.getCalibration().pixelWidth, 1e-9);
		assertEquals(1.5, labels.getCalibration().pixelDepth, 1e-9);
		assertEquals(30, labels.getCalibration().frameInterval, 1e-9);
		assertEquals("micron", labels.getCalibration().getUnit());
		labels.setPosition(1, 2, 2);
		final LUT colors = labels.getProcessor().getLut();
		assertEquals(GlasbeyLut.rgb(1), colors.getRGB(1) & 0xffffff);
		assertEquals(255, labels.getDisplayRangeMax());
	}

	@Test
	public void sliceLabelOfASingleImageIsKept() {
		final ImageStack stack = new ImageStack(W, H);
		stack.addSlice("section 7", hyperstack().getStack().getProcessor(1));
		final ImagePlus image = new ImagePlus("one", stack);
		assertEquals("section 7", reopened(segment(image).labels()).getStack()
			.getSliceLabel(1));
	}

	@Test
	public void masksPartThePlaneAmongTheClasses() {
		final ImagePlus masks = reopened(segment(hyperstack()).masks());
		assertArrayEquals(new int[] { W, H, 2, 3, 2 }, masks.getDimensions());
		assertEquals(8, masks.getBitDepth());
		assertEquals("bright", masks.getStack().getSliceLabel(4));
		for (int y = 0; y < H; y++)
			for (int x = 0; x < W; x++) {
				final boolean inside = x >= 6 && x < 17 && y >= 6 && y < 14;
				assertEquals(inside ? 0 : 255, masks.getStack().getVoxel(x, y, 2),
					"background at " + x + ", " + y);
				assertEquals(inside ? 255 : 0, masks.getStack().getVoxel(x, y, 3),
					"bright at " + x + ", " + y);
			}
	}

	@Test
	public void overlayLiesOverACopyOfTheWholeImage() {
		final ImagePlus image = hyperstack();
		final ImagePlus overlaid = segment(image).overlaid();
		assertEquals("cells-overlay", overlaid.getTitle());
		assertArrayEquals(new int[] { W, H, 2, 3, 2 }, overlaid.getDimensions());
		assertInstanceOf(CompositeImage.class, overlaid);
		assertEquals(6, overlaid.getOverlay().size());
		final Roi last = overlaid.getOverlay().get(5);
		assertEquals(new java.awt.Rectangle(7, 7, 11, 8), last.getBounds());
		assertEquals(3, last.getZPosition());
		assertEquals(2, last.getTPosition());
		assertEquals(90, overlaid.getStack().getVoxel(8, 8, 11));
		overlaid.getStack().setVoxel(8, 8, 11, 3);
		assertEquals(90, image.getStack().getVoxel(8, 8, 11));
		assertNull(image.getOverlay());
		assertEquals(6, reopened(overlaid).getOverlay().size());
	}

	@Test
	public void namesAreReadAndUnknownOnesRefused() {
		assertEquals(EnumSet.of(SegmentationOutput.MASKS, SegmentationOutput.TABLE),
			SegmentationOutput.parse(" table,Masks ,"));
		assertEquals("labels,overlay", SegmentationOutput.join(EnumSet.of(
			SegmentationOutput.OVERLAY, SegmentationOutput.LABELS)));
		assertTrue(assertThrows(IllegalArgumentException.class,
			() -> SegmentationOutput.parse("labels,rois")).getMessage().contains(
				"'rois'"));
		assertTrue(assertThrows(IllegalArgumentException.class,
			() -> SegmentationSettings.of("nuclei").withOutputs(SegmentationOutput
				.parse(""))).getMessage().contains("at least one of labels"));
	}
}
