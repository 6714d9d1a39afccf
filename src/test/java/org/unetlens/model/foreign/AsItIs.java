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

package org.unetlens.model.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

import org.unetlens.graph.OnnxImport;
import org.unetlens.graph.TrainedGraph;
import org.unetlens.graph.UnsupportedNetworkException;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelFiles;
import org.unetlens.model.TestPair;

/** Models of this project, taken for ones from elsewhere. */
public final class AsItIs {

	private AsItIs() {}

	/** The same model, computed layer by layer; by way of its ONNX weights. */
	public static ModelBundle of(final ModelBundle model) throws IOException {
		final Path file = Files.createTempFile("own", ".zip");
		ModelFiles.write(model, null, TestPair.of(model), file, true);
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return new ModelBundle(model.card(), TrainedGraph.of(OnnxImport.read(zip
				.getInputStream(zip.getEntry("weights.onnx")).readAllBytes()).graph()),
				model.normalization(), model.pixelSize(), model.classes(), model
					.rule());
		}
		catch (final UnsupportedNetworkException e) {
			throw new AssertionError(e);
		}
		finally {
			Files.delete(file);
		}
	}
}
