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

package org.unetlens.data.annotation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

import org.unetlens.tensor.PixelSize;

/**
 * A change that a {@link Finding} proposes, as a plain value: whoever holds
 * what is to be changed makes the change. Immutable.
 */
public sealed interface Fix {

	/** What a button says, a few words. */
	String label();

	/**
	 * Enlarge or shrink all images and their labels.
	 *
	 * @param factor new size over old size, above 0
	 */
	record Rescale(double factor) implements Fix {

		@Override
		public String label() {
			return String.format(Locale.ROOT, "Scale images to %.0f %%", 100 *
				factor);
		}
	}

	/**
	 * Bring every image to the same pixel size.
	 *
	 * @param size that the images shall have
	 */
	record CommonPixelSize(PixelSize size) implements Fix {

		@Override
		public String label() {
			return "Scale all images to " + new BigDecimal(size.x(), new MathContext(
				4)).stripTrailingZeros().toPlainString() + " " + size.unit() +
				" per pixel";
		}
	}

	/** Use a network of another depth. */
	record Depth(int depth) implements Fix {

		@Override
		public String label() {
			return "Use depth " + depth;
		}
	}

	/** Use patches of another side in pixels. */
	record Patch(int pixels) implements Fix {

		@Override
		public String label() {
			return "Use patches of " + pixels + " px";
		}
	}

	/** Use another number of patches per step. */
	record Batch(int patches) implements Fix {

		@Override
		public String label() {
			return "Use " + patches + (patches == 1 ? " patch" : " patches") +
				" per step";
		}
	}

	/** Use a network with another number of channels at full resolution. */
	record BaseWidth(int channels) implements Fix {

		@Override
		public String label() {
			return "Use base width " + channels;
		}
	}

	/** Give each class another weight in the loss. */
	record ClassWeights(List<Float> weights) implements Fix {

		public ClassWeights {
			weights = List.copyOf(weights);
		}

		@Override
		public String label() {
			return "Weigh rare classes more";
		}
	}

	/** Validate by cross-validation over so many parts. */
	record Folds(int folds) implements Fix {

		@Override
		public String label() {
			return "Validate by " + folds + "-fold cross-validation";
		}
	}

	/**
	 * Cut each image into parts that count as images of their own.
	 *
	 * @param columns parts side by side
	 * @param rows parts one below the other
	 */
	record Cut(int columns, int rows) implements Fix {

		@Override
		public String label() {
			return "Cut each image into " + columns * rows + " parts";
		}
	}

	/** Leave out the samples of these names. */
	record LeaveOut(List<String> names) implements Fix {

		public LeaveOut {
			names = List.copyOf(names);
		}

		@Override
		public String label() {
			return names.size() == 1 ? "Leave this image out" : "Leave these " + names
				.size() + " images out";
		}
	}

	/**
	 * Take objects of few pixels for not annotated.
	 *
	 * @param pixels that the largest of them has
	 */
	record RemoveSpecks(int pixels) implements Fix {

		@Override
		public String label() {
			return "Leave out specks of up to " + pixels + " px";
		}
	}

	/** Make each piece of an object an object of its own. */
	record SplitPieces() implements Fix {

		@Override
		public String label() {
			return "Make each piece an object";
		}
	}

	/** Turn or mirror the labels of these samples. */
	record Reorient(List<String> names, Orientation orientation) implements Fix {

		public Reorient {
			names = List.copyOf(names);
		}

		@Override
		public String label() {
			return orientation.label();
		}
	}
}
