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

package org.unetlens.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.data.NucleiField;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelExports;
import org.unetlens.model.foreign.AsItIs;
import org.unetlens.model.foreign.ForeignModels;
import org.unetlens.model.foreign.ImportOptions;
import org.unetlens.network.UNetSpec;

/**
 * The same U-Net as our own, imported from a DL4J file, computed layer by layer
 * as networks are that cannot be translated, and by DL4J itself. Arguments:
 * rounds, depth, base width, side of the image.
 */
public final class ForeignBenchmark {

	private ForeignBenchmark() {}

	public static void main(final String[] args) throws Exception {
		final int[] n = { 11, 4, 16, 512 };
		for (int i = 0; i < args.length; i++)
			n[i] = Integer.parseInt(args[i]);
		Engine.start();
		System.out.println(Machine.text());
		final ModelBundle own = InferenceBenchmark.model(UNetSpec.default2d(1, 2)
			.withDepth(n[1]).withBaseWidth(n[2]));
		final Path folder = Files.createTempDirectory("benchmark");
		final Path zip = folder.resolve("dl4j.zip");
		ModelExports.dl4j(own, zip, false);
		final ModelBundle translated = ForeignModels.load(zip, ImportOptions
			.defaults().withNormalization(own.normalization())).model();
		final Img<UnsignedByteType> image = image(n[3]);
		final SegmenterOptions options = SegmenterOptions.defaults();
		final ComputationGraph dl4j = ComputationGraph.load(zip.toFile(), false);
		final INDArray input = Nd4j.rand(1, 1, n[3], n[3]);
		try (Segmenter a = Segmenter.of(own, options);
				Segmenter b = Segmenter.of(translated, options);
				Segmenter c = Segmenter.of(AsItIs.of(own), options))
		{
			final Rounds r = new Rounds(n[0], () -> a.segment(image, Progress.NONE),
				() -> b.segment(image, Progress.NONE), () -> c.segment(image,
					Progress.NONE), () -> dl4j.outputSingle(input));
			final List<String> names = List.of("our own", "imported from DL4J",
				"computed as it is", "DL4J's ComputationGraph, network alone");
			for (int i = 0; i < names.size(); i++)
				System.out.printf("%s: %s s, ratio %s%n", names.get(i), r.seconds(i), r
					.ratios(i, 0, "%.2f (%.2f to %.2f)"));
		}
	}

	private static Img<UnsignedByteType> image(final int side) {
		final byte[] pixels = new byte[side * side];
		int i = 0;
		for (final var value : NucleiField.default2d().withSize(side, side)
			.withBits(8).generate().image())
			pixels[i++] = (byte) value.get();
		return ArrayImgs.unsignedBytes(pixels, side, side, 1);
	}
}
