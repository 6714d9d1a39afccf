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

import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A convolution and its gradients, described: which layouts of the kernel each
 * of the three reads or writes fastest. From it, operations on given memory are
 * made. All pointers point to the first value, positions in bytes. Prepare with
 * the calling thread set to compute alone. Close it when all operations are
 * made.
 */
public final class Convolution implements AutoCloseable {

	private final ConvolutionShape shape;
	private final boolean biased;
	private final MemoryShape source;
	private final MemoryShape kernel;
	private final MemoryShape bias;
	private final MemoryShape destination;
	private final List<AutoCloseable> owned = new ArrayList<>();
	private final dnnl_primitive_desc forward;
	private dnnl_primitive_desc inputGradient;
	private dnnl_primitive_desc kernelGradient;

	/**
	 * @param biased whether a vector is added
	 * @param relu whether negative results become 0
	 */
	public Convolution(final ConvolutionShape shape, final boolean biased,
		final boolean relu)
	{
		this.shape = shape;
		this.biased = biased;
		try {
			source = own(MemoryShape.map(shape.source()));
			kernel = own(MemoryShape.any(shape.kernel()));
			bias = own(MemoryShape.vector(shape.out()));
			destination = own(MemoryShape.map(shape.destination()));
			forward = forward(relu);
		}
		catch (final RuntimeException e) {
			close();
			throw e;
		}
	}

	private dnnl_primitive_desc forward(final boolean relu) {
		final dnnl_post_ops after = new dnnl_post_ops();
		final dnnl_primitive_attr attributes = new dnnl_primitive_attr();
		OneDnn.check(dnnl.dnnl_post_ops_create(after), "prepare ReLU");
		OneDnn.check(dnnl.dnnl_primitive_attr_create(attributes), "prepare ReLU");
		if (relu) OneDnn.check(dnnl.dnnl_post_ops_append_eltwise(after,
			dnnl.dnnl_eltwise_relu, 0, 0), "prepare ReLU");
		OneDnn.check(dnnl.dnnl_primitive_attr_set_post_ops(attributes, after),
			"prepare ReLU");
		final dnnl_primitive_desc description = new dnnl_primitive_desc();
		final int status = dnnl.dnnl_convolution_forward_primitive_desc_create(
			description, OneDnn.engine(), dnnl.dnnl_forward_training,
			dnnl.dnnl_convolution_direct, source.handle(), kernel.handle(), biased
				? bias.handle() : null, destination.handle(), shape.stride(), shape
					.dilation(), shape.before(), shape.after(), attributes);
		dnnl.dnnl_post_ops_destroy(after);
		dnnl.dnnl_primitive_attr_destroy(attributes);
		OneDnn.check(status, "prepare a convolution of " + shape);
		return own(description);
	}

	private dnnl_primitive_desc inputGradient() {
		if (inputGradient != null) return inputGradient;
		final dnnl_primitive_desc description = new dnnl_primitive_desc();
		OneDnn.check(dnnl.dnnl_convolution_backward_data_primitive_desc_create(
			description, OneDnn.engine(), dnnl.dnnl_convolution_direct, source
				.handle(), kernel.handle(), destination.handle(), shape.stride(), shape
					.dilation(), shape.before(), shape.after(), forward, null),
			"prepare the gradient of the input of " + shape);
		return inputGradient = own(description);
	}

	private dnnl_primitive_desc kernelGradient() {
		if (kernelGradient != null) return kernelGradient;
		final dnnl_primitive_desc description = new dnnl_primitive_desc();
		try (MemoryShape in = gradientMap(shape.source());
				MemoryShape out = gradientMap(shape.destination()))
		{
			OneDnn.check(dnnl.dnnl_convolution_backward_weights_primitive_desc_create(
				description, OneDnn.engine(), dnnl.dnnl_convolution_direct, in.handle(),
				kernel.handle(), biased ? bias.handle() : null, out.handle(), shape
					.stride(), shape.dilation(), shape.before(), shape.after(), forward,
				null), "prepare the gradient of the kernel of " + shape);
		}
		return kernelGradient = own(description);
	}

	/**
	 * NB: With AVX2 alone, gradients of kernels from maps with channels last are
	 * up to three times as slow, so that maps are rearranged first.
	 */
	private static MemoryShape gradientMap(final long[] sizes) {
		return OneDnn.hasAvx512() ? MemoryShape.map(sizes) : MemoryShape.any(sizes);
	}

	/** The layout of the kernel that {@link #forward} reads; close it. */
	public MemoryShape forwardLayout() {
		return layout(forward, dnnl.dnnl_query_weights_md);
	}

	/** The layout of the kernel that {@link #inputGradient} reads; close it. */
	public MemoryShape inputGradientLayout() {
		return layout(inputGradient(), dnnl.dnnl_query_weights_md);
	}

	private static MemoryShape layout(final dnnl_primitive_desc description,
		final int query)
	{
		return MemoryShape.copy(dnnl.dnnl_primitive_desc_query_md(description,
			query, 0));
	}

	/**
	 * The convolution itself.
	 *
	 * @param arranged kernel in the {@link #forwardLayout}
	 * @param addend null when nothing is added
	 */
	public Primitive forward(final Pointer in, final Pointer arranged,
		final Pointer addend, final Pointer out)
	{
		try (MemoryShape layout = forwardLayout()) {
			final List<Primitive.Argument> arguments = new ArrayList<>(List.of(
				new Primitive.Argument(dnnl.DNNL_ARG_SRC, source, in),
				new Primitive.Argument(dnnl.DNNL_ARG_WEIGHTS, layout, arranged),
				new Primitive.Argument(dnnl.DNNL_ARG_DST, destination, out)));
			if (biased) arguments.add(new Primitive.Argument(dnnl.DNNL_ARG_BIAS, bias,
				addend));
			return new Primitive(forward, arguments);
		}
	}

