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

import java.util.function.Supplier;

import org.unetlens.graph.InvalidContentException;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;

/**
 * The arrays of an HDF5 file that Keras wrote. Links to other files are not
 * followed; sizes are compared with that of the file before memory is taken.
 * Not thread-safe.
 */
final class KerasWeights implements AutoCloseable {

	/** An array in 'c' order. */
	record Array(int[] shape, float[] values) {

		int size(final int axis) {
			return shape[axis];
		}
	}

	private static final String CONFIGURATION = "model_config";
	private static final String WEIGHTS = "model_weights";
	private static final int MAX_DEPTH = 6;
	/** Times that compressed arrays may grow. */
	private static final int MAX_GROWTH = 16;

	private final long bytes;
	private final HdfFile file;

	KerasWeights(final byte[] hdf5) throws InvalidContentException {
		bytes = hdf5.length;
		file = guarded(() -> HdfFile.fromBytes(hdf5));
	}

	/** The description of the network. */
	String configuration() throws InvalidContentException {
		return guarded(() -> {
			final Attribute a = file.getAttributes().get(CONFIGURATION);
			if (a == null || a.getSizeInBytes() > Limits.CONFIGURATION) return null;
			return a.getData() instanceof String s ? s : null;
		}, "it is an HDF5 file without the description of a Keras network (attribute " +
			CONFIGURATION +
			"); save the whole model, not its weights alone: model.save('name.h5')");
	}

	/**
	 * An array of a layer, e.g. {@code kernel}.
	 *
	 * @param rank how many axes it must have
	 */
	Array get(final String layer, final String name, final int rank)
		throws InvalidContentException
	{
		final String what = "its layer '" + layer + "' has no array '" + name +
			"' of " + rank + " axes";
		return guarded(() -> {
			final Node weights = file.getChild(WEIGHTS);
			final Node group = weights instanceof Group g ? g.getChild(layer) : null;
			final Dataset found = group instanceof Group g ? find(g, name, MAX_DEPTH)
				: null;
			return found == null || found.getDimensions().length != rank ? null
				: read(found);
		}, what);
	}

	/** NB: Names end in :0 or not, and lie some groups deep. */
	private static Dataset find(final Group group, final String name,
		final int depth)
	{
		for (final Node node : group.getChildren().values()) {
			if (node.isLink()) continue;
			if (node instanceof Dataset d && node.getName().replaceFirst(":\\d+$", "")
				.equals(name)) return d;
			final Dataset below = node instanceof Group g && depth > 0 ? find(g, name,
				depth - 1) : null;
			if (below != null) return below;
		}
		return null;
	}

	private Array read(final Dataset data) {
		long n = 1;
		for (final int d : data.getDimensions())
			n = Math.multiplyExact(n, d);
		if (n < 1 || 4 * n > MAX_GROWTH * bytes || data
			.getJavaType() != float.class) return null;
		final float[] values = (float[]) data.getDataFlat();
		for (final float v : values)
			if (!Float.isFinite(v)) throw new IllegalArgumentException(data
				.getPath() + " holds the value " + v);
		return values.length == n ? new Array(data.getDimensions(), values) : null;
	}

	private static <T> T guarded(final Supplier<T> work)
		throws InvalidContentException
	{
		return guarded(work, "it is a damaged HDF5 file");
	}

	/**
	 * NB: The library tells of damage by exceptions of any kind, and of groups
	 * within themselves by the end of the stack.
	 */
	private static <T> T guarded(final Supplier<T> work, final String missing)
		throws InvalidContentException
	{
		try {
			final T result = work.get();
			if (result == null) throw new InvalidContentException(missing);
			return result;
		}
		catch (final RuntimeException | StackOverflowError exc) {
			throw new InvalidContentException("it is a damaged HDF5 file (" + exc
				.getClass().getSimpleName() + (exc.getMessage() == null ? "" : ": " +
					exc.getMessage()) + ")", exc);
		}
	}

	@Override
	public void close() {
		file.close();
	}
}
