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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.WindowManager;

/** The open images, as a list of choices; two may have the same title. */
final class OpenImages {

	private static final String NONE = "None";

	private final int[] ids = WindowManager.getIDList();
	private final boolean optional;

	/** @param optional whether none may be chosen */
	OpenImages(final boolean optional) {
		this.optional = optional;
	}

	String[] titles() {
		final List<String> titles = new ArrayList<>(Arrays.stream(ids).mapToObj(
			id -> WindowManager.getImage(id).getTitle()).toList());
		if (optional) titles.add(NONE);
		return titles.toArray(String[]::new);
	}

	/** Place of an image among the titles; null is none, or the first. */
	int index(final ImagePlus image) {
		for (int i = 0; i < ids.length; i++)
			if (image != null && ids[i] == image.getID()) return i;
		return optional ? ids.length : 0;
	}

	/** The image at a place; null is none. */
	ImagePlus get(final int index) {
		return index < ids.length ? WindowManager.getImage(ids[index]) : null;
	}
}
