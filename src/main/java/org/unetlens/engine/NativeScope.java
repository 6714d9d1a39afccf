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

package org.unetlens.engine;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Closes what was made in it, in reverse order. Scopes nest. Not thread-safe.
 *
 * <pre>
 * try (NativeScope scope = new NativeScope()) {
 * 	INDArray tensor = scope.own(Nd4j.create(2, 3));
 * }
 * </pre>
 */
public final class NativeScope implements AutoCloseable {

	private final Deque<AutoCloseable> owned = new ArrayDeque<>();

	/** Takes over closing; returns its argument. */
	public <T extends AutoCloseable> T own(final T resource) {
		owned.push(resource);
		return resource;
	}

	/**
	 * Closes everything; the first failure is thrown after the rest was closed.
	 */
	@Override
	public void close() {
		RuntimeException first = null;
		while (!owned.isEmpty()) {
			try {
				owned.pop().close();
			}
			catch (final Exception e) {
				if (first == null) first = new IllegalStateException(
					"A native resource could not be closed", e);
				else first.addSuppressed(e);
			}
		}
		if (first != null) throw first;
	}
}
