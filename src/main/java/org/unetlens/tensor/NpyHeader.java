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

import java.io.DataInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The header of a {@code .npy} file, versions 1 to 3.
 *
 * @param sample type of the values; booleans are bytes 0 and 1
 * @param order of the bytes of a value
 * @param fortran whether the first axis runs fastest
 * @param shape sizes of the axes as NumPy gives them; none for a single value
 * @see <a href=
 *      "https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the
 *      format</a>
 */
record NpyHeader(SampleType sample, ByteOrder order, boolean fortran,
		long[] shape) {

	/** NB: Headers of plain arrays have some 100 bytes. */
	private static final int MAX_LENGTH = 1 << 16;
	private static final int MAX_RANK = 32;
	private static final int ALIGNMENT = 64;
	private static final byte[] MAGIC = { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y' };

	private static final Pattern DICTIONARY = Pattern.compile(
		"\\s*\\{(.*)\\}\\s*", Pattern.DOTALL);
	private static final Pattern ENTRY = Pattern.compile(
		"\\s*(['\"])(\\w{1,20})\\1\\s*:\\s*('[^']*'|\"[^\"]*\"|\\w{1,5}|\\([^()]*\\))\\s*(,|$)");
	private static final Pattern TYPE = Pattern.compile(
		"['\"]([<>=|]?)([a-zA-Z]\\d{1,2})['\"]");

	/** @throws NpyException for anything but the header of a numeric array */
	static NpyHeader read(final DataInput in) throws IOException {
		final byte[] magic = new byte[MAGIC.length];
		in.readFully(magic);
		if (!Arrays.equals(magic, MAGIC)) throw new NpyException(
			"This is no .npy file: it does not begin with \\x93NUMPY");
		final int version = in.readUnsignedByte();
		in.readUnsignedByte();
		if (version < 1 || version > 3) throw new NpyException(
			"The version of the .npy file is " + version +
				"; versions 1 to 3 can be read. Save it anew with numpy.save");
		final long length = version == 1 ? Short.toUnsignedInt(Short.reverseBytes(in
			.readShort())) : Integer.toUnsignedLong(Integer.reverseBytes(in
				.readInt()));
		if (length > MAX_LENGTH) throw new NpyException(
			"The header of the file has " + length +
				" bytes; a plain array needs no more than " + MAX_LENGTH);
		final byte[] text = new byte[(int) length];
		in.readFully(text);
		final Charset charset = version == 3 ? StandardCharsets.UTF_8
			: StandardCharsets.ISO_8859_1;
		return parse(new String(text, charset));
	}

	static NpyHeader parse(final String text) {
		final Matcher dictionary = DICTIONARY.matcher(text);
		if (!dictionary.matches()) throw unreadable(text);
		final Matcher entries = ENTRY.matcher(dictionary.group(1));
		String type = null;
		String fortran = null;
		String shape = null;
		int end = 0;
		while (entries.find() && entries.start() == end) {
			end = entries.end();
			switch (entries.group(2)) {
				case "descr" -> type = entries.group(3);
				case "fortran_order" -> fortran = entries.group(3);
				case "shape" -> shape = entries.group(3);
				default -> throw unreadable(text);
			}
		}
		if (type == null || fortran == null || shape == null || !dictionary.group(1)
			.substring(end).isBlank()) throw unreadable(text);
		return new NpyHeader(sample(type), order(type), flag(fortran), shape(
			shape));
	}

	private static NpyException unreadable(final String text) {
		return new NpyException("The header of the file (" + text.strip().substring(
			0, Math.min(80, text.strip().length())) +
			") is not that of a plain array; structured and object arrays cannot be read");
	}

	private static SampleType sample(final String type) {
		final Matcher matcher = TYPE.matcher(type);
		return switch (matcher.matches() ? matcher.group(2) : "") {
			case "b1", "u1" -> SampleType.U8;
			case "i1" -> SampleType.I8;
			case "u2" -> SampleType.U16;
			case "i2" -> SampleType.I16;
			case "u4" -> SampleType.U32;
			case "i4" -> SampleType.I32;
			case "i8" -> SampleType.I64;
			case "f4" -> SampleType.F32;
			case "f8" -> SampleType.F64;
			default -> throw new NpyException("The type " + type +
				" has no pixel type here; save the array as one of u1, i1, u2, i2, u4, i4, i8, f4, f8 or bool, e.g. numpy.save(file, a.astype('float32'))");
		};
	}

	private static ByteOrder order(final String type) {
		return switch (type.charAt(1)) {
			case '>' -> ByteOrder.BIG_ENDIAN;
			case '<' -> ByteOrder.LITTLE_ENDIAN;
			default -> ByteOrder.nativeOrder();
		};
	}

	private static boolean flag(final String value) {
		if (!value.equals("True") && !value.equals("False")) throw new NpyException(
			"fortran_order is " + value + " in the header; True or False is needed");
		return value.equals("True");
	}

	private static long[] shape(final String value) {
		final String inner = value.replaceAll("[()\\s]", "");
		if (!inner.matches("|(\\d{1,18}L?,)*\\d{0,18}L?")) throw new NpyException(
			"The shape in the header is " + value);
		final long[] shape = Arrays.stream(inner.split(",")).filter(s -> !s
			.isEmpty()).mapToLong(s -> Long.parseLong(s.replace("L", ""))).toArray();
		if (shape.length > MAX_RANK) throw new NpyException("The array has " +
			shape.length + " axes; at most " + MAX_RANK + " can be read");
		return shape;
	}

	/**
	 * @return number of values
	 * @throws NpyException when there are none, or more than an image takes
	 */
	int count() {
		long count = 1;
		for (final long s : shape) {
			// NB: checked at each step, so that it never overflows.
			if (s < 1 || s > Integer.MAX_VALUE || count * s > Integer.MAX_VALUE - 8)
				throw new NpyException("The array has the shape " + Arrays.toString(
					shape) + "; an image takes 1 to " + (Integer.MAX_VALUE - 8) +
					" values. Save a part of it");
			count *= s;
		}
		return (int) count;
	}

	/** The header as the bytes of version 1. */
	byte[] bytes() {
		final String text = "{'descr': '" + type() + "', 'fortran_order': " +
			(fortran ? "True" : "False") + ", 'shape': (" + Arrays.stream(shape)
				.mapToObj(String::valueOf).collect(Collectors.joining(", ")) +
			(shape.length == 1 ? ",), }" : "), }");
		final int prefix = MAGIC.length + 4;
		final int length = (prefix + text.length() + ALIGNMENT) / ALIGNMENT *
			ALIGNMENT;
		final ByteBuffer bytes = ByteBuffer.allocate(length).order(
			ByteOrder.LITTLE_ENDIAN);
		Arrays.fill(bytes.array(), (byte) ' ');
		bytes.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (length -
			prefix)).put(text.getBytes(StandardCharsets.US_ASCII));
		bytes.put(length - 1, (byte) '\n');
		return bytes.array();
	}

	private String type() {
		final String letter = switch (sample) {
			case U8, U16, U32 -> "u";
			case F32, F64 -> "f";
			default -> "i";
		};
		final String mark = sample.bytes() == 1 ? "|"
			: order == ByteOrder.BIG_ENDIAN ? ">" : "<";
		return mark + letter + sample.bytes();
	}
}
