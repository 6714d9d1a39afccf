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
