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

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * The derivatives of a convolution with respect to its kernel and to what is
 * added. Where it pays, maps are brought into another layout first; the kernel
 * always comes out of one. Pointers as in {@link Convolution}. Close it when
 * its operations are made.
 */
public final class KernelGradient implements AutoCloseable {

	/** Floats in a line of the cache. */
	private static final int LINE = 16;

	private final boolean biased;
	private final Handles owned = new Handles();
	private final dnnl_primitive_desc description = new dnnl_primitive_desc();
	private final MemoryShape source;
	private final MemoryShape destination;
	private final MemoryShape kernel;
	private final MemoryShape bias;
	/** As oneDNN wants them. */
	private final MemoryShape arrangedSource;
	private final MemoryShape arrangedDestination;
	private final MemoryShape arrangedKernel;

	/** @param forward describes the convolution itself */
	KernelGradient(final ConvolutionShape shape, final boolean biased,
		final dnnl_primitive_desc forward)
	{
		this.biased = biased;
		try {
			source = owned.own(MemoryShape.map(shape.source()));
			destination = owned.own(MemoryShape.map(shape.destination()));
			kernel = owned.own(MemoryShape.kernel(shape.kernel()));
			bias = owned.own(MemoryShape.vector(shape.out()));
			describe(shape, forward);
			arrangedSource = owned.own(MemoryShape.of(description,
				dnnl.dnnl_query_src_md));
			arrangedDestination = owned.own(MemoryShape.of(description,
				dnnl.dnnl_query_diff_dst_md));
			arrangedKernel = owned.own(MemoryShape.of(description,
				dnnl.dnnl_query_diff_weights_md));
		}
		catch (final RuntimeException | Error e) {
			close();
			throw e;
		}
	}

	private void describe(final ConvolutionShape shape,
		final dnnl_primitive_desc forward)
	{
		try (MemoryShape in = MemoryShape.map(shape.source());
				MemoryShape result = MemoryShape.any(shape.kernel());
				MemoryShape out = MemoryShape.map(shape.destination()))
		{
			OneDnn.check(dnnl.dnnl_convolution_backward_weights_primitive_desc_create(
				description, OneDnn.engine(), dnnl.dnnl_convolution_direct, in.handle(),
				result.handle(), biased ? bias.handle() : null, out.handle(), shape
					.stride(), shape.dilation(), shape.before(), shape.after(), forward,
				null), "prepare the gradient of the kernel of " + shape);
		}
		owned.own(description);
	}

	/** How many values {@link #prepare} needs for a moment. */
	public long scratch() {
		return room(arrangedKernel) + room(source, arrangedSource) + room(
			destination, arrangedDestination);
	}

	/**
	 * Prepares the operations.
	 *
	 * @param gradient derivative with respect to the result of the convolution
	 * @param scratch memory for {@link #scratch()} values
	 * @param result written, {@code [height, width, in, out]}
	 * @param addend written; null when nothing is added
	 * @param work takes the operations, to be done one after the other; those
	 *          made are the caller's even if this fails
	 */
	public void prepare(final Pointer in, final Pointer gradient,
		final Pointer scratch, final Pointer result, final Pointer addend,
		final List<Primitive> work)
	{
		final long first = room(arrangedKernel);
		final Pointer map = arranged(source, in, arrangedSource, at(scratch, first),
			work);
		final Pointer upstream = arranged(destination, gradient,
			arrangedDestination, at(scratch, first + room(source, arrangedSource)),
			work);
		final List<Primitive.Argument> arguments = new ArrayList<>(List.of(
			new Primitive.Argument(dnnl.DNNL_ARG_SRC, arrangedSource, map),
			new Primitive.Argument(dnnl.DNNL_ARG_DIFF_DST, arrangedDestination,
				upstream), new Primitive.Argument(dnnl.DNNL_ARG_DIFF_WEIGHTS,
					arrangedKernel, scratch)));
		if (biased) arguments.add(new Primitive.Argument(dnnl.DNNL_ARG_DIFF_BIAS,
			bias, addend));
		work.add(new Primitive(description, arguments));
		work.add(Primitive.rearrangement(arrangedKernel, scratch, kernel, result));
	}

	/** The map itself, or where it is brought into another layout. */
	private static Pointer arranged(final MemoryShape from, final Pointer map,
		final MemoryShape to, final Pointer copy, final List<Primitive> work)
	{
		if (to.isSame(from)) return map;
		work.add(Primitive.rearrangement(from, map, to, copy));
		return copy;
	}

	private static Pointer at(final Pointer scratch, final long value) {
		return scratch.getPointer(BytePointer.class, Float.BYTES * value);
	}

	private static long room(final MemoryShape plain,
		final MemoryShape arranged)
	{
		return arranged.isSame(plain) ? 0 : room(arranged);
	}

	/** NB: Each begins at a line of the cache. */
	private static long room(final MemoryShape layout) {
		return (layout.length() + LINE - 1) / LINE * LINE;
	}

	@Override
	public void close() {
		owned.close();
	}
}