	/**
	 * The derivative with respect to the input.
	 *
	 * @param arranged kernel in the {@link #inputGradientLayout}
	 * @param gradient derivative with respect to the result
	 * @param out written
	 */
	public Primitive inputGradient(final Pointer gradient, final Pointer arranged,
		final Pointer out)
	{
		try (MemoryShape layout = inputGradientLayout()) {
			return new Primitive(inputGradient(), List.of(new Primitive.Argument(
				dnnl.DNNL_ARG_DIFF_DST, destination, gradient), new Primitive.Argument(
					dnnl.DNNL_ARG_WEIGHTS, layout, arranged), new Primitive.Argument(
						dnnl.DNNL_ARG_DIFF_SRC, source, out)));
		}
	}

	/** How many values {@link #kernelGradient} needs for a moment. */
	public long scratch() {
		try (MemoryShape in = layout(kernelGradient(), dnnl.dnnl_query_src_md);
				MemoryShape result = layout(kernelGradient(),
					dnnl.dnnl_query_diff_weights_md);
				MemoryShape out = layout(kernelGradient(), dnnl.dnnl_query_diff_dst_md))
		{
			return lines(result) + room(in, source) + room(out, destination);
		}
	}

	/**
	 * The derivatives with respect to the kernel and to what is added.
	 *
	 * @param gradient derivative with respect to the result
	 * @param scratch memory for {@link #scratch()} values
	 * @param plain written, {@code [height, width, in, out]}
	 * @param addend written; null when nothing is added
	 * @return to be done one after the other
	 */
	public List<Primitive> kernelGradient(final Pointer in,
		final Pointer gradient, final Pointer scratch, final Pointer plain,
		final Pointer addend)
	{
		try (MemoryShape inLayout = layout(kernelGradient(),
			dnnl.dnnl_query_src_md);
				MemoryShape result = layout(kernelGradient(),
					dnnl.dnnl_query_diff_weights_md);
				MemoryShape outLayout = layout(kernelGradient(),
					dnnl.dnnl_query_diff_dst_md);
				MemoryShape kernelShape = MemoryShape.kernel(shape.kernel()))
		{
			final List<Primitive> work = new ArrayList<>();
			long used = lines(result);
			final Pointer map = arranged(source, in, inLayout, scratch, used, work);
			used += room(inLayout, source);
			final Pointer upstream = arranged(destination, gradient, outLayout,
				scratch, used, work);
			final List<Primitive.Argument> arguments = new ArrayList<>(List.of(
				new Primitive.Argument(dnnl.DNNL_ARG_SRC, inLayout, map),
				new Primitive.Argument(dnnl.DNNL_ARG_DIFF_DST, outLayout, upstream),
				new Primitive.Argument(dnnl.DNNL_ARG_DIFF_WEIGHTS, result, scratch)));
			if (biased) arguments.add(new Primitive.Argument(dnnl.DNNL_ARG_DIFF_BIAS,
				bias, addend));
			work.add(new Primitive(kernelGradient(), arguments));
			work.add(rearrange(result, scratch, kernelShape, plain));
			return work;
		}
	}

	/** The map itself, or where it is brought into another layout. */
	private static Pointer arranged(final MemoryShape from, final Pointer map,
		final MemoryShape to, final Pointer scratch, final long start,
		final List<Primitive> work)
	{
		if (to.isSame(from)) return map;
		final Pointer copy = scratch.getPointer(BytePointer.class, Float.BYTES *
			start);
		work.add(rearrange(from, map, to, copy));
		return copy;
	}

	private static long room(final MemoryShape layout, final MemoryShape plain) {
		return layout.isSame(plain) ? 0 : lines(layout);
	}

	/** NB: Copies begin at a line of the cache. */
	private static long lines(final MemoryShape layout) {
		return (layout.length() + 15) / 16 * 16;
	}

	/** Brings a kernel {@code [height, width, in, out]} into a layout. */
	public Primitive arrange(final Pointer plain, final MemoryShape layout,
		final Pointer arranged)
	{
		try (MemoryShape from = MemoryShape.kernel(shape.kernel())) {
			return rearrange(from, plain, layout, arranged);
		}
	}

	private static Primitive rearrange(final MemoryShape from,
		final Pointer source, final MemoryShape to, final Pointer destination)
	{
		final dnnl_primitive_desc description = new dnnl_primitive_desc();
		OneDnn.check(dnnl.dnnl_reorder_primitive_desc_create(description, from
			.handle(), OneDnn.engine(), to.handle(), OneDnn.engine(), null),
			"prepare a rearrangement");
		try {
			return new Primitive(description, List.of(new Primitive.Argument(
				dnnl.DNNL_ARG_FROM, from, source), new Primitive.Argument(
					dnnl.DNNL_ARG_TO, to, destination)));
		}
		finally {
			dnnl.dnnl_primitive_desc_destroy(description);
		}
	}

	private MemoryShape own(final MemoryShape layout) {
		owned.add(layout);
		return layout;
	}

	private dnnl_primitive_desc own(final dnnl_primitive_desc description) {
		owned.add(() -> dnnl.dnnl_primitive_desc_destroy(description));
		return description;
	}

	@Override
	public void close() {
		for (int i = owned.size() - 1; i >= 0; i--)
			try {
				owned.get(i).close();
			}
			catch (final Exception e) {
				throw new IllegalStateException(e);
			}
	}
}
