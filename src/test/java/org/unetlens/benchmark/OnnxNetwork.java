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
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

import org.unetlens.infer.TileGrid.Tile;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelFiles;
import org.unetlens.model.TestPair;
import org.unetlens.tensor.NormalizedBlocks;
import org.unetlens.tensor.Scaling;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * The model file that we export in ONNX Runtime, with our reading and stitching
 * around it.
 */
final class OnnxNetwork implements AutoCloseable {

	private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
	private final OrtSession session;
	private final int channels;
	private final int classes;

	OnnxNetwork(final ModelBundle model, final int threads) throws Exception {
		channels = model.spec().channels();
		classes = model.spec().classes();
		final OrtSession.SessionOptions options = new OrtSession.SessionOptions();
		options.setIntraOpNumThreads(threads);
		session = environment.createSession(onnx(model), options);
	}

	/** Runs one tile; {@code in} is {@code [1, c, h, w]}. */
	void run(final float[] in, final int width, final int height,
		final float[] out) throws OrtException
	{
		try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer
			.wrap(in), new long[] { 1, channels, height, width });
				OrtSession.Result result = session.run(Map.of("input", tensor)))
		{
			((OnnxTensor) result.get(0)).getFloatBuffer().get(out);
		}
	}

	/** As TiledPrediction does it, tile by tile with all threads. */
	<T extends RealType<T>> PlanarImg<FloatType, FloatArray> predict(
		final RandomAccessibleInterval<T> image, final Scaling scaling,
		final List<Tile> tiles, final int width, final int height, final int stored)
		throws OrtException
	{
		@SuppressWarnings("unchecked")
		final PlanarImg<FloatType, FloatArray> output =
			(PlanarImg<FloatType, FloatArray>) new PlanarImgFactory<>(new FloatType())
				.create(image.dimension(0), image.dimension(1), stored);
		final NormalizedBlocks reader = NormalizedBlocks.of(image, scaling);
		final float[] hwc = new float[width * height * channels];
		final float[] chw = new float[hwc.length];
		final float[] out = new float[width * height * classes];
		for (final Tile tile : tiles) {
			reader.read(tile.x(), tile.y(), width, height, hwc, 0);
			planes(hwc, chw);
			run(channels == 1 ? hwc : chw, width, height, out);
			for (int c = 0; c < stored; c++)
				for (int y = 0; y < tile.coreHeight(); y++)
					System.arraycopy(out, (int) ((c * height + tile.coreY() - tile.y() +
						y) * width + tile.coreX() - tile.x()), output.getPlane(c)
							.getCurrentStorageArray(), (int) ((tile.coreY() + y) * image
								.dimension(0) + tile.coreX()), tile.coreWidth());
		}
		return output;
	}

	private void planes(final float[] hwc, final float[] chw) {
		if (channels == 1) return;
		final int n = hwc.length / channels;
		for (int c = 0; c < channels; c++)
			for (int i = 0; i < n; i++)
				chw[c * n + i] = hwc[i * channels + c];
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

	@Override
	public void close() throws OrtException {
		session.close();
	}
}
