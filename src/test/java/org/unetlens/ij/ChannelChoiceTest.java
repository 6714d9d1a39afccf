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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.infer.SegmenterOptions;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;

/**
 * Tests {@link ChannelChoice} with a network that finds what is bright in the
 * first channel that it is given.
 */
public class ChannelChoiceTest {

	private static final int W = 41, H = 29;
	/** Left edge of the box of each channel. */
	private static final int[] LEFT = { 2, 13, 27 };

	@BeforeAll
	public static void start() {
		Engine.start();
	}

	private static SegmentedImage segment(final ImagePlus image,
		final int modelChannels, final String choice)
	{
		try (ImageSegmenter segmenter = ImageSegmenter.of(ThresholdModel.of(
			modelChannels), SegmenterOptions.defaults().withMemoryBudget(64 << 20)))
		{
			return segmenter.segment(image, ChannelChoice.parse(choice),
				Progress.NONE);
		}
	}

	/** Channel c has a box of brightness 1000 c at LEFT[c - 1]. */
	private static ImagePlus composite(final int channels, final int slices) {
		final ImageStack stack = new ImageStack(W, H);
		for (int z = 0; z < slices; z++)
			for (int c = 0; c < channels; c++) {
				final ShortProcessor plane = new ShortProcessor(W, H);
				plane.setColor(1000 * (c + 1));
				plane.fill(new Roi(LEFT[c], 4 + z, 7, 9));
				stack.addSlice(plane);
			}
		final ImagePlus image = new ImagePlus("composite", stack);
		image.setDimensions(channels, slices, 1);
		image.setOpenAsHyperStack(true);
		return image;
	}

	/** A red, a green and a white box. */
	private static ImagePlus colors() {
		final ColorProcessor rgb = new ColorProcessor(W, H);
		final int[] colors = { 0xff0000, 0x00ff00, 0xffffff };
		for (int c = 0; c < 3; c++) {
			rgb.setColor(colors[c]);
			rgb.fill(new Roi(LEFT[c], 4, 7, 9));
		}
		return new ImagePlus("rgb", rgb);
	}

	/** Where the boxes that were found begin, in the first plane. */
	private static List<Integer> found(final SegmentedImage result) {
		return result.outlines(result.labels()).stream().map(r -> r.getBounds().x)
			.toList();
	}

	/** Where there is no such choice, e.g. in the comparison of skips. */
	@Test
	public void withoutChoiceTheImageIsToBeConverted() {
		final String rgb = refused(colors(), 1);
		assertTrue(rgb.contains("3 channels (RGB), but the model takes 1") && rgb
			.contains("Image > Type > 8-bit"), rgb);
		assertTrue(refused(composite(2, 1), 1).contains("Split Channels"));
		assertTrue(refused(composite(1, 1), 3).contains("a model for grey images"));
		assertTrue(refused(composite(2, 1), 3).contains("Make Subset"));
	}

	private static String refused(final ImagePlus image, final int wanted) {
		final String message = assertThrows(UnsuitableImageException.class,
			() -> InputImage.of(image, wanted)).getMessage();
		assertFalse(message.contains("channel="), message);
		return message;
	}

	@Test
	public void oneChannelOfSeveral() {
		for (int c = 1; c <= 3; c++)
			assertEquals(List.of(LEFT[c - 1]), found(segment(composite(3, 1), 1, "" +
				c)), "channel " + c);
	}

	@Test
	public void objectsAreMeasuredInAllChannels() {
		final SegmentedImage result = segment(composite(3, 2), 1, "2");
		final var table = ObjectTables.of(result.measurements());
		assertEquals(2, table.size());
		assertEquals(0, table.getValue("mean (channel 1)", 1));
		assertEquals(2000, table.getValue("mean (channel 2)", 1));
		assertEquals(0, table.getValue("max (channel 3)", 1));
		assertEquals(5, table.getValue("top (px)", 1));
	}

	@Test
	public void channelsInAnotherOrder() {
		assertEquals(List.of(LEFT[2]), found(segment(composite(3, 1), 2, "3,1")));
		assertEquals(List.of(LEFT[1]), found(segment(composite(3, 1), 2, "2, 3")));
	}

	@Test
	public void colorsByNumberOrAsGrey() {
		assertEquals(List.of(LEFT[0], LEFT[2]), found(segment(colors(), 1, "1")));
		assertEquals(List.of(LEFT[1], LEFT[2]), found(segment(colors(), 1, "2")));
		// NB: The mean of pure red is a third of white, below the threshold.
		final SegmentedImage grey = segment(colors(), 1, "grey");
		assertEquals(List.of(LEFT[2]), found(grey));
		assertTrue(grey.measurements().columns().contains("mean (channel 3)"));
		assertEquals(List.of(LEFT[2]), found(segment(colors(), 3, "3,3,3")));
	}

	@Test
	public void greyIntoAModelOfSeveralChannels() {
		assertEquals(List.of(LEFT[0]), found(segment(composite(1, 1), 3, "1")));
		assertEquals(List.of(LEFT[0]), found(segment(composite(1, 1), 3, "grey")));
		assertEquals(List.of(LEFT[2]), found(segment(colors(), 3, "grey")));
	}

	private static String refusal(final ImagePlus image, final int modelChannels,
		final String choice)
	{
		return assertThrows(IllegalArgumentException.class, () -> segment(image,
			modelChannels, choice)).getMessage();
	}

	@Test
	public void refusalsSayWhatMayBeGiven() {
		assertTrue(refusal(composite(2, 1), 1, "3").contains("from 1 to 2"));
		assertTrue(refusal(composite(3, 1), 3, "1,2").contains("takes 3 channels"));
		assertTrue(refusal(composite(2, 1), 1, "grey").contains(
			"no colour picture"));
		assertTrue(refusal(composite(2, 1), 1, "auto").contains("channel=1"));
		assertTrue(refusal(colors(), 1, "").contains("channel=grey"));
		for (final String wrong : List.of("0", "red", "1;2", "1,", "-1",
			"99999999"))
			assertTrue(refusal(colors(), 1, wrong).contains("auto, grey"), wrong);
	}

	@Test
	public void textIsReadAndWritten() {
		assertEquals("1,3", ChannelChoice.parse(" 1, 03 ").toString());
		assertEquals("grey", ChannelChoice.parse("Gray").toString());
		assertEquals(ChannelChoice.AUTO, ChannelChoice.parse(null));
	}
}
