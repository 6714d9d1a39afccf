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
import org.bytedeco.javacpp.Pointer;

/**
 * A convolution and its gradients, described: which layouts of the kernel each
 * of them reads or writes fastest. From it, operations on given memory are
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
	private final Handles owned = new Handles();
	private final dnnl_primitive_desc forward;
	private dnnl_primitive_desc inputGradient;

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
			source = owned.own(MemoryShape.map(shape.source()));
			kernel = owned.own(MemoryShape.any(shape.kernel()));
			bias = owned.own(MemoryShape.vector(shape.out()));
			destination = owned.own(MemoryShape.map(shape.destination()));
			forward = forward(relu);
		}
		catch (final RuntimeException | Error e) {
			close();
			throw e;
		}
	}

	private dnnl_primitive_desc forward(final boolean relu) {
		final dnnl_post_ops after = new dnnl_post_ops();
		final dnnl_primitive_attr attributes = new dnnl_primitive_attr();
		final dnnl_primitive_desc description = new dnnl_primitive_desc();
		try (Handles brief = new Handles()) {
			OneDnn.check(dnnl.dnnl_post_ops_create(after), "prepare ReLU");
			brief.own(after, () -> dnnl.dnnl_post_ops_destroy(after));
			if (relu) OneDnn.check(dnnl.dnnl_post_ops_append_eltwise(after,
				dnnl.dnnl_eltwise_relu, 0, 0), "prepare ReLU");
			OneDnn.check(dnnl.dnnl_primitive_attr_create(attributes), "prepare ReLU");
			brief.own(attributes, () -> dnnl.dnnl_primitive_attr_destroy(attributes));
			OneDnn.check(dnnl.dnnl_primitive_attr_set_post_ops(attributes, after),
				"prepare ReLU");
			OneDnn.check(dnnl.dnnl_convolution_forward_primitive_desc_create(
				description, OneDnn.engine(), dnnl.dnnl_forward_training,
				dnnl.dnnl_convolution_direct, source.handle(), kernel.handle(), biased
					? bias.handle() : null, destination.handle(), shape.stride(), shape
						.dilation(), shape.before(), shape.after(), attributes),
				"prepare a convolution of " + shape);
		}
		return owned.own(description);
	}

	private dnnl_primitive_desc inputGradient() {
		if (inputGradient != null) return inputGradient;
		final dnnl_primitive_desc description = new dnnl_primitive_desc();
		OneDnn.check(dnnl.dnnl_convolution_backward_data_primitive_desc_create(
			description, OneDnn.engine(), dnnl.dnnl_convolution_direct, source
				.handle(), kernel.handle(), destination.handle(), shape.stride(), shape
					.dilation(), shape.before(), shape.after(), forward, null),
			"prepare the gradient of the input of " + shape);
		return inputGradient = owned.own(description);
	}

	/** The layout of the kernel that {@link #forward} reads; close it. */
	public MemoryShape forwardLayout() {
		return MemoryShape.of(forward, dnnl.dnnl_query_weights_md);
	}

	/** The layout of the kernel that {@link #inputGradient} reads; close it. */
	public MemoryShape inputGradientLayout() {
		return MemoryShape.of(inputGradient(), dnnl.dnnl_query_weights_md);
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

	/** The gradients of kernel and addend; close it before this. */
	public KernelGradient kernelGradient() {
		return new KernelGradient(shape, biased, forward);
	}

	/** Brings a kernel {@code [height, width, in, out]} into a layout. */
	public Primitive arrange(final Pointer plain, final MemoryShape layout,
		final Pointer arranged)
	{
		try (MemoryShape from = MemoryShape.kernel(shape.kernel())) {
			return Primitive.rearrangement(from, plain, layout, arranged);
		}
	}

	@Override
	public void close() {
		owned.close();
	}
}
