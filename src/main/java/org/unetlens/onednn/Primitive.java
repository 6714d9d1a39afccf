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

import java.util.List;

import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;

/**
 * A piece of work of oneDNN on memory that was set once. Not thread-safe. Close
 * it to free what it holds; the memory is others'.
 */
public final class Primitive implements AutoCloseable {

	/**
	 * @param role of the memory in the work, as oneDNN numbers them
	 * @param shape of it; may be closed afterwards
	 * @param memory the first value
	 */
	record Argument(int role, MemoryShape shape, Pointer memory) {
	}

	private final dnnl_primitive handle = new dnnl_primitive();
	private final dnnl_stream stream = new dnnl_stream();
	private final Handles owned = new Handles();
	private final dnnl_exec_arg_t arguments;
	private final int count;

	/** @param description of the work; may be closed afterwards */
	Primitive(final dnnl_primitive_desc description,
		final List<Argument> arguments)
	{
		count = arguments.size();
		try {
			OneDnn.check(dnnl.dnnl_primitive_create(handle, description),
				"prepare an operation");
			owned.own(handle, () -> dnnl.dnnl_primitive_destroy(handle));
			OneDnn.check(dnnl.dnnl_stream_create(stream, OneDnn.engine(),
				dnnl.dnnl_stream_default_flags), "prepare a stream");
			owned.own(stream, () -> dnnl.dnnl_stream_destroy(stream));
			this.arguments = new dnnl_exec_arg_t(count);
			owned.own(this.arguments, this.arguments::close);
			for (int i = 0; i < count; i++)
				set(i, arguments.get(i));
			this.arguments.position(0);
		}
		catch (final RuntimeException | Error e) {
			close();
			throw e;
		}
	}

	/** Brings values from one layout into another. */
	static Primitive rearrangement(final MemoryShape from, final Pointer source,
		final MemoryShape to, final Pointer destination)
	{
		final dnnl_primitive_desc description = new dnnl_primitive_desc();
		OneDnn.check(dnnl.dnnl_reorder_primitive_desc_create(description, from
			.handle(), OneDnn.engine(), to.handle(), OneDnn.engine(), null),
			"prepare a rearrangement");
		try {
			return new Primitive(description, List.of(new Argument(dnnl.DNNL_ARG_FROM,
				from, source), new Argument(dnnl.DNNL_ARG_TO, to, destination)));
		}
		finally {
			dnnl.dnnl_primitive_desc_destroy(description);
		}
	}

	private void set(final int i, final Argument argument) {
		final dnnl_memory memory = new dnnl_memory();
		OneDnn.check(dnnl.dnnl_memory_create(memory, argument.shape().handle(),
			OneDnn.engine(), argument.memory()), "take memory");
		owned.own(memory, () -> dnnl.dnnl_memory_destroy(memory));
		arguments.position(i).arg(argument.role()).memory(memory);
	}

	/** Computes, by the calling thread. */
	public void run() {
		OneDnn.check(dnnl.dnnl_primitive_execute(handle, stream, count, arguments),
			"compute");
	}

	@Override
	public void close() {
		owned.close();
	}
}
