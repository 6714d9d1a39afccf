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

import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipFile;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.infer.TileGrid;
import org.unetlens.infer.TileGrid.Tile;
import org.unetlens.infer.TiledPrediction;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.model.ModelFiles;
import org.unetlens.model.TestPair;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.TileShape;
import org.unetlens.network.UNet;
import org.unetlens.network.UNetPlan;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.NormalizedBlocks;
import org.unetlens.tensor.PixelSize;
import org.unetlens.tensor.Scaling;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * Our plan beside ONNX Runtime: the same weights, tiles and threads in one run,
 * alternating; reading, normalising and stitching included. Arguments: depth,
 * base width, side of the image, rounds.
 */
public final class InferenceBenchmark {

	private static final Scaling SCALING = new Scaling(new float[] { 20 },
		new float[] { 0.01f });

	private final UNetSpec spec;
	private final Img<UnsignedByteType> image;
	private final int side;

	private InferenceBenchmark(final UNetSpec spec, final int side) {
		this.spec = spec;
		this.side = side;
		final byte[] pixels = new byte[side * side];
		new Random(1).nextBytes(pixels);
		image = ArrayImgs.unsignedBytes(pixels, side, side, 1);
	}

	public static void main(final String[] args) throws Exception {
		final int depth = args.length > 0 ? Integer.parseInt(args[0]) : 4;
		final int width = args.length > 1 ? Integer.parseInt(args[1]) : 32;
		final int side = args.length > 2 ? Integer.parseInt(args[2]) : 2048;
		final int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 7;
		Engine.start();
		new InferenceBenchmark(UNetSpec.default2d(1, 2).withDepth(depth)
			.withBaseWidth(width), side).run(rounds);
	}

	private interface Timed {

		void run() throws OrtException;
	}

	private void run(final int rounds) throws Exception {
		final int threads = Runtime.getRuntime().availableProcessors();
		final ModelBundle model = model();
		final OrtSession.SessionOptions options = new OrtSession.SessionOptions();
		options.setIntraOpNumThreads(threads);
		try (UNet net = new UNet(spec, model.weights());
				TiledPrediction ours = new TiledPrediction(net, threads, 1L << 30);
				UNetPlan first = net.plan(new TileShape(1, 256, 256));
				UNetPlan second = net.plan(new TileShape(1, 256, 256));
				OrtEnvironment environment = OrtEnvironment.getEnvironment();
				OrtSession session = environment.createSession(onnx(model), options))
		{
			System.out.printf(
				"depth %d, base width %d, %d x %d px, %d threads, Java %s%n", spec
					.depth(), spec.baseWidth(), side, side, threads, System.getProperty(
						"java.version"));
			final List<Tile> small = squares(256);
			final TileGrid grid = ours.grid(side, side);
			final float[] output = new float[2 * side * side];
			final ThreadLocal<UNetPlan> plans = new ThreadLocal<>();
			compare("64 tiles of 256 x 256 px", rounds, () -> tiles(small, 256, List
				.of(first, second), output), () -> ort(environment, session, small, 256,
					256, output));
			compare(grid.tiles().size() + " tiles of " + grid.tileWidth() + " x " +
				grid.tileHeight() + " px with halo (useful " + Math.round(100 * grid
					.usefulShare()) + " %)", rounds, () -> ours.run(image, SCALING, 2,
						Progress.NONE), () -> ort(environment, session, grid.tiles(), grid
							.tileWidth(), grid.tileHeight(), output));
		}
	}

	private void compare(final String name, final int rounds, final Timed ours,
		final Timed ort) throws OrtException
	{
		final double[] a = new double[rounds];
		final double[] b = new double[rounds];
		final double[] ratio = new double[rounds];
		for (int i = -1; i < rounds; i++) {
			final double x = seconds(ours);
			final double y = seconds(ort);
			if (i < 0) continue;
			a[i] = x;
			b[i] = y;
			ratio[i] = x / y;
		}
		System.out.printf("%s:%n  ours %s s, ONNX Runtime %s s, ratio %s%n", name,
			spread(a), spread(b), spread(ratio));
	}

