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

import java.util.List;
import java.util.function.BiConsumer;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.unetlens.engine.Progress;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.EncodedMaps;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;
import org.unetlens.tensor.NormalizedBlocks;
import org.unetlens.tensor.Scaling;

/**
 * Runs a model with its skip connections silenced at will (knock-out: the same
 * trained weights). Images are computed in one piece. A network from elsewhere
 * that is computed as it is has switches for its skips, which are filled with
 * zeros; nothing else of it can be seen. Thread-safe: one call at a time,
 * others wait; it holds native memory for the last image size until closed.
 */
public abstract class SkipSession implements AutoCloseable {

	private final ModelBundle model;
	private final ModelInput input;
	private boolean closed;

	SkipSession(final ModelBundle model) {
		this.model = model;
		input = new ModelInput(model);
	}

	/**
	 * @throws IllegalArgumentException when the model has no skip connection
	 */
	public static SkipSession of(final ModelBundle model,
		final SegmenterOptions options)
	{
		if (model.signature().skips().equals(SkipSet.none()))
			throw new IllegalArgumentException("The model " + model.card().name() +
				" has no skip connections, so there is nothing to compare; choose a model that has them");
		return model.isUNet() ? new UNetSession(model, options)
			: new NetworkSession(model, options);
	}

	/** Side of the largest square image in pixels; 0 when none fits. */
	abstract long maxSide();

	/** Whether a canvas fits into the memory budget. */
	abstract boolean fits(Canvas canvas);

	/** @param values the canvas, {@code [1, h, w, channels]} */
	abstract EncodedMaps encode(Canvas canvas, float[] values);

	abstract ClassPlanes compute(EncodedImage image, SkipGains gains,
		SkipFill fill);

	/** In any order; each subset is given once, one at a time. */
	abstract void computeAll(EncodedImage image, SkipFill fill,
		BiConsumer<SkipSet, ClassPlanes> sink, Progress progress);

	abstract FeatureMap read(EncodedImage image, SkipGains gains, SkipFill fill,
		String layer);

	abstract List<PathGradient> differentiate(NormalizedBlocks image,
		Canvas canvas, long x, long y, int classIndex);

	/** Frees native memory. */
	abstract void release();

	public ModelBundle model() {
		return model;
	}

	/**
	 * Number of pixels of the largest square image that fits into the memory
	 * budget of the options; 0 when none does.
	 */
	public long maxPixels() {
		final long side = maxSide();
		return side * side;
	}

	/**
	 * Measures the model's normalisation on an image or stack, of which planes or
	 * parts are encoded; axes (x, y, channel[, plane ...]).
	 *
	 * @throws IllegalArgumentException when channels differ, or values are no
	 *           numbers
	 */
	public <T extends RealType<T>> Scaling measure(
		final RandomAccessibleInterval<T> image)
	{
		return input.measure(image);
	}

	/** Runs the contracting path on one plane, normalised by itself. */
	public <T extends RealType<T>> EncodedImage encode(
		final RandomAccessibleInterval<T> image, final Progress progress)
	{
		return encode(image, measure(image), progress);
	}

	/**
	 * Runs the contracting path on one plane.
	 *
	 * @param image axes (x, y, channel), any real type; never changed
	 * @throws IllegalArgumentException when channels differ, values are no
	 *           numbers, or the image is too large for the memory budget
	 */
	public synchronized <T extends RealType<T>> EncodedImage encode(
		final RandomAccessibleInterval<T> image, final Scaling scaling,
		final Progress progress)
	{
		requireOpen();
		progress.checkCanceled();
		input.requireChannels(image);
		final Canvas canvas = Canvas.of(image.dimension(0), image.dimension(1),
			model.signature().tiles());
		requireMemory(canvas);
		final float[] values = new float[Math.toIntExact(canvas.shape().pixels() *
			model.signature().channels())];
		NormalizedBlocks.of(image, scaling).read(-canvas.margin(), -canvas.margin(),
			canvas.shape().width(), canvas.shape().height(), values, 0);
		final EncodedMaps maps = encode(canvas, values);
		progress.update(1, 1, "Contracting path");
		return new EncodedImage(canvas, values, maps);
	}

