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

package org.unetlens.compare;

import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.engine.Progress;
import org.unetlens.infer.EncodedImage;
import org.unetlens.infer.FeatureMap;
import org.unetlens.infer.PathGradient;
import org.unetlens.network.NetworkSignature;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;

/**
 * One image under comparison: its figures, and what is computed on demand for a
 * view of it. Thread-safe; usable until its {@link SkipComparison} is closed.
 * What takes much memory is kept for the last two images of a session only, and
 * made again when needed.
 */
public final class ImageComparison {

	private final SkipComparison session;
	private final ComparisonImage image;
	private final RandomAccessibleInterval<IntType> reference;
	private final double medianDiameter;
	private final Measured measured;
	private final Figures figures;
	private final Comparison comparison;

	ImageComparison(final SkipComparison session, final ComparisonImage image,
		final Workspace space, final Measured measured, final Figures figures,
		final Comparison comparison)
	{
		this.session = session;
		this.image = image;
		this.measured = measured;
		this.figures = figures;
		this.comparison = comparison;
		reference = space.reference();
		medianDiameter = space.map().medianDiameter();
	}

	public ComparisonImage image() {
		return image;
	}

	public Comparison comparison() {
		return comparison;
	}

	/** Labels that outputs are compared with: the truth, or the full model's. */
	public RandomAccessibleInterval<IntType> reference() {
		return reference;
	}

	Measured measured() {
		return measured;
	}

	/** Of the reference's objects in pixels; NaN without any. */
	double medianDiameter() {
		return medianDiameter;
	}

	boolean isOf(final SkipComparison other) {
		return session == other;
	}

	/**
	 * The same image with another fill; faster than the first comparison.
	 *
	 * @throws java.util.concurrent.CancellationException when progress says so
	 */
	public ImageComparison withFill(final SkipFill fill,
		final Progress progress)
	{
		return fill == fill() ? this : session.compare(this, fill, progress);
	}

	/**
	 * The output with the skips at these gains; under half a second. Its figures
	 * are those of {@link Comparison#knockOuts()} when the gains are switches.
	 *
	 * @param gains one per level; those of skips that the model lacks say nothing
	 */
	public Output output(final SkipGains gains) {
		final SkipGains own = own(gains);
		return session.with(this, space -> {
			final OutputPictures pictures = space.knockOut(own, fill());
			return pictures.with(own.isSwitches() ? comparison.knockOuts().get(own
				.on()) : figures.knockOut(own, pictures.measure(space.map())));
		});
	}

	/** The output of a twin, as {@link Comparison#twins()} counts. */
	public Output twin(final int index) {
		return session.twin(index, image).with(comparison.twins().get(index));
	}

	/** The activations of a layer with the skips at these gains. */
	public FeatureMap features(final String layer, final SkipGains gains) {
		final SkipGains own = own(gains);
		return session.with(this, space -> session.skips().features(space.encoded(),
			own, fill(), layer));
	}

	/**
	 * What the output pixel (x, y) sees: of all paths together, then through each
	 * skip, then through the bottleneck.
	 */
	public List<PathGradient> receptiveFields(final long x, final long y) {
		return session.gradients(image, x, y);
	}

	/**
	 * The output with "where" from this image's skips and "what" from the
	 * bottleneck of another image of the same size.
	 *
	 * @throws IllegalArgumentException when the sizes differ
	 */
	public Output transplant(final ImageComparison what) {
		return session.with(what, other -> session.with(this, space -> other(space,
			space.encoded().withBottleneckOf(other.encoded()), VariantNames
				.transplant(image.name(), what.image.name()), Experiment.TRANSPLANT)));
	}

	/** The output with all skips shifted against the bottleneck. */
	public Output shiftedSkips(final int dx, final int dy) {
		return session.with(this, space -> other(space, space.encoded()
			.withSkipsShifted(dx, dy), VariantNames.shift(dx, dy), Experiment.SHIFT));
	}

	private Output other(final Workspace space, final EncodedImage maps,
		final String name, final Experiment experiment)
	{
		final OutputPictures pictures = space.of(maps);
		return pictures.with(figures.variant(name, experiment, spec().skips(),
			pictures.measure(space.map())));
	}

	/**
	 * The shift test: the input is moved by 0 to 2^depth - 1 pixels in x, the
	 * output moved back; y is the mean absolute change of the foreground
	 * probability, on the middle of the image. Without skips it oscillates with
	 * the pooling period.
	 *
	 * @return one curve for the full model and one with all skips silenced
	 * @throws java.util.concurrent.CancellationException when progress says so
	 */
	public List<Curve> shiftTest(final Progress progress) {
		return session.shiftTest(image, fill(), progress);
	}

	/** The same, not to be stopped. */
	public List<Curve> shiftTest() {
		return shiftTest(Progress.NONE);
	}

	private SkipFill fill() {
		return comparison.settings().fill();
	}

	private NetworkSignature spec() {
		return comparison.model().signature();
	}

	/** The gains of the skips that there are. */
	private SkipGains own(final SkipGains gains) {
		if (gains.values().size() != spec().depth())
			throw new IllegalArgumentException("Gains for " + gains.values().size() +
				" levels were given, but the model " + comparison.model().card()
					.name() + " has " + spec().depth() + "; give one per level");
		final SkipSet skips = spec().skips();
		return new SkipGains(IntStream.range(0, spec().depth()).mapToObj(k -> skips
			.contains(k) ? gains.of(k) : 0.0).toList());
	}
}