	private static double seconds(final Timed work) throws OrtException {
		final long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) / 1e9;
	}

	private static String spread(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return String.format("%.3f (%.3f to %.3f)", sorted[sorted.length / 2],
			sorted[0], sorted[sorted.length - 1]);
	}

	/** Our plans on given tiles, one thread per plan. */
	private void tiles(final List<Tile> tiles, final int size,
		final List<UNetPlan> plans, final float[] output)
	{
		final NormalizedBlocks blocks = NormalizedBlocks.of(image, SCALING);
		Parallelization.runWithNumThreads(plans.size(), () -> Parallelization
			.getTaskExecutor().forEach(List.of(0, 1), k -> {
				final NormalizedBlocks reader = blocks.independentCopy();
				final float[] in = new float[size * size];
				final float[] out = new float[2 * size * size];
				for (int t = k; t < tiles.size(); t += plans.size()) {
					final Tile tile = tiles.get(t);
					reader.read(tile.x(), tile.y(), size, size, in, 0);
					plans.get(k).run(in, out);
					for (int c = 0; c < 2; c++)
						for (int y = 0; y < tile.coreHeight(); y++)
							for (int x = 0; x < tile.coreWidth(); x++)
								output[(int) ((long) c * side * side + (tile.coreY() + y) *
									side + tile.coreX() + x)] = out[2 * (int) ((tile.coreY() -
										tile.y() + y) * size + tile.coreX() - tile.x() + x) + c];
				}
			}));
	}

	private void ort(final OrtEnvironment environment, final OrtSession session,
		final List<Tile> tiles, final int width, final int height,
		final float[] output) throws OrtException
	{
		final NormalizedBlocks reader = NormalizedBlocks.of(image, SCALING);
		final float[] in = new float[width * height];
		final float[] out = new float[2 * width * height];
		for (final Tile tile : tiles) {
			reader.read(tile.x(), tile.y(), width, height, in, 0);
			try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer
				.wrap(in), new long[] { 1, 1, height, width });
					OrtSession.Result result = session.run(Map.of("input", tensor)))
			{
				((OnnxTensor) result.get(0)).getFloatBuffer().get(out);
			}
			for (int c = 0; c < 2; c++)
				for (int y = 0; y < tile.coreHeight(); y++)
					System.arraycopy(out, (int) ((c * height + tile.coreY() - tile.y() +
						y) * width + tile.coreX() - tile.x()), output, (int) ((long) c *
							side * side + (tile.coreY() + y) * side + tile.coreX()), tile
								.coreWidth());
		}
	}

	private List<Tile> squares(final int size) {
		final List<Tile> tiles = new ArrayList<>();
		for (int y = 0; y + size <= side; y += size)
			for (int x = 0; x + size <= side; x += size)
				tiles.add(new Tile(x, y, x, y, size, size));
		return tiles;
	}

	private ModelBundle model() {
		return new ModelBundle(new ModelCard("benchmark", "Random weights.", "",
			List.of("nobody"), List.of(), "CC0-1.0", List.of(), List.of(), Map.of(),
			Map.of()), spec, InitialWeights.he(spec), Normalization.percentile(1, 99),
			PixelSize.UNCALIBRATED, List.of("background", "object"), ObjectRule.of(
				ObjectRule.Kind.FOREGROUND));
	}

	private static byte[] onnx(final ModelBundle model) throws Exception {
		final Path file = Files.createTempFile("benchmark", ".zip");
		try {
			ModelFiles.write(model, null, TestPair.of(model), file, true);
			try (ZipFile zip = new ZipFile(file.toFile())) {
				return zip.getInputStream(zip.getEntry("weights.onnx")).readAllBytes();
			}
		}
		finally {
			Files.delete(file);
		}
	}
}
