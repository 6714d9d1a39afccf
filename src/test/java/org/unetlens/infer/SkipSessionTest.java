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

package org.unetlens.infer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unetlens.engine.Progress;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;
import org.unetlens.network.UNet;

class SkipSessionTest extends SkipSessionFixture {

	@ParameterizedTest
	@CsvSource({ "1, 2, 1", "3, 3, 7", "3, 5, 5", "2, 2, 2" })
	void allSkipsOnGivesTheSegmentersOutputToTheBit(final int depth,
		final int classes, final int skips)
	{
		final ModelBundle model = model(depth, classes, new SkipSet(skips));
		try (SkipSession session = session(model);
				Segmenter segmenter = Segmenter.of(model, SegmenterOptions.defaults()
					.withThreads(1)))
		{
			final ClassPlanes expected = segmenter.probabilities(IMAGE, segmenter
				.measure(IMAGE), Progress.NONE);
			final ClassPlanes found = session.decode(session.encode(IMAGE,
				Progress.NONE), SkipGains.all(depth), SkipFill.MEAN);
			assertEquals(classes, found.dimension(2));
			for (int c = 0; c < classes; c++)
				assertArrayEquals(expected.plane(c), found.plane(c));
		}
	}

	@Test
	void tiledAndWholeAgree() {
		final ModelBundle model = model(2, 3, SkipSet.all(2));
		final var image = nuclei(3, 203, 150);
		try (UNet net = new UNet(model.spec(), model.weights());
				SkipSession session = session(model);
				Segmenter segmenter = Segmenter.of(model, SegmenterOptions.defaults()
					.withThreads(3).withMemoryBudget(net.bytesPerPixel() << 14)))
		{
			final ClassPlanes expected = segmenter.probabilities(image, segmenter
				.measure(image), Progress.NONE);
			final ClassPlanes found = session.decode(session.encode(image,
				Progress.NONE), SkipGains.all(2), SkipFill.MEAN);
			for (int c = 0; c < 3; c++)
				assertArrayEquals(expected.plane(c), found.plane(c), 1e-5f);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void everySubsetOnceAndAsDecodedByItself(final int threads) {
		final ModelBundle model = model(3, 3, SkipSet.of(0, 2));
		try (SkipSession session = SkipSession.of(model, SegmenterOptions.defaults()
			.withThreads(threads)))
		{
			final EncodedImage image = session.encode(IMAGE, Progress.NONE);
			final Map<SkipSet, ClassPlanes> found = new HashMap<>();
			final AtomicInteger calls = new AtomicInteger();
			session.decodeAll(image, SkipFill.MEAN, (on, planes) -> {
				found.put(on, planes);
				calls.incrementAndGet();
			}, Progress.NONE);
			assertEquals(4, calls.get());
			assertEquals(java.util.Set.of(SkipSet.none(), SkipSet.of(0), SkipSet.of(
				2), SkipSet.of(0, 2)), found.keySet());
			found.forEach((on, planes) -> assertSame(session.decode(image, SkipGains
				.of(on, 3), SkipFill.MEAN), planes));
			assertTrue(difference(found.get(SkipSet.none()), found.get(SkipSet.of(0,
				2))) > 1e-3);
		}
	}

	/** A constant map is its own mean: there silencing changes nothing. */
	@Test
	void theMeanOfAConstantImageIsTheImage() {
		final ModelBundle model = model(2, 2, SkipSet.all(2));
		try (SkipSession session = session(model)) {
			final EncodedImage image = session.encode(IMAGE, Progress.NONE);
			final EncodedImage flat = image.withSkipsShifted(10_000, 0)
				.withSkipsShifted(0, 10_000);
			assertArrayEquals(session.decode(flat, SkipGains.all(2), SkipFill.MEAN)
				.plane(0), session.decode(flat, SkipGains.of(SkipSet.none(), 2),
					SkipFill.MEAN).plane(0), 1e-6f);
		}
	}

	@ParameterizedTest
	@EnumSource(SkipFill.class)
	void silencedSkipsDoNotReachTheOutput(final SkipFill fill) {
		final ModelBundle model = model(2, 2, SkipSet.all(2));
		try (SkipSession session = session(model)) {
			final EncodedImage a = session.encode(IMAGE, Progress.NONE);
			final EncodedImage b = session.encode(nuclei(2), Progress.NONE);
			final SkipGains none = SkipGains.of(SkipSet.none(), 2);
			final double change = difference(session.decode(a, none, fill), session
				.decode(b.withBottleneckOf(a), none, fill));
			// NB: Means differ from image to image, zeros do not.
			if (fill == SkipFill.ZERO) assertEquals(0, change);
			else assertTrue(change > 0);
			assertSame(session.decode(b, SkipGains.all(2), fill), session.decode(b
				.withBottleneckOf(a).withBottleneckOf(b), SkipGains.all(2), fill));
		}
	}

	@Test
	void shiftsGoByWholeCells() {
		final ModelBundle model = model(1, 2, SkipSet.all(1));
		try (SkipSession session = session(model)) {
			final EncodedImage a = session.encode(IMAGE, Progress.NONE);
			final float[] before = a.maps().skips().get(0).values();
			final float[] after = a.withSkipsShifted(3, -2).maps().skips().get(0)
				.values();
			final int w = a.canvas().shape().width();
			final int h = a.canvas().shape().height();
			for (int y = 0; y < h; y++)
				for (int x = 0; x < w; x++)
					for (int c = 0; c < 4; c++)
						assertEquals(before[(Math.min(h - 1, y + 2) * w + Math.max(0, x -
							3)) * 4 + c], after[(y * w + x) * 4 + c]);
			assertSame(session.decode(a, SkipGains.all(1), SkipFill.MEAN), session
				.decode(a.withSkipsShifted(0, 0), SkipGains.all(1), SkipFill.MEAN));
		}
	}

	@Test
	void wrongInputIsToldInASentence() {
		final ModelBundle model = model(2, 2, SkipSet.all(2));
		assertMessage("The model random has no skip connections", () -> SkipSession
			.of(model(2, 2, SkipSet.none()), SegmenterOptions.defaults()));
		try (SkipSession session = session(model)) {
			assertMessage("takes images with 1 channel, but this image has 3",
				() -> session.encode(ArrayImgs.bytes(9, 9, 3), Progress.NONE));
			final EncodedImage image = session.encode(IMAGE, Progress.NONE);
			assertMessage("has no layer named decoder2.merge; it has [encoder0.conv1",
				() -> session.features(image, SkipGains.all(2), SkipFill.MEAN,
					"decoder2.merge"));
			assertMessage("1 gains of skip connections were given", () -> session
				.decode(image, SkipGains.all(1), SkipFill.ZERO));
			final EncodedImage other = session.encode(ArrayImgs.bytes(9, 9, 1),
				Progress.NONE);
			assertMessage("of 9 x 9 px cannot stand in one of 61 x 47 px", () -> image
				.withBottleneckOf(other));
		}
	}

	@Test
	void imagesThatDoNotFitIntoMemoryAreRefusedWithWhatFits() {
		final ModelBundle model = model(2, 2, SkipSet.all(2));
		final long budget = 400_000;
		try (SkipSession session = SkipSession.of(model, SegmenterOptions.defaults()
			.withMemoryBudget(budget)))
		{
			final long side = (long) Math.sqrt(session.maxPixels());
			assertEquals(session.maxPixels(), side * side);
			session.encode(ArrayImgs.bytes(side, side, 1), Progress.NONE);
			assertMessage("The image has " + (side + 4) + " x " + (side + 4) + " px",
				() -> session.encode(ArrayImgs.bytes(side + 4, side + 4, 1),
					Progress.NONE));
			assertMessage(side + " x " + side + " px is the largest", () -> session
				.encode(ArrayImgs.bytes(side + 4, side + 4, 1), Progress.NONE));
		}
	}

	@Test
	void imagesOfAnotherModelAreRefused() {
		final ModelBundle model = model(2, 2, SkipSet.all(2));
		try (SkipSession session = session(model);
				SkipSession other = session(model(2, 2, SkipSet.of(0)));
				SkipSession deeper = session(model(3, 2, SkipSet.all(3))))
		{
			assertMessage("another model", () -> session.decode(other.encode(IMAGE,
				Progress.NONE), SkipGains.all(2), SkipFill.MEAN));
			assertMessage("another model", () -> session.features(deeper.encode(IMAGE,
				Progress.NONE), SkipGains.all(2), SkipFill.MEAN, "decoder1.up"));
		}
	}

	@Test
	void aClosedSessionSaysSo() {
		final SkipSession session = session(model(1, 2, SkipSet.all(1)));
		final EncodedImage image = session.encode(IMAGE, Progress.NONE);
		session.close();
		session.close();
		assertTrue(assertThrows(IllegalStateException.class, () -> session.decode(
			image, SkipGains.all(1), SkipFill.MEAN)).getMessage().contains("closed"));
		assertThrows(IllegalStateException.class, () -> session.gradients(IMAGE, 1,
			1, 0));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void stopsBetweenSubsetsWhenCanceled(final int threads) {
		final AtomicLong finished = new AtomicLong();
		final Progress progress = new Progress() {

			@Override
			public void update(final long done, final long total,
				final String message)
			{
				finished.set(done);
			}

			@Override
			public boolean isCanceled() {
				return finished.get() >= 2;
			}
		};
		try (SkipSession session = SkipSession.of(model(3, 2, SkipSet.all(3)),
			SegmenterOptions.defaults().withThreads(threads)))
		{
			final EncodedImage image = session.encode(IMAGE, Progress.NONE);
			assertThrows(CancellationException.class, () -> session.decodeAll(image,
				SkipFill.ZERO, (on, planes) -> {}, progress));
			assertTrue(finished.get() < 2 + threads, finished + " subsets");
		}
	}

	private static void assertMessage(final String part,
		final org.junit.jupiter.api.function.Executable work)
	{
		final String message = assertThrows(IllegalArgumentException.class, work)
			.getMessage();
		assertTrue(message.contains(part), message);
	}

	private static double difference(final ClassPlanes a, final ClassPlanes b) {
		double largest = 0;
		for (int i = 0; i < a.plane(0).length; i++)
			largest = Math.max(largest, Math.abs(a.plane(0)[i] - b.plane(0)[i]));
		return largest;
	}
}
