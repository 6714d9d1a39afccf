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

package org.unetlens.ij.bridge;

/** Messages as ImageJ's dialogs show them: plain text in short lines. */
final class MessageText {

	private static final int WIDTH = 70;

	private MessageText() {}

	/** The text of simple HTML, or of plain text, in lines of 70 letters. */
	static String plain(final String message) {
		final String text = message.replaceAll("(?i)<br\\s*/?>|</p>", "\n")
			.replaceAll("<[^>]*>", "").replace("&lt;", "<").replace("&gt;", ">")
			.replace("&amp;", "&").strip();
		final StringBuilder lines = new StringBuilder();
		text.lines().forEach(l -> lines.append(lines.isEmpty() ? "" : "\n").append(
			wrapped(l)));
		return lines.toString();
	}

	private static String wrapped(final String line) {
		final StringBuilder text = new StringBuilder();
		int length = 0;
		for (final String word : line.strip().split("\\s+")) {
			if (length > 0) {
				final boolean fits = length + 1 + word.length() <= WIDTH;
				text.append(fits ? ' ' : '\n');
				length = fits ? length + 1 : 0;
			}
			text.append(word);
			length += word.length();
		}
		return text.toString();
	}
}
