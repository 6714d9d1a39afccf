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

package org.unetlens.tensor;

import java.lang.reflect.Array;
import java.nio.FloatBuffer;
import java.util.Optional;

import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.LongType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The pixel types whose samples lie in primitive arrays, one element per
 * sample, and how such arrays become floats.
 */
public enum SampleType {

		U8(new UnsignedByteType(), byte.class) {

			@Override
			void toFloats(final Object from, final float[] to, final int offset,
				final int n)
		{
				final byte[] values = (byte[]) from;
				for (int i = 0; i < n; i++)
					to[offset + i] = values[i] & 0xff;
			}

			@Override
			void toFloats(final Object from, final int offset, final FloatBuffer to,
				final int at, final int n)
		{
				final byte[] values = (byte[]) from;
				for (int i = 0; i < n; i++)
					to.put(at + i, values[offset + i] & 0xff);
			}
		},
		I8(new ByteType(), byte.class)
		{

			@Override
			void toFloats(final Object from, final float[] to, final int offset,
				final int n)
		{
				final byte[] values = (byte[]) from;
				for (int i = 0; i < n; i++)
					to[offset + i] = values[i];
			}

			@Override
			void toFloats(final Object from, final int offset, final FloatBuffer to,
				final int at, final int n)
		{
				final byte[] values = (byte[]) from;
				for (int i = 0; i < n; i++)
					to.put(at + i, values[offset + i]);
			}
		},
		U16(new UnsignedShortType(), short.class)
		{

			@Override
			void toFloats(final Object from, final float[] to, final int offset,
				final int n)
		{
				final short[] values = (short[]) from;
				for (int i = 0; i < n; i++)
					to[offset + i] = values[i] & 0xffff;
			}

			@Override
			void toFloats(final Object from, final int offset, final FloatBuffer to,
				final int at, final int n)
		{
				final short[] values = (short[]) from;
				for (int i = 0; i < n; i++)
					to.put(at + i, values[offset + i] & 0xffff);
			}
		},
		I16(new ShortType(), short.class)
		{

			@Override
			void toFloats(final Object from, final float[] to, final int offset,
				final int n)
		{
				final short[] values = (short[]) from;
				for (int i = 0; i < n; i++)
					to[offset + i] = values[i];
			}

			@Override
			void toFloats(final Object from, final int offset, final FloatBuffer to,
				final int at, final int n)
		{
				final short[] values = (short[]) from;
				for (int i = 0; i < n; i++)
					to.put(at + i, values[offset + i]);
			}
		},
		U32(new UnsignedIntType(), int.class)
		{

			@Override
			void toFloats(final Object from, final float[] to, final int offset,
				final int n)
		{
				final int[] values = (int[]) from;
				for (int i = 0; i < n; i++)
					to[offset + i] = values[i] & 0xffffffffL;
			}

			@Override
			void toFloats(final Object from, final int offset, final FloatBuffer to,
				final int at, final int n)
		{
				final int[] values = (int[]) from;
				for (int i = 0; i < n; i++)
					to.put(at + i, values[offset + i] & 0xffffffffL);
			}
		},
		I32(new IntType(), int.class)
		{

			@Override
			void toFloats(final Object from, final float[] to, final int offset,
				final int n)
		{
				final int[] values = (int[]) from;
				for (int i = 0; i < n; i++)
					to[offset + i] = values[i];
			}

			@Override
			void toFloats(final Object from, final int offset, final FloatBuffer to,
				final int at, final int n)
		{
				final int[] values = (int[]) from;
				for (int i = 0; i < n; i++)
					to.put(at + i, values[offset + i]);
			}
		},
		I64(new LongType(), long.class)
		{

			@Override
			void toFloats(final Object from, final float[] to, final int offset,
				final int n)
		{
				final long[] values = (long[]) from;
				for (int i = 0; i < n; i++)
					to[offset + i] = values[i];
			}

			@Override
			void toFloats(final Object from, final int offset, final FloatBuffer to,
				final int at, final int n)
		{
				final long[] values = (long[]) from;
				for (int i = 0; i < n; i++)
					to.put(at + i, values[offset + i]);
			}
		},
		F32(new FloatType(), float.class)
		{

			@Override
			void toFloats(final Object from, final float[] to, final int offset,
				final int n)
		{
				System.arraycopy(from, 0, to, offset, n);
			}

			@Override
			void toFloats(final Object from, final int offset, final FloatBuffer to,
				final int at, final int n)
		{
				to.put(at, (float[]) from, offset, n);
			}
		},
		F64(new DoubleType(), double.class)
		{

			@Override
			void toFloats(final Object from, final float[] to, final int offset,
				final int n)
		{
				final double[] values = (double[]) from;
				for (int i = 0; i < n; i++)
					to[offset + i] = (float) values[i];
			}

			@Override
			void toFloats(final Object from, final int offset, final FloatBuffer to,
				final int at, final int n)
		{
				final double[] values = (double[]) from;
				for (int i = 0; i < n; i++)
					to.put(at + i, (float) values[offset + i]);
			}
		};

	private final NativeType<?> type;
	private final Class<?> element;

	SampleType(final NativeType<?> type, final Class<?> element) {
		this.type = type;
		this.element = element;
	}

	/** The sample type of an ImgLib2 pixel type; empty for any other type. */
	public static Optional<SampleType> of(final Object pixelType) {
		for (final SampleType candidate : values())
			if (candidate.type.getClass() == pixelType.getClass()) return Optional.of(
				candidate);
		return Optional.empty();
	}

	/** The ImgLib2 type that holds such samples. */
	public NativeType<?> pixelType() {
		return type;
	}

	/** Bytes per sample. */
	public int bytes() {
		return type.getNativeTypeFactory().getPrimitiveType().getByteCount();
	}

	/** Whether samples can be NaN or infinite. */
	public boolean isFloating() {
		return this == F32 || this == F64;
	}

	/** A primitive array for {@code n} samples. */
	Object newArray(final int n) {
		return Array.newInstance(element, n);
	}

	/** Writes the first {@code n} samples of a primitive array as floats. */
	abstract void toFloats(Object from, float[] to, int offset, int n);

	/**
	 * Writes {@code n} samples of a primitive array from {@code offset} on as
	 * floats, from an index of the buffer on. NB: The buffer should be a direct
	 * one: loops that meet two kinds are not made vector operations.
	 */
	abstract void toFloats(Object from, int offset, FloatBuffer to, int at,
		int n);
}
