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

import java.util.Arrays;

import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/** How oneDNN lays values out in memory. Immutable; close it. */
public final class MemoryShape implements AutoCloseable {

	private final dnnl_memory_desc handle;

	private MemoryShape(final dnnl_memory_desc handle) {
		this.handle = handle;
	}

	/** Channels last. */
	static MemoryShape map(final long[] sizes) {
		return of(sizes, dnnl.dnnl_nhwc);
	}

	/** {@code [height, width, in, out]} in 'c' order. */
	static MemoryShape kernel(final long[] sizes) {
		return of(sizes, dnnl.dnnl_hwio);
	}

	static MemoryShape vector(final long size) {
		return of(new long[] { size }, dnnl.dnnl_a);
	}

	/** oneDNN shall choose what it computes fastest. */
	static MemoryShape any(final long[] sizes) {
		return of(sizes, dnnl.dnnl_format_tag_any);
	}

	private static MemoryShape of(final long[] sizes, final int tag) {
		final dnnl_memory_desc handle = new dnnl_memory_desc();
		OneDnn.check(dnnl.dnnl_memory_desc_create_with_tag(handle, sizes.length,
			sizes, dnnl.dnnl_f32, tag), "lay out " + Arrays.toString(sizes));
		return new MemoryShape(handle);
	}

	/** The layout of something that work reads or writes, as oneDNN chose it. */
	static MemoryShape of(final dnnl_primitive_desc work, final int what) {
		final dnnl_memory_desc handle = new dnnl_memory_desc();
		OneDnn.check(dnnl.dnnl_memory_desc_clone(handle, dnnl
			.dnnl_primitive_desc_query_md(work, what, 0)), "copy a layout");
		return new MemoryShape(handle);
	}

	dnnl_memory_desc handle() {
		return handle;
	}

	/** Number of values, those that are only there to fill blocks included. */
	public long length() {
		return dnnl.dnnl_memory_desc_get_size(handle) / Float.BYTES;
	}

	/** Whether the other one lays out the same values in the same way. */
	public boolean isSame(final MemoryShape other) {
		return dnnl.dnnl_memory_desc_equal(handle, other.handle) != 0;
	}

	@Override
	public void close() {
		dnnl.dnnl_memory_desc_destroy(handle);
	}
}
