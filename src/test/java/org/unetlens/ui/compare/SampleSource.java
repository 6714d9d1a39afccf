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

package org.unetlens.ui.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.ComparisonImage;
import org.unetlens.compare.ComparisonSamples;
import org.unetlens.compare.Curve;
import org.unetlens.compare.Experiment;
import org.unetlens.compare.Output;
import org.unetlens.compare.Variant;
import org.unetlens.engine.Progress;
import org.unetlens.infer.FeatureMap;
import org.unetlens.infer.PathGradient;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.LayerGeometry;
import org.unetlens.network.ReceptiveField;
import org.unetlens.network.ReceptiveField.Extent;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;
import org.unetlens.ui.picture.Planes;
import org.unetlens.ui.report.HtmlReport;

/** The made-up comparison as a stack of three images; needs no network. */
final class SampleSource implements ComparisonSource {

	private final int size;
	private final AtomicInteger last = new AtomicInteger(-1);
	private final AtomicInteger summaries = new AtomicInteger();
	private SkipSet lacking = SkipSet.none();
	private volatile boolean slow;
	private volatile boolean closed;

	SampleSource(final int size) {
		this.size = size;
	}

	/** A model that lacks a skip. */
	static SampleSource lacking(final int skip) {
		final SampleSource source = new SampleSource(1);
		source.lacking = SkipSet.of(skip);
		return source;
	}

	static ComparedImage image(final SkipFill fill) {
		return image(fill, SkipSet.none());
	}

	private static ComparedImage image(final SkipFill fill,
		final SkipSet lacking)
	{
		final Comparison c = ComparisonSamples.withTruth();
		final ComparisonImage image = ComparisonSamples.image();
		final SkipSet skips = new SkipSet(SkipSet.all(4).bits() & ~lacking.bits());
		final Map<SkipSet, Variant> knockOuts = new LinkedHashMap<>(c.knockOuts());
		knockOuts.keySet().removeIf(s -> (s.bits() & lacking.bits()) != 0);
		final Variant full = knockOuts.get(skips);
		knockOuts.put(skips, new Variant("Full model", Experiment.FULL_MODEL, skips,
			full.scores(), Map.of(), full.errorByDistance(), full.edgeProfile(), full
				.spectrum()));
		final ModelBundle m = c.model();
		final Comparison changed = new Comparison(c.title(), new ModelBundle(m
			.card(), m.spec().withSkips(skips), m.weights(), m.normalization(), m
				.pixelSize(), m.classes(), m.rule()), c.settings().withFill(fill), c
					.pixelSize(), c.reference(), c.units(), c.n(), knockOuts, c.twins(), c
						.effects().stream().filter(e -> skips.contains(e.level())).toList(),
			c.layers(), c.notes());
		return new ComparedImage(image, changed, image.truth().orElseThrow(),
			new Probe(changed));
	}

	@Override
	public int size() {
		return size;
	}

	@Override
	public String name(final int index) {
		return size == 1 ? "sample" : "slice " + (index + 1);
	}

	@Override
	public ComparedImage compare(final int index, final SkipFill fill,
		final Progress progress)
	{
		last.set(index);
		if (slow) waitFor(progress);
		return image(fill, lacking);
	}

	@Override
	public Comparison summary(final SkipFill fill, final Progress progress) {
		summaries.incrementAndGet();
		return ComparisonSamples.withoutTruth();
	}

	private static void waitFor(final Progress progress) {
		for (int i = 0;; i++) {
			progress.checkCanceled();
			progress.update(i % 50, 50, "knock-outs");
			try {
				Thread.sleep(20);
			}
			catch (final InterruptedException e) {
				throw new IllegalStateException(e);
			}
		}
	}

	/** From now on images are compared until that is canceled. */
	void becomeSlow() {
		slow = true;
	}

	/** The image compared last; -1 at first. */
	int lastCompared() {
		return last.get();
	}

	int summaries() {
		return summaries.get();
	}

	@Override
	public HtmlReport report(final SkipFill fill, final Progress progress) {
		throw new IllegalStateException("The sample has no report");
	}

