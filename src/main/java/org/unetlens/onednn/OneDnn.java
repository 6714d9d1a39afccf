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
 * rearranged. Where it is not there, ND4J's own is used. Thread-safe.
 *
 * @see <a href="https://uxlfoundation.github.io/oneDNN/">oneDNN</a>
 */
public final class OneDnn {

	/** Turns it off, e.g. to compare: {@code -Dorg.unetlens.onednn=false}. */
	public static final String PROPERTY = "org.unetlens.onednn";

	/** NB: Loaded at first use. */
	private static final class Holder {

		static final dnnl_engine ENGINE = load();

		private Holder() {}

		private static dnnl_engine load() {
			// NB: Elsewhere it uses an OpenMP of its own, which we cannot keep to
			// one thread, and on ARM it has no fast convolutions.
			if (!"linux-x86_64".equals(Loader.getPlatform())) return null;
			try {
				final dnnl_engine engine = new dnnl_engine();
				final int status = dnnl.dnnl_engine_create(engine, dnnl.dnnl_cpu, 0);
				return status == dnnl.dnnl_success ? engine : null;
			}
			catch (final LinkageError e) {
				return null;
			}
		}
	}

	private OneDnn() {}

	/**
	 * Whether it can be used here. The engine must have been started, so that
	 * both use the same OpenMP.
	 */
	public static boolean isAvailable() {
		return !"false".equals(System.getProperty(PROPERTY)) &&
			Holder.ENGINE != null;
	}

	/** Which one is used, e.g. 3.3.4; it must be available. */
	public static String version() {
		final dnnl_version_t version = dnnl.dnnl_version();
		return version.major() + "." + version.minor() + "." + version.patch();
	}

	static boolean hasAvx512() {
		return dnnl.dnnl_get_effective_cpu_isa() >= dnnl.dnnl_cpu_isa_avx512_core;
	}

	static dnnl_engine engine() {
		return Holder.ENGINE;
	}

	/** @param status that oneDNN gave */
	static void check(final int status, final String what) {
		if (status != dnnl.dnnl_success) throw new IllegalStateException(
			"oneDNN could not " + what + " (status " + status + ")");
	}
}
