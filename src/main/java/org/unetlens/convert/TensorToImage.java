
package org.unetlens.convert;

import net.imglib2.img.Img;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.scijava.convert.AbstractConverter;
import org.scijava.convert.Converter;
import org.scijava.plugin.Plugin;
import org.unetlens.tensor.Images;

/**
 * Copies a tensor (..., c, y, x) into an ImgLib2 image (x, y, c ...) of its
 * type in the Java heap.
 */
@Plugin(type = Converter.class)
public final class TensorToImage extends AbstractConverter<INDArray, Img> {

	@Override
	public <T> T convert(final Object source, final Class<T> type) {
		return type.cast(Images.copy((INDArray) source));
	}

	@Override
	public Class<INDArray> getInputType() {
		return INDArray.class;
	}

	@Override
	public Class<Img> getOutputType() {
		return Img.class;
	}
}
