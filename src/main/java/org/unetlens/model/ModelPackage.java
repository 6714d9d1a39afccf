
package org.unetlens.model;

import java.util.Optional;

/**
 * All that a model file holds: the model, a test pair, perhaps a picture for
 * its cover, and in a training checkpoint the optimiser's state. Immutable and
 * thread-safe; arrays are shared and not to be changed.
 */
public final class ModelPackage {

	private final ModelBundle model;
	private final TestPair test;
	private final byte[] cover;
	private final OptimizerState optimizer;

	private ModelPackage(final ModelBundle model, final TestPair test,
		final byte[] cover, final OptimizerState optimizer)
	{
		this.model = model;
		this.test = test;
		this.cover = cover;
		this.optimizer = optimizer;
	}

	public static ModelPackage of(final ModelBundle model, final TestPair test) {
		return new ModelPackage(model, test, null, null);
	}

	/** The same with a cover, the bytes of a PNG file. */
	public ModelPackage withCover(final byte[] png) {
		return new ModelPackage(model, test, png, optimizer);
	}

	/** The same as a training checkpoint. */
	public ModelPackage withOptimizer(final OptimizerState state) {
		return new ModelPackage(model, test, cover, state);
	}

	public ModelBundle model() {
		return model;
	}

	public TestPair test() {
		return test;
	}

	/** The bytes of a PNG file. */
	public Optional<byte[]> cover() {
		return Optional.ofNullable(cover);
	}

	/** Present in a training checkpoint. */
	public Optional<OptimizerState> optimizer() {
		return Optional.ofNullable(optimizer);
	}
}
