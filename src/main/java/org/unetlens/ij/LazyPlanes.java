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

package org.unetlens.ij;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import ij.ImageStack;

/**
 * The planes of a virtual stack, read when they are asked for. Keeps the last
 * few. Thread-safe: one plane is read at a time, as virtual stacks demand.
 *
 * @param <A> the ImgLib2 access that wraps a plane
 */
final class LazyPlanes<A> extends AbstractList<A> {

	private final ImageStack stack;
	private final int[] slices;
	private final Function<Object, A> wrap;
	private final Map<Integer, A> latest;

	/**
	 * @param slices the slices of the stack, counted from 1, in the order of this
	 *          list
	 * @param kept planes to keep in memory
	 */
	LazyPlanes(final ImageStack stack, final int[] slices,
		final Function<Object, A> wrap, final int kept)
	{
		this.stack = stack;
		this.slices = slices;
		this.wrap = wrap;
		latest = new LinkedHashMap<>(16, 0.75f, true) {

			@Override
			protected boolean removeEldestEntry(final Map.Entry<Integer, A> eldest) {
				return size() > kept;
			}
		};
	}

	@Override
	public synchronized A get(final int index) {
		return latest.computeIfAbsent(slices[index], slice -> wrap.apply(stack
			.getPixels(slice)));
	}

	@Override
	public int size() {
		return slices.length;
	}
}
