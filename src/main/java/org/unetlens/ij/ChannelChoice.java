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

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which channels of an image a model is given. Immutable.
 * <ul>
 * <li>{@code auto}: all of them, which must be as many as the model takes;</li>
 * <li>{@code grey}: of a colour picture the mean of red, green and blue; of an
 * image with one channel that channel;</li>
 * <li>numbers from 1, e.g. {@code 2} or {@code 1,3}: these (1 = red, 2 = green,
 * 3 = blue of a colour picture), in that order.</li>
 * </ul>
 * One channel stands for all that a model takes if it takes several, as a grey
 * picture saved in colour does.
 *
 * @param grey whether colours are averaged
 * @param channels from 1; empty for {@code auto} and {@code grey}
 */
public record ChannelChoice(boolean grey, List<Integer> channels) {

	public static final ChannelChoice AUTO = new ChannelChoice(false, List.of());
	public static final ChannelChoice GREY = new ChannelChoice(true, List.of());

	/** NB: More digits would not be a number of channels, nor fit into one. */
	private static final Pattern NUMBERS = Pattern.compile(
		"0*[1-9]\\d{0,5}( *, *0*[1-9]\\d{0,5})*");

	public ChannelChoice {
		channels = List.copyOf(channels);
	}

	/** Only these channels, counted from 1. */
	public static ChannelChoice of(final Integer... channels) {
		return new ChannelChoice(false, List.of(channels));
	}

	/**
	 * Reads what a user typed; nothing means {@code auto}.
	 *
	 * @throws IllegalArgumentException that says what may be given
	 */
	public static ChannelChoice parse(final String text) {
		final String plain = text == null ? "" : text.strip().toLowerCase(
			Locale.ROOT);
		if (plain.isEmpty() || plain.equals("auto")) return AUTO;
		if (plain.equals("grey") || plain.equals("gray")) return GREY;
		if (!NUMBERS.matcher(plain).matches()) throw new IllegalArgumentException(
			"The channel '" + text +
				"' is not known. Give auto, grey, or numbers from 1, e.g. 2 or 1,3");
		return new ChannelChoice(false, Stream.of(plain.split(",")).map(s -> Integer
			.valueOf(s.strip())).toList());
	}

	boolean isAuto() {
		return equals(AUTO);
	}

	/** As it is typed. */
	@Override
	public String toString() {
		if (grey) return "grey";
		return channels.isEmpty() ? "auto" : String.join(",", channels.stream().map(
			String::valueOf).toList());
	}
}
