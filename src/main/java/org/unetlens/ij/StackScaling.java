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

import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.Normalization.Scope;
import org.unetlens.tensor.Scaling;

/**
 * The normalisation of the planes of a stack: one for all, or each plane's own,
 * as the model says. Immutable.
 *
 * @param normalization of the model
 * @param whole that of the whole stack; empty when each plane has its own
 */
public record StackScaling(Normalization normalization,
		Optional<Scaling> whole) {

	/** Measures the stack, if it has one for all. */
	public static <T extends RealType<T>> StackScaling of(
		final Normalization normalization, final InputImage<T> stack)
	{
		return new StackScaling(normalization, normalization.scope() == Scope.STACK
			? Optional.of(normalization.measure(stack.all())) : Optional.empty());
	}

	/** That of a plane of the stack, axes (x, y, channel). */
	public <T extends RealType<T>> Scaling of(
		final RandomAccessibleInterval<T> plane)
	{
		return whole.orElseGet(() -> normalization.measure(plane));
	}
}