	private void requireMemory(final Canvas canvas) {
		if (fits(canvas)) return;
		throw new IllegalArgumentException("The image has " + canvas.width() +
			" x " + canvas.height() +
			" px, but skip connections are compared on an image in one piece, and about " +
			maxSide() + " x " + maxSide() +
			" px is the largest that fits into the memory allowed. Select a smaller region of the image, or allow more memory");
	}

	/**
	 * Class probabilities with the skips at these gains. Equal to those of the
	 * untiled network when all gains are 1, to the bit.
	 *
	 * @param gains one for each level, also for those where the model has no skip
	 */
	public synchronized ClassPlanes decode(final EncodedImage image,
		final SkipGains gains, final SkipFill fill)
	{
		requireOpen();
		requireGains(gains);
		return compute(image, gains, fill);
	}

	private void requireOpen() {
		if (closed) throw new IllegalStateException("The session with the model " +
			model.card().name() + " was closed; open another one");
	}

	private void requireGains(final SkipGains gains) {
		if (gains.values().size() != model.depth())
			throw new IllegalArgumentException(gains.values().size() +
				" gains of skip connections were given; the model " + model.card()
					.name() + " needs one for each of its " + model.depth() + " levels");
	}

	/**
	 * Class probabilities for every subset of the model's skips, each computed
	 * once; equal to {@link #decode} with {@link SkipGains#of} to the bit.
	 *
	 * @param sink told each subset once, the full set included, in any order but
	 *          one at a time, from the threads that compute; may keep the planes,
	 *          must not call this session
	 * @param progress told after each subset, asked before each
	 */
	public synchronized void decodeAll(final EncodedImage image,
		final SkipFill fill, final BiConsumer<SkipSet, ClassPlanes> sink,
		final Progress progress)
	{
		requireOpen();
		computeAll(image, fill, sink, progress);
	}

	/**
	 * The activations of a layer, for the skips at these gains.
	 *
	 * @param layer a 3x3 convolution, an up-convolution, a pooling, a merge or
	 *          the head (then the logits), by its name in
	 *          {@link org.unetlens.network.LayerNames}
	 * @throws IllegalArgumentException when the model has no such layer
	 */
	public synchronized FeatureMap features(final EncodedImage image,
		final SkipGains gains, final SkipFill fill, final String layer)
	{
		requireOpen();
		requireGains(gains);
		return read(image, gains, fill, layer);
	}

	/**
	 * Effective receptive fields of one output pixel: for all paths together
	 * (level -1) first, then for each skip by itself, then for the bottleneck,
	 * per unit of normalised intensity. The signed gradients of the single paths
	 * sum to that of all. All skips are on.
	 *
	 * @param image axes (x, y, channel), the one that was encoded
	 * @param scaling it was encoded with
	 * @param x column of the pixel, 0 to width - 1
	 * @param y its row
	 * @param classIndex class whose logit is differentiated
	 * @throws IllegalArgumentException when there is no such pixel or class, or
	 *           the image does not fit the model
	 */
	public synchronized <T extends RealType<T>> List<PathGradient> gradients(
		final RandomAccessibleInterval<T> image, final Scaling scaling,
		final long x, final long y, final int classIndex)
	{
		requireOpen();
		input.requireChannels(image);
		final Canvas canvas = Canvas.of(image.dimension(0), image.dimension(1),
			model.signature().tiles());
		if (x < 0 || y < 0 || x >= canvas.width() || y >= canvas.height())
			throw new IllegalArgumentException("The pixel (" + x + ", " + y +
				") lies outside of the image of " + canvas.width() + " x " + canvas
					.height() + " px");
		if (classIndex < 0 || classIndex >= model.signature().classes())
			throw new IllegalArgumentException("The model " + model.card().name() +
				" has no class " + classIndex + "; its classes are 0 to " + (model
					.signature().classes() - 1) + ": " + model.classes());
		return differentiate(NormalizedBlocks.of(image, scaling), canvas, x, y,
			classIndex);
	}

	/** The same for an image that is normalised by itself. */
	public <T extends RealType<T>> List<PathGradient> gradients(
		final RandomAccessibleInterval<T> image, final long x, final long y,
		final int classIndex)
	{
		return gradients(image, measure(image), x, y, classIndex);
	}

	@Override
	public synchronized void close() {
		if (closed) return;
		closed = true;
		release();
	}
}
