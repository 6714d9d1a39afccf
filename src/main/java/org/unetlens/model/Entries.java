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

/** The names of the entries in a model file, and how large each may be. */
final class Entries {

	static final String RDF = "rdf.yaml";
	static final String WEIGHTS = "weights.onnx";
	static final String TEST_INPUT = "test-input.npy";
	static final String TEST_OUTPUT = "test-output.npy";
	static final String COVER = "cover.png";
	static final String DOCUMENTATION = "documentation.md";

	/** Largest rdf.yaml that is read, in bytes. */
	static final long MAX_RDF = 1 << 18;
	/** Largest cover picture or documentation page, in bytes. */
	static final long MAX_PAGE = 1 << 23;
	/** Largest array of a test pair, in bytes. */
	static final long MAX_TEST = 1 << 25;
	/** Most trained values of a network that a model file can hold. */
	static final long MAX_VALUES = 1 << 28;

	private Entries() {}

	/** Entry of the i-th array of an optimiser's state. */
	static String optimizer(final int i) {
		return String.format("optimizer/%04d.npy", i);
	}
}
