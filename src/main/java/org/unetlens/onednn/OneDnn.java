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

package org.unetlens.onednn;

import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;

/**
 * oneDNN, the library of convolutions that ND4J carries inside, in a newer
 * version and called directly: with ReLU inside the convolution, kernels that
 * are arranged once instead of at each call, and gradients without maps being
 * rearranged. Where it is not there, and without AVX-512, ND4J's own is used.
 * Thread-safe.
 *
 * @see <a href="https://uxlfoundation.github.io/oneDNN/">oneDNN</a>
 */
public final class OneDnn {

	/** Turns it off, e.g. to compare: {@code -Dorg.unetlens.onednn=false}. */
	public static final String PROPERTY = "org.unetlens.onednn";

	private static final String PLATFORM = "linux-x86_64";

	/** @param problem why there is none, a part of a sentence; else empty */
	private record Loaded(dnnl_engine engine, String problem) {

		static Loaded load() {
			// NB: Elsewhere it uses an OpenMP of its own, which we cannot keep to
			// one thread, and on ARM it has no fast convolutions.
			if (!PLATFORM.equals(Loader.getPlatform())) return new Loaded(null,
				"oneDNN is used on Linux with Intel or AMD processors only");
			try {
				// NB: With AVX2 alone it has ended the program, by a null pointer in
				// a convolution; the cause was not found.
				if (!hasAvx512()) return new Loaded(null,
					"oneDNN is used on processors with AVX-512 only");
				final dnnl_engine engine = new dnnl_engine();
				check(dnnl.dnnl_engine_create(engine, dnnl.dnnl_cpu, 0), "start");
				return new Loaded(engine, "");
			}
			catch (final LinkageError | IllegalStateException e) {
				return new Loaded(null, "oneDNN could not be loaded: " + e);
			}
		}
	}

	/** NB: Loaded at first use. */
	private static final class Holder {

		static final Loaded LOADED = Loaded.load();

		private Holder() {}
	}

	private OneDnn() {}

	/**
	 * Whether it can be used here. The engine must have been started, so that
	 * both use the same OpenMP.
	 */
	public static boolean isAvailable() {
		return !isOff() && Holder.LOADED.engine() != null;
	}

	private static boolean isOff() {
		return "false".equals(System.getProperty(PROPERTY));
	}

	/**
	 * Who computes convolutions, and if it is not oneDNN, why: a part of a
	 * sentence. The engine must have been started.
	 */
	public static String inUse() {
		if (isAvailable()) {
			final dnnl_version_t version = dnnl.dnnl_version();
			return "oneDNN " + version.major() + "." + version.minor() + "." + version
				.patch();
		}
		return "ND4J (" + (isOff() ? "oneDNN is switched off by -D" + PROPERTY +
			"=false" : Holder.LOADED.problem()) + ")";
	}

	private static boolean hasAvx512() {
		return dnnl.dnnl_get_effective_cpu_isa() >= dnnl.dnnl_cpu_isa_avx512_core;
	}

	static dnnl_engine engine() {
		return Holder.LOADED.engine();
	}

	/** @param status that oneDNN gave */
	static void check(final int status, final String what) {
		if (status != dnnl.dnnl_success) throw new IllegalStateException(
			"oneDNN could not " + what + " (status " + status + ")");
	}
}
