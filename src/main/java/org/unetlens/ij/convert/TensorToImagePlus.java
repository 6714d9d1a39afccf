
package org.unetlens.ij.convert;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.scijava.convert.AbstractConverter;
import org.scijava.convert.Converter;
import org.scijava.plugin.Plugin;
import org.unetlens.ij.ImagePlusImages;
import org.unetlens.tensor.Images;

import ij.ImagePlus;

/**
 * Copies a tensor ([[[t,] z,] channel,] y, x) into an image in memory, as
 * 32-bit where ImageJ lacks the type.
 */
@Plugin(type = Converter.class)
public final class TensorToImagePlus extends
	AbstractConverter<INDArray, ImagePlus>
{

	@Override
	public <T> T convert(final Object source, final Class<T> type) {
		return type.cast(ImagePlusImages.copy(Images.wrap((INDArray) source),
			"Tensor"));
	}

	@Override
	public Class<INDArray> getInputType() {
		return INDArray.class;
	}

	@Override
	public Class<ImagePlus> getOutputType() {
		return ImagePlus.class;
	}
}