	@Override
	public void close() {
		closed = true;
	}

	boolean isClosed() {
		return closed;
	}

	private record Probe(Comparison comparison) implements ImageProbe {

		@Override
		public Output output(final VariantChoice choice) {
			if (choice instanceof VariantChoice.Twin) return ComparisonSamples.twin(
				comparison);
			if (choice instanceof VariantChoice.KnockOut k) return scaled(
				ComparisonSamples.output(comparison, k.gains().on()), k.gains());
			throw new IllegalArgumentException(
				"The sample has no network whose skips could be shifted");
		}

		/** Paler by the mean gain of the skips that are on. */
		private static Output scaled(final Output output, final SkipGains gains) {
			if (gains.isSwitches()) return output;
			final double mean = gains.values().stream().filter(v -> v > 0)
				.mapToDouble(v -> v).average().orElse(1);
			final float[] values = Planes.values(output.foreground());
			for (int i = 0; i < values.length; i++)
				values[i] *= (float) mean;
			return new Output(output.variant(), ArrayImgs.floats(values, output
				.foreground().dimension(0), output.foreground().dimension(1)), output
					.labels());
		}

		@Override
		public FeatureMap features(final String layer, final SkipGains gains) {
			final LayerGeometry g = comparison.layers().stream().filter(l -> l.layer()
				.equals(layer)).findFirst().orElseThrow();
			final var map = ArrayImgs.floats(g.width(), g.height(), g.channels());
			final var access = map.cursor();
			while (access.hasNext()) {
				access.fwd();
				access.get().set((float) Math.max(0, Math.sin(access.getIntPosition(0) *
					0.05 * g.jump() * (1 + access.getIntPosition(2) % 5)) * Math.cos(
						access.getIntPosition(1) * 0.07 * g.jump())));
			}
			return new FeatureMap(g, map, IntStream.range(0, g.channels()).mapToObj(
				i -> g.channels() - 1 - i).toList());
		}

		@Override
		public List<PathGradient> receptiveFields(final long x, final long y) {
			final int depth = comparison.model().spec().depth();
			return IntStream.rangeClosed(-1, depth).mapToObj(k -> gradient(k, x, y,
				depth)).toList();
		}

		private PathGradient gradient(final int level, final long x, final long y,
			final int depth)
		{
			final Interval box = box(level, x, y, depth);
			final double sigma = box.dimension(0) / 8.0;
			final var map = ArrayImgs.floats(97, 61);
			final var c = map.cursor();
			while (c.hasNext()) {
				c.fwd();
				c.get().set((float) Math.exp(-(Math.pow(c.getIntPosition(0) - x, 2) +
					Math.pow(c.getIntPosition(1) - y, 2)) / (2 * sigma * sigma)));
			}
			return new PathGradient(level, box, Views.<FloatType> interval(map, map),
				0.83 * sigma, 1.73 * sigma);
		}

		private Interval box(final int level, final long x, final long y,
			final int depth)
		{
			final Extent a = extent(level, x, depth), b = extent(level, y, depth);
			return new FinalInterval(new long[] { a.from(), b.from() }, new long[] { a
				.to(), b.to() });
		}

		private Extent extent(final int level, final long at, final int depth) {
			return level < 0 || level == depth ? ReceptiveField.throughBottleneck(
				comparison.model().spec(), at) : ReceptiveField.throughSkip(comparison
					.model().spec(), level, at);
		}

		@Override
		public List<Curve> shiftTest(final Progress progress) {
			final List<Double> x = IntStream.range(0, 16).mapToObj(i -> (double) i)
				.toList();
			return List.of(new Curve("Full model", x, x.stream().map(v -> 0.01 * Math
				.min(v, 3)).toList()), new Curve("Knock-out of all skips", x, x.stream()
					.map(v -> 0.05 + 0.04 * Math.sin(v * Math.PI / 4)).toList()));
		}

		@Override
		public HtmlReport report(final Progress progress) {
			throw new IllegalStateException("The sample has no report");
		}
	}
}
