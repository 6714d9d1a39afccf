
package org.unetlens.data;

import java.io.IOException;
import java.nio.file.Path;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** Opens image files. Implementations are thread-safe. */
@FunctionalInterface
public interface ImageReader {

	/**
	 * Opens a file.
	 *
	 * @return axes (x, y, channel) or (x, y, channel, plane); label images have
	 *         one channel
	 * @throws IOException when the file cannot be read as an image
	 */
	RandomAccessibleInterval<? extends RealType<?>> read(Path file)
		throws IOException;
}
