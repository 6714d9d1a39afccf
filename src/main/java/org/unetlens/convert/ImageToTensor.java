
package org.unetlens.convert;

import net.imglib2.RandomAccessibleInterval;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.scijava.convert.AbstractConverter;
import org.scijava.convert.Converter;
import org.scijava.plugin.Plugin;
import org.unetlens.tensor.Tensors;

/**
 * Copies an ImgLib2 image (x, y, c ...) into a tensor (..., c, y, x) of its
 * type, ARGB as three channels.
 */
@Plugin(type = Converter.class)
public final class ImageToTensor extends
	AbstractConverter<RandomAccessibleInterval, INDArray>
{

	@Override
	public <T> T convert(final Object source, final Class<T> type) {
		return type.cast(Tensors.copy((RandomAccessibleInterval<?>) source));
	}

	@Override
	public Class<RandomAccessibleInterval> getInputType() {
		return RandomAccessibleInterval.class;
	}

	@Override
	public Class<INDArray> getOutputType() {
		return INDArray.class;
	}
}
