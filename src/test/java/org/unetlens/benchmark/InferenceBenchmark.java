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

import java.util.List;
import java.util.Locale;
import java.util.Map;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;

import org.unetlens.data.NucleiField;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.infer.TileGrid;
import org.unetlens.infer.TiledPrediction;
import org.unetlens.label.LabelImages;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.TileRule;
import org.unetlens.network.UNet;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;
import org.unetlens.tensor.Scaling;

/**
 * Segmenting an image from its pixels to its labels, beside the same with ONNX
 * Runtime for the network: reading, normalising, tiling, network, stitching,
 * labels. ONNX Runtime gets the image in one piece, and in tiles of at most
 * 1136 pixels with halos, for which it takes about as much memory as we do.
 * Arguments: rounds, MB for tiles, then networks as depth/width/channels/side,
 * or the word {@code busy} for one other process per processor.
 */
public final class InferenceBenchmark {

	private static final List<String> NETWORKS = List.of("4/32/1/2048",
		"4/32/1/512", "4/16/1/1024", "3/32/1/1024", "5/16/1/1024", "4/64/1/512",
		"4/32/3/1024");

	/** Side of ONNX Runtime's tiles in pixels. */
	private static final int TILE = 1136;

	private final UNetSpec spec;
	private final Img<UnsignedByteType> image;
	private final long memory;
	private final int threads = Runtime.getRuntime().availableProcessors();

	InferenceBenchmark(final String network, final long memory) {
		final int[] n = java.util.Arrays.stream(network.split("/")).mapToInt(
			Integer::parseInt).toArray();
		spec = UNetSpec.default2d(n[2], 2).withDepth(n[0]).withBaseWidth(n[1]);
		this.memory = memory;
		image = nuclei(n[3], n[2]);
	}

	public static void main(final String[] args) throws Exception {
		final int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
		final long memory = (args.length > 1 ? Long.parseLong(args[1])
			: 1024) << 20;
		final boolean busy = List.of(args).contains("busy");
		final List<String> networks = args.length > (busy ? 3 : 2) ? List.of(args)
			.subList(2, args.length).stream().filter(a -> !a.equals("busy")).toList()
			: NETWORKS;
		Engine.start();
		System.out.println(Machine.text());
		System.out.println(
			"| depth/width/channels/side | tiles, useful pixels | ours s | useful Mpixel/s | ONNX Runtime, in one piece s | ratio | in tiles s | ratio |");
		System.out.println("|---|---|---|---|---|---|---|---|");
		try (AutoCloseable load = busy ? new BusyProcessors() : () -> {}) {
			for (final String network : networks)
				System.out.println("| " + network + new InferenceBenchmark(network,
					memory).row(rounds));
		}
	}

	private String row(final int rounds) throws Exception {
		final Rounds r = rounds(rounds);
		final TileGrid grid = grid();
		return String.format(Locale.ROOT,
			" | %d of %d x %d, %.0f %% | %s | %.2f | %s | %s | %s | %s |", grid
				.tiles().size(), grid.tileWidth(), grid.tileHeight(), 100 * grid
					.usefulShare(), r.seconds(0), image.dimension(0) * image.dimension(
						1) / 1e6 / r.median(0), r.seconds(1), r.ratios(0, 1,
							"**%.2f** (%.2f to %.2f)"), r.seconds(2), r.ratios(0, 2,
								"**%.2f** (%.2f to %.2f)"));
	}

	/** Ours, ONNX Runtime in one piece, ONNX Runtime in tiles. */
	Rounds rounds(final int rounds) throws Exception {
		final ModelBundle model = model(spec);
		final TileGrid whole = tiles(Integer.MAX_VALUE), small = tiles(TILE);
		try (Segmenter ours = Segmenter.of(model, SegmenterOptions.defaults()
			.withThreads(threads).withMemoryBudget(memory));
				OnnxNetwork onnx = new OnnxNetwork(model, threads))
		{
			return new Rounds(rounds, () -> ours.segment(image, Progress.NONE)
				.labels(), () -> segment(model, onnx, whole), () -> segment(model, onnx,
					small));
		}
	}

	private TileGrid tiles(final int side) {
		return TileGrid.of(image.dimension(0), image.dimension(1), TileRule.of(
			spec), side, side);
	}

	private TileGrid grid() {
		try (UNet net = new UNet(spec, InitialWeights.he(spec));
				TiledPrediction prediction = new TiledPrediction(net, threads, memory))
		{
			return prediction.grid(image.dimension(0), image.dimension(1));
		}
	}

	private void segment(final ModelBundle model, final OnnxNetwork onnx,
		final TileGrid grid) throws Exception
	{
		final Scaling scaling = model.normalization().measure(image);
		LabelImages.from(onnx.predict(image, scaling, grid.tiles(), grid
			.tileWidth(), grid.tileHeight(), 2), model.rule());
	}

	/** A generated field in each channel. */
	private static Img<UnsignedByteType> nuclei(final int side,
		final int channels)
	{
		final byte[] pixels = new byte[side * side * channels];
		int i = 0;
		for (int c = 0; c < channels; c++)
			for (final UnsignedShortType value : NucleiField.default2d().withSize(
				side, side).withBits(8).withSeed(c).generate().image())
				pixels[i++] = (byte) value.get();
		return ArrayImgs.unsignedBytes(pixels, side, side, channels);
	}

	/** A model with random weights. */
	static ModelBundle model(final UNetSpec spec) {
		return new ModelBundle(new ModelCard("benchmark", "Random weights.", "",
			List.of("nobody"), List.of(), "CC0-1.0", List.of(), List.of(), Map.of(),
			Map.of()), spec, InitialWeights.he(spec), Normalization.percentile(1, 99),
			PixelSize.UNCALIBRATED, List.of("background", "object"), ObjectRule.of(
				ObjectRule.Kind.FOREGROUND));
	}
}
